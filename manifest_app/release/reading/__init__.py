"""Strict readers of our own files: what they don't know, they refuse. None of them shares code with a writer."""
