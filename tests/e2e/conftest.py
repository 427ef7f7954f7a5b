"""The offices of the command line."""

from tests.helpers.offices import cheap, new_office, office

__all__ = ["cheap", "new_office", "office"]
