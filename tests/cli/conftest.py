"""The offices of the command line."""

from tests.helpers.offices import cheap, furnished, new_office, office

__all__ = ["cheap", "furnished", "new_office", "office"]
