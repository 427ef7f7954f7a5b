"""The command line: parse, call `workflow`, print text or one JSON document. No rule of the business lives here."""

from manifest_app.cli.main import main

__all__ = ["main"]
