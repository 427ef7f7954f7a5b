"""A small crowd of made-up people, and the faults of real lists, for the tests of screening."""

import random
from collections.abc import Callable
from dataclasses import replace

from manifest_app.model.passenger import Identity, PartialDate, Passenger, Sex, TravelDocument
from manifest_app.model.protection import Record, RecordSource

SURNAMES = (
    "Rodríguez", "García", "González", "Pérez", "Hernández", "Martínez", "López", "Sánchez", "Díaz", "Fernández",
    "Ramírez", "Torres", "Flores", "Rivera", "Gómez", "Álvarez", "Reyes", "Cruz", "Morales", "Ramos", "Gutiérrez",
    "Ruiz", "Suárez", "Valdés", "Ortiz", "Castillo", "Mendoza", "Jiménez", "Castro", "Romero", "Herrera", "Vargas",
    "Medina", "Aguilar", "Chávez", "Vázquez", "Moreno", "Alonso", "Santos", "Guerrero", "Muñoz", "Méndez",
    "Domínguez", "León", "Acosta", "Peña", "Guzmán", "Delgado", "Rojas", "Cabrera", "Núñez", "Vega", "Soto", "Ríos",
    "Silva", "Mejía", "Espinoza", "Molina", "Barrientos", "Quintana", "Zaldívar", "Echevarría", "Iglesias",
    "Carballo", "Betancourt", "Montejo", "Arencibia", "Labrada", "Céspedes", "Pupo", "Leyva", "Batista", "Oduardo",
    "Sardiñas", "Yanes", "Zamora", "Güell", "Ibáñez", "Pacheco", "Calderón", "Estrada", "Figueroa", "Galindo",
    "Hidalgo", "Infante", "Jaramillo", "Lara", "Maldonado", "Navarro", "Ochoa",
)  # fmt: skip
GIVEN = (
    "José", "María", "Luis", "Juan", "Carlos", "Jorge", "Manuel", "Antonio", "Francisco", "Miguel", "Pedro",
    "Alberto", "Alejandro", "Roberto", "Jesús", "Ángel", "Rafael", "Eduardo", "Ana", "Carmen", "Rosa", "Martha",
    "Alexander", "Daniel", "David", "Fernando", "Ricardo", "Mario", "Raúl", "Enrique", "Víctor", "Óscar", "Julio",
    "Isabel", "Elena", "Lázaro", "Yunier", "Yoel", "Yosvany", "Yasmany", "Maikel", "Yamilet", "Yanet", "Yesenia",
    "Odalys", "Osmany", "Reynier", "Wilmer", "Adrián", "Heidy", "Katiuska", "Kevin", "Brayan", "Érick", "Freddy",
    "Elvis", "Iván", "Ulises", "Vladimir", "Nelson", "Orestes", "Pablo", "Ramiro", "Sandra", "Teresa", "Úrsula",
)  # fmt: skip


def _weighted(names: tuple[str, ...], rng: random.Random) -> str:
    return names[min(int(rng.paretovariate(0.7)) - 1, rng.randrange(len(names)) + 3, len(names) - 1)]


def person(rng: random.Random) -> Identity:
    """A made-up person with every field."""
    given = _weighted(GIVEN, rng) + (f" {_weighted(GIVEN, rng)}" if rng.random() < 0.5 else "")
    return Identity(
        family_name=f"{_weighted(SURNAMES, rng)} {_weighted(SURNAMES, rng)}",
        given_names=given,
        birth_date=PartialDate(rng.randrange(1950, 2005), rng.randrange(1, 13), rng.randrange(1, 29)),
        sex=rng.choice((Sex.FEMALE, Sex.MALE)),
        nationality=rng.choice(("CUB", "CUB", "CUB", "HND", "GTM")),
        a_number=f"{rng.randrange(200_000_000, 260_000_000):09d}",
        documents=(TravelDocument("P", f"K{rng.randrange(10**6, 10**7)}", "CUB"),),
    )


def records(count: int, rng: random.Random, prefix: str = "r") -> list[Record]:
    """That many records of made-up people."""
    return [Record(f"{prefix}{row:07d}", RecordSource.EXPOSURE, "list", row, person(rng)) for row in range(count)]


def passenger(identity: Identity, row: int = 2) -> Passenger:
    """A passenger of that identity."""
    return Passenger(f"p{row:05d}", row, identity)


def _typo(text: str, rng: random.Random) -> str:
    if len(text) < 4:
        return text
    at = rng.randrange(1, len(text) - 1)
    letter = rng.choice("aeiourstnlm")
    return rng.choice(
        (text[:at] + text[at + 1 :], text[:at] + letter + text[at:], text[:at] + letter + text[at + 1 :],
         text[:at] + text[at + 1] + text[at] + text[at + 2 :])
    )  # fmt: skip


def _date(identity: Identity, year: int, month: int, day: int) -> Identity:
    return replace(identity, birth_date=PartialDate(year, month, day))


def typo_family(identity: Identity, rng: random.Random) -> Identity:
    return replace(identity, family_name=_typo(identity.family_name, rng))


def typo_given(identity: Identity, rng: random.Random) -> Identity:
    return replace(identity, given_names=_typo(identity.given_names, rng))


def swapped(identity: Identity, rng: random.Random) -> Identity:
    return replace(identity, family_name=identity.given_names, given_names=identity.family_name)


def dropped_surname(identity: Identity, rng: random.Random) -> Identity:
    return replace(identity, family_name=identity.family_name.split()[0])


def joined_surnames(identity: Identity, rng: random.Random) -> Identity:
    return replace(identity, family_name=identity.family_name.replace(" ", rng.choice(("", "-"))))


def exchanged(identity: Identity, rng: random.Random) -> Identity:
    born = identity.birth_date
    if born is None or not born.day or not born.month or born.day > 12:
        return identity
    return _date(identity, born.year, born.day, born.month)


def year_off(identity: Identity, rng: random.Random) -> Identity:
    born = identity.birth_date
    if born is None:
        return identity
    return replace(identity, birth_date=replace(born, year=born.year + rng.choice((-1, 1))))


def no_birth_date(identity: Identity, rng: random.Random) -> Identity:
    return replace(identity, birth_date=None)


def upper(identity: Identity, rng: random.Random) -> Identity:
    return replace(identity, family_name=identity.family_name.upper(), given_names=identity.given_names.upper())


def other_document(identity: Identity, rng: random.Random) -> Identity:
    return replace(identity, documents=(TravelDocument("P", f"L{rng.randrange(10**6, 10**7)}", "CUB"),))


def wrong_digit(identity: Identity, rng: random.Random) -> Identity:
    number, at = identity.a_number, rng.randrange(3, 9)
    return replace(identity, a_number=number[:at] + str((int(number[at]) + 1) % 10) + number[at + 1 :])


FAULTS: tuple[Callable[[Identity, random.Random], Identity], ...] = (
    typo_family, typo_given, swapped, dropped_surname, joined_surnames, exchanged, year_off, upper, wrong_digit,
)  # fmt: skip


def faulty(identity: Identity, rng: random.Random) -> Identity:
    """The identity with one or two faults, another document, and in half of the cases without an A-number."""
    for fault in rng.sample(FAULTS, rng.choice((1, 2))):
        identity = fault(identity, rng)
    identity = other_document(identity, rng)
    return replace(identity, a_number="") if rng.random() < 0.5 else identity
