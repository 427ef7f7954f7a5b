"""The places of the program, in the order in which the navigation lists them."""

from manifest_app.desktop.pages.audit import AuditPage
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.pages.check import CheckPage
from manifest_app.desktop.pages.contacts import ContactsPage
from manifest_app.desktop.pages.flight import FlightPage
from manifest_app.desktop.pages.flights import FlightsPage
from manifest_app.desktop.pages.import_preview import ImportPage
from manifest_app.desktop.pages.import_records import ImportRecordsPage
from manifest_app.desktop.pages.incidents import IncidentsPage
from manifest_app.desktop.pages.people import PeoplePage
from manifest_app.desktop.pages.registry import RegistryPage
from manifest_app.desktop.pages.release_wizard import ReleasePage
from manifest_app.desktop.pages.releases import ReleasesPage
from manifest_app.desktop.pages.review import ReviewPage
from manifest_app.desktop.pages.trace import TracePage
from manifest_app.desktop.pages.watch import WatchPage
from manifest_app.model.people import Role

PAGES: tuple[type[Page], ...] = (
    FlightsPage,
    FlightPage,
    ImportPage,
    ReviewPage,
    ReleasePage,
    ContactsPage,
    ReleasesPage,
    CheckPage,
    WatchPage,
    TracePage,
    IncidentsPage,
    RegistryPage,
    ImportRecordsPage,
    AuditPage,
    PeoplePage,
)


def pages_for(role: Role) -> tuple[type[Page], ...]:
    """The pages a role sees."""
    return tuple(page for page in PAGES if role in page.roles)
