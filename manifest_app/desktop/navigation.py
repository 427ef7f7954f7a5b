"""The places of the program, in the order in which the navigation lists them."""

from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.pages.flight import FlightPage
from manifest_app.desktop.pages.flights import FlightsPage
from manifest_app.desktop.pages.import_preview import ImportPage
from manifest_app.model.people import Role

PAGES: tuple[type[Page], ...] = (
    FlightsPage,
    FlightPage,
    ImportPage,
)


def pages_for(role: Role) -> tuple[type[Page], ...]:
    """The pages a role sees."""
    return tuple(page for page in PAGES if role in page.roles)
