"""A release in CSV read character by character: every cell quoted, every line ended by CRLF, and nothing else."""

from manifest_app.release.reading.unexplained import Unexplained, demand

_BETWEEN_CELLS = '","'
_LINE_END = "\r\n"


def _line(line: str) -> tuple[str, ...]:
    demand(len(line) >= 2 and line[0] == '"' == line[-1], "a cell without quotes")
    cells = tuple(line[1:-1].split(_BETWEEN_CELLS))
    demand(not any('"' in cell for cell in cells), "a quote inside a cell")
    return cells


def read_lines(data: bytes) -> tuple[tuple[str, ...], ...]:
    """The lines of a CSV file of ours, each as its cells.

    No cell of a release has a quote, a line end or another control character, so none is accepted.

    Raises:
        Unexplained: The file is framed otherwise.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unexplained("text that is no UTF-8") from error
    demand(text.endswith(_LINE_END), "no line end at the end")
    lines = tuple(_line(line) for line in text.removesuffix(_LINE_END).split(_LINE_END))
    demand(all(cell.isprintable() for cells in lines for cell in cells), "a character that does not show")
    demand(len({len(cells) for cells in lines}) == 1, "lines of different length")
    return lines
