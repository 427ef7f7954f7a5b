"""Manifest App: plan removal flights without betraying who asked for protection."""

__version__ = "0.1.0"
