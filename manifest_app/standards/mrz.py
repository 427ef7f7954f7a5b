"""The machine readable zone of travel documents: read, checked and written.

Source: ICAO Doc 9303 parts 3 (check digits), 4 (TD3, 2 x 44), 5 (TD1, 3 x 30) and 6 (TD2, 2 x 36). Visas (part 7) have
a zone of the same size without a composite check digit; they are no documents to travel on and are refused.
"""

import string
from dataclasses import dataclass
from datetime import date

from manifest_app.model.passenger import PartialDate, Sex
from manifest_app.standards.countries import canonical_code, zone_code
from manifest_app.standards.dates import DateOrder, read_date
from manifest_app.standards.names import icao_name
from manifest_app.standards.text import clean

_VALUES = {character: value for value, character in enumerate(string.digits + string.ascii_uppercase)} | {"<": 0}
_WEIGHTS = (7, 3, 1)
_SHAPES = {90: (30, 30, 30), 88: (44, 44), 72: (36, 36)}
_LONGEST = 400


class MrzError(ValueError):
    """A machine readable zone that is wrong; it names the field and never its value.

    Args:
        field: The field, such as ``birth date``; "" for the zone as a whole.
        message: One short sentence.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Mrz:
    """What a machine readable zone says.

    Attributes:
        kind: Document code, one or two letters, such as ``P`` or ``ID``.
        issuer: Code of the issuing state or organization (Germany as DEU).
        family_name: Primary identifier, A-Z and spaces; may be cut.
        given_names: Secondary identifier, or "".
        number: Document number.
        nationality: Code, or "" if the zone has none (Germany as DEU).
        birth_date: Possibly partial; None if wholly unknown.
        sex: X where the zone has a filler.
        expiry: Possibly partial; None if wholly unknown.
        optional: Optional data without trailing fillers, as in the zone; for TD1 both fields, joined by a space.
    """

    kind: str
    issuer: str
    family_name: str
    given_names: str
    number: str
    nationality: str
    birth_date: PartialDate | None
    sex: Sex
    expiry: PartialDate | None
    optional: str = ""


def check_digit(text: str) -> str:
    """The check digit of a field: weights 7, 3, 1, modulo 10 (Doc 9303-3, 4.9).

    Raises:
        ValueError: The text holds something other than A-Z, 0-9 and the filler.
    """
    try:
        return str(sum(_VALUES[character] * _WEIGHTS[i % 3] for i, character in enumerate(text)) % 10)
    except KeyError:
        raise ValueError("A machine readable zone has only A-Z, 0-9 and <.") from None


# --- reading ---------------------------------------------------------------------------------------------------------


def _lines(text: str) -> tuple[str, ...] | None:
    """The lines of a zone, however they were joined; None if the text has the shape of none."""
    if len(text) > _LONGEST:
        return None
    parts = clean(text.replace("&lt;", "<").replace("«", "<<").replace("‹", "<")).upper().split()
    joined = "".join(_padded(parts))
    shape = _SHAPES.get(len(joined))
    if shape is None or "<" not in joined or not joined[0].isalpha() or not set(joined) <= _VALUES.keys():
        return None
    starts = [sum(shape[:i]) for i in range(len(shape))]
    return tuple(joined[start : start + length] for start, length in zip(starts, shape, strict=True))


def _padded(parts: list[str]) -> list[str]:
    """Lines that lost the fillers at their end, as some exports trim them, get them back."""
    if len(parts) == 2 and len(parts[1]) in (44, 36):
        return [parts[0].ljust(len(parts[1]), "<"), parts[1]]
    if len(parts) == 3 and len(parts[1]) == 30:
        return [parts[0].ljust(30, "<"), parts[1], parts[2].ljust(30, "<")]
    return parts


def looks_like_mrz(text: str) -> bool:
    """Whether a text has the shape of a machine readable zone; whether it is right is for `read_mrz` to say."""
    return _lines(text) is not None


def read_mrz(text: str, *, pivot: date) -> Mrz:
    """Read and check a machine readable zone (TD1, TD2 or TD3), with lines joined by breaks, spaces or nothing.

    Args:
        text: The zone.
        pivot: Today; births lie before it, expiry dates within 50 years around it.

    Raises:
        MrzError: It is none, or a check digit, a date, a code or a name in it is wrong.
    """
    lines = _lines(text)
    if lines is None:
        raise MrzError("", "The text has not the form of a machine readable zone.")
    if lines[0][0] == "V":
        raise MrzError("", "The machine readable zone is that of a visa, not of a travel document.")
    fields = _td1_fields(*lines) if len(lines) == 3 else _two_line_fields(*lines)
    return _read_fields(fields, pivot)


@dataclass(frozen=True, slots=True)
class _Fields:
    """The zone cut into its fields, with check digits still on."""

    head: str
    names: str
    number: str
    number_check: str
    optional: tuple[str, ...]
    nationality: str
    birth: str
    sex: str
    expiry: str
    composite: str
    composite_check: str


def _td1_fields(first: str, second: str, third: str) -> _Fields:
    number, check, optional = _long_number(first[5:14], first[14], first[15:30])
    return _Fields(
        first[:5], third, number, check, (optional, second[18:29]), second[15:18], second[:7], second[7], second[8:15],
        first[5:30] + second[:7] + second[8:15] + second[18:29], second[29],
    )  # fmt: skip


def _two_line_fields(first: str, second: str) -> _Fields:
    optional = second[28:-1]
    number, check = second[:9], second[9]
    if len(second) == 36:
        number, check, optional = _long_number(number, check, optional)
    elif optional.endswith("<") or check_digit(optional[:-1]) == optional[-1]:
        optional = optional[:-1]
    else:
        raise _wrong("optional data")
    return _Fields(
        first[:5], first[5:], number, check, (optional,), second[10:13], second[13:20], second[20], second[21:28],
        second[:10] + second[13:20] + second[21:-1], second[-1],
    )  # fmt: skip


def _long_number(number: str, check: str, optional: str) -> tuple[str, str, str]:
    """Number, its check digit and the rest of the optional data; a number over nine characters runs on there.

    A filler where the check digit belongs says so; the check digit then ends the run (Doc 9303-5, 4.2.2.1, note j).
    """
    run, _, rest = optional.partition("<")
    if check != "<" or not run:
        return number, check, optional
    return number + run[:-1], run[-1], rest


def _wrong(field: str) -> MrzError:
    return MrzError(field, f"The check digit of the {field} in the machine readable zone is wrong.")


def _checked(field: str, value: str, digit: str) -> str:
    if check_digit(value) != digit and not (digit == "<" and not value.strip("<")):
        raise _wrong(field)
    return value


def _read_fields(fields: _Fields, pivot: date) -> Mrz:
    number = _checked("document number", fields.number, fields.number_check).rstrip("<").replace("<", "")
    birth = _checked("birth date", fields.birth[:6], fields.birth[6])
    expiry = _checked("expiry date", fields.expiry[:6], fields.expiry[6])
    _checked("whole zone", fields.composite, fields.composite_check)
    family, _, given = fields.names.strip("<").partition("<<")
    if not family or any(character.isdigit() for character in family + given):
        raise MrzError("name", "The name in the machine readable zone is empty or has digits.")
    return Mrz(
        kind=fields.head[:2].rstrip("<"),
        issuer=_country(fields.head[2:], "issuing state"),
        family_name=_spaced(family),
        given_names=_spaced(given),
        number=number,
        nationality=_country(fields.nationality, "nationality"),
        birth_date=_date(birth, "birth date", pivot, future=False),
        sex=_sex(fields.sex),
        expiry=_date(expiry, "expiry date", pivot, future=True),
        optional=" ".join(part.rstrip("<") for part in fields.optional).strip(),
    )


def _spaced(name: str) -> str:
    return " ".join(name.replace("<", " ").split())


def _country(field: str, name: str) -> str:
    code = field.rstrip("<")
    if not code:
        return ""
    known = canonical_code(code)
    if known is None:
        raise MrzError(name, f"The {name} in the machine readable zone is no code of ICAO Doc 9303.")
    return known


def _sex(field: str) -> Sex:
    if field == "<":
        return Sex.UNSPECIFIED
    try:
        return Sex(field)
    except ValueError:
        raise MrzError("sex", "The sex in the machine readable zone is not M, F, X or a filler.") from None


def _date(field: str, name: str, pivot: date, *, future: bool) -> PartialDate | None:
    if not field.strip("<"):
        return None
    try:
        return read_date(field.replace("<", "0"), DateOrder.YEAR_FIRST, pivot=pivot, future=future)
    except ValueError:
        raise MrzError(name, f"The {name} in the machine readable zone is no day of the calendar.") from None


# --- writing ---------------------------------------------------------------------------------------------------------


def write_td3(mrz: Mrz) -> str:
    """A passport's zone: two lines of 44 characters, joined by a line break.

    Raises:
        ValueError: A field does not fit, such as a document number of more than nine characters.
    """
    first = _filled(mrz.kind, 2) + _filled(zone_code(mrz.issuer), 3) + _name_field(mrz, 39)
    optional = _filled(mrz.optional, 14)
    body = _with_digit(_filled(mrz.number, 9)) + _middle(mrz) + optional + check_digit(optional)
    return f"{first}\n{body}{check_digit(body[:10] + body[13:20] + body[21:])}"


def write_td2(mrz: Mrz) -> str:
    """The zone of a document of size TD2: two lines of 36 characters, joined by a line break.

    Raises:
        ValueError: A field does not fit.
    """
    first = _filled(mrz.kind, 2) + _filled(zone_code(mrz.issuer), 3) + _name_field(mrz, 31)
    number, optional = _number_and_optional(mrz.number, mrz.optional, 7)
    body = number + _middle(mrz) + optional
    return f"{first}\n{body}{check_digit(body[:10] + body[13:20] + body[21:])}"


def write_td1(mrz: Mrz) -> str:
    """A card's zone: three lines of 30 characters, joined by line breaks; long document numbers run on.

    Raises:
        ValueError: A field does not fit.
    """
    number, optional = _number_and_optional(mrz.number, mrz.optional, 15)
    first = _filled(mrz.kind, 2) + _filled(zone_code(mrz.issuer), 3) + number + optional
    middle = _middle(mrz)
    nationality, birth, sex, expiry = middle[:3], middle[3:10], middle[10], middle[11:]
    second = birth + sex + expiry + nationality + _filled("", 11)
    composite = check_digit(first[5:] + birth + expiry + second[18:])
    return f"{first}\n{second}{composite}\n{_name_field(mrz, 30)}"


def _filled(text: str, width: int) -> str:
    if len(text) > width or not set(text) <= _VALUES.keys():
        raise ValueError("A field does not fit into the machine readable zone.")
    return text.ljust(width, "<")


def _with_digit(field: str) -> str:
    return field + check_digit(field)


def _number_and_optional(number: str, optional: str, width: int) -> tuple[str, str]:
    """Number with check digit, and the optional data, into which a number over nine characters runs on."""
    if len(number) <= 9:
        return _with_digit(_filled(number, 9)), _filled(optional, width)
    return number[:9] + "<", _filled(number[9:] + check_digit(number) + "<" + optional, width)


def _middle(mrz: Mrz) -> str:
    """Nationality, birth date, sex and expiry date with their check digits."""
    sex = "<" if mrz.sex is Sex.UNSPECIFIED else mrz.sex.value
    birth, expiry = _with_digit(_date_field(mrz.birth_date)), _with_digit(_date_field(mrz.expiry))
    return _filled(zone_code(mrz.nationality), 3) + birth + sex + expiry


def _date_field(when: PartialDate | None) -> str:
    if when is None:
        return "<<<<<<"
    return "".join("<<" if part is None else f"{part % 100:02d}" for part in (when.year, when.month, when.day))


def _name_field(mrz: Mrz, width: int) -> str:
    """Both identifiers; if they are too long, the longest word loses letters first, so that part of each stays."""
    family, given = icao_name(mrz.family_name).split(), icao_name(mrz.given_names).split()
    if not family:
        raise ValueError("The machine readable zone needs a family name.")
    while len(_joined(family, given)) > width:
        words = max((family, given), key=lambda name: max(map(len, name), default=0))
        longest = max(range(len(words)), key=lambda i: len(words[i]))
        words[longest] = words[longest][:-1]
        if not words[longest]:
            raise ValueError("The name has too many parts for the machine readable zone.")
    return _joined(family, given).ljust(width, "<")


def _joined(family: list[str], given: list[str]) -> str:
    return "<".join(family) + ("<<" + "<".join(given) if given else "")
