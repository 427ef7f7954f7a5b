import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifest_app.errors import FileProblem
from manifest_app.intake.csv_text import decode, find_separator, rows
from tests.intake.lists import cells, write_text

LIST = "Apellidos;Nombres\nPEÑA GÜELL;José\nMÜLLER;Zoë\nRODRÍGUEZ;Ana\n"
READ = [("Apellidos", "Nombres"), ("PEÑA GÜELL", "José"), ("MÜLLER", "Zoë"), ("RODRÍGUEZ", "Ana")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_common_encodings(encoding: str) -> None:
    assert [tuple(row) for row in rows(LIST.encode(encoding), "a.csv")] == READ


@pytest.mark.parametrize(
    "data",
    [
        LIST.encode("cp850"),
        "Фамилия;Имя\nИВАНОВ;Пётр\nСИДОРОВА;Анна\n".encode("cp1251"),
        "Фамилия;Имя\nИВАНОВ;Пётр\nСИДОРОВА;Анна\n".encode("koi8-r"),
        "姓;名\n王;小明\n李;四\n".encode("gb18030"),
        "الاسم;اللقب\nمحمد;أحمد\n".encode("cp1256"),
        b"Last;First\nPE\x81A;Jos\x8d\n",
        LIST.encode("utf-16")[:-1],
        b"\xef\xbb\xbfa;b\n\xff;c\n",
    ],
)
def test_a_wrong_encoding_is_a_sentence(data: bytes) -> None:
    with pytest.raises(FileProblem, match="encoding"):
        list(rows(data, "a.csv"))


def test_text_that_was_garbled_before_is_a_sentence() -> None:
    for text in (LIST.encode("utf-8").decode("latin-1"), "Apellidos;Nombres\nPEÑA;José".encode().decode("cp1252")):
        with pytest.raises(FileProblem, match="wrong encoding"):
            list(rows(text.encode(), "a.csv"))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(separator: str) -> None:
    text = f'Banner, with; both\n\nA{separator}B{separator}C\n"x{separator}y"{separator}2{separator}3\n'
    assert find_separator(text) == separator
    assert list(rows(text.encode(), "a.csv"))[-1] == [f"x{separator}y", "2", "3"]


def test_the_line_that_names_the_separator() -> None:
    assert list(rows(b"sep=|\na|b\n", "a.csv")) == [["a", "b"]]


def test_blank_lines_are_counted() -> None:
    assert list(rows(b"a,b\n\n1,2\n", "a.csv")) == [["a", "b"], [], ["1", "2"]]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    with pytest.raises(FileProblem, match="never closed"):
        list(rows(b'a,b\n"x,1\ny,2\nz,3\n', "a.csv"))


def test_a_cell_that_is_too_long() -> None:
    with pytest.raises(FileProblem, match="a million characters"):
        list(rows(b'a,b\n"' + b"x\n" * 600_000 + b'",2\n', "a.csv"))


def test_a_file_through_the_child(tmp_path: Path) -> None:
    assert cells(write_text(tmp_path / "a.tsv", LIST.replace(";", "\t"), "utf-16")) == READ


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=8), min_size=2, max_size=4
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from([",", ";", "\t", "|"]),
)
def test_every_cell_comes_back(table: list[list[str]], separator: str) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(table)
    text = f"sep={separator}\n{buffer.getvalue()}"
    data = b"\xef\xbb\xbf" + text.encode()
    assert [[cell or "" for cell in row] for row in rows(data, "a.csv")] == table


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_sentence(data: bytes) -> None:
    try:
        text = decode(data, "a.csv")
    except FileProblem as error:
        text = error.message
    assert isinstance(text, str)
