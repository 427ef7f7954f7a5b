"""Dialogs: only where a decision or a password is asked for."""
