"""Every leaky exporter, by file format."""

from tests.release.mutants import TABLES
from tests.release.mutants_paxlst import MESSAGES
from tests.release.mutants_pdf import PDF
from tests.release.mutants_xlsx import WORKBOOKS
from tests.release.mutants_zip import CONTAINERS

ALL = (*TABLES, *WORKBOOKS, *CONTAINERS)
LEAKY = (*ALL, *PDF, *MESSAGES)
