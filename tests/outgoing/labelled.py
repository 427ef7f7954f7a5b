"""All labelled files: what the check must find, and what the figures count."""

from tests.outgoing.dirty import ODS, OTHERS, XLSX, Dirty
from tests.outgoing.dirty_documents import DOCUMENTS
from tests.outgoing.dirty_pdf import PDF

ALL: tuple[Dirty, ...] = (*XLSX, *ODS, *OTHERS, *DOCUMENTS, *PDF)
"""Every labelled file."""
