"""CSV (RFC 4180): UTF-8, every cell quoted, CRLF after every line."""

import csv
from io import StringIO

from manifest_app.release.table import PublicTable


def write(table: PublicTable) -> bytes:
    """The table as a CSV file; the same table gives the same bytes on every machine."""
    target = StringIO(newline="")
    writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(table.headings)
    writer.writerows(table.rows)
    return target.getvalue().encode("utf-8")
