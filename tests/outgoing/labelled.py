"""All labelled files: what the check must find, and what the figures count."""

from tests.outgoing.dirty import ODS, OTHERS, XLSX, Dirty
from tests.outgoing.dirty_data import DATA
from tests.outgoing.dirty_documents import DOCUMENTS
from tests.outgoing.dirty_letters import LETTERS
from tests.outgoing.dirty_mails import MAILS
from tests.outgoing.dirty_pages import PAGES
from tests.outgoing.dirty_pdf import PDF
from tests.outgoing.dirty_pdf_drawn import PDF_DRAWN
from tests.outgoing.dirty_pdf_parts import PDF_PARTS
from tests.outgoing.dirty_sheets import MORE_ODS, MORE_XLSX

ALL: tuple[Dirty, ...] = (
    *(*XLSX, *MORE_XLSX, *ODS, *MORE_ODS, *OTHERS, *DATA),
    *(*DOCUMENTS, *LETTERS, *MAILS, *PAGES),
    *(*PDF, *PDF_PARTS, *PDF_DRAWN),
)
"""Every labelled file."""
