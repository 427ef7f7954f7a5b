"""Texts, pages, mails and data, and texts that are not spelled as they are read."""
