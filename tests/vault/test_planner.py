"""What a planner's keys open, by raw SQL on an opened vault: under ``neutral`` nothing tells why someone is held."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from manifest_app.model.hold import Category, HoldState, Verdict
from manifest_app.vault import Vault, holds, imports, registry
from manifest_app.vault.imports import ProtectedCells
from manifest_app.vault.keys import Keys
from manifest_app.vault.sealing import Envelope, SealBrokenError, derive
from manifest_app.vault.tables import HOLD_GROUND, HOLD_RESTRICTED, HOLD_VIEW, SHELVES, Seal
from tests.vault import people_on_paper as paper
from tests.vault.places import Place

WORDS = [b"claim", b"exposure", b"fear", b"identity", b"asylum", b"ASY-P", b"statement", b"origin", b"not the same"]


def _opened(vault: Vault) -> Iterator[tuple[str, str, bytes]]:
    """Every payload that the keys in this session's memory open, with its table and id."""
    with vault.read() as reader:
        for shelf in SHELVES:
            if vault._unlocked.keys.opens(shelf.seal):
                for row in reader.rows(shelf):
                    yield shelf.name, row.id, row.payload


def _trace(place: Place, name: str, category: Category) -> list[object]:
    """Tables, sizes, versions, order and log of a hold's life, all that a planner with raw SQL sees."""
    with place.opened(name) as vault, vault.write("hold.open") as writer:
        holds.save_hold(writer, paper.hold(), paper.ground(category), paper.view(category), ["ASY-P"])
    with place.opened("sue") as vault, vault.write("hold.decide") as writer:
        verdict = Verdict.NOT_THE_SAME if category is Category.EXPOSURE else Verdict.CLEAR
        state = HoldState.NOT_THE_SAME if category is Category.EXPOSURE else HoldState.CLEARED
        holds.save_state(writer, paper.hold(state=state))
        holds.save_decision(writer, paper.decision(verdict=verdict))
    seen: list[object] = []
    with place.opened("pat") as vault:
        with vault._engine.connect() as connection:
            for shelf in SHELVES:
                rows = connection.exec_driver_sql(
                    f'SELECT parent, position, version, epoch, entry, length(sealed) FROM "{shelf.name}" ORDER BY rowid'
                )
                seen += [(shelf.name, *row) for row in rows]
            log = connection.exec_driver_sql(
                "SELECT seq, actor, action, subject, length(body) FROM audit WHERE seq > 1"
            )
            seen += [tuple(row) for row in log]
            seen += list(connection.exec_driver_sql("SELECT entry, length(rows) FROM row_log").all())
        plain = b"".join(payload for _, _, payload in _opened(vault))
        assert not [word for word in WORDS if word in plain]
    return seen


@pytest.mark.parametrize("name", ["pat", "sue"])
def test_under_neutral_all_holds_look_alike(
    neutral: Place, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    traces = {
        category: _trace(neutral.copy(tmp_path_factory.mktemp(category.value)), name, category) for category in Category
    }
    assert len({str(trace) for trace in traces.values()}) == 1
    assert not [row for row in traces[Category.CLAIM] if isinstance(row, tuple) and row[0] == HOLD_VIEW.name]


def test_under_category_a_planner_learns_the_category_and_no_more(place: Place) -> None:
    with place.opened("sue") as vault, vault.write("hold.open") as writer:
        holds.save_hold(writer, paper.hold(), paper.ground(Category.CLAIM), paper.view(Category.CLAIM))
    with place.opened("pat") as vault:
        plain = b"".join(payload for _, _, payload in _opened(vault))
        with vault.read() as reader:
            view = holds.view(reader, paper.hold().id)
    assert view == paper.view(Category.CLAIM)
    assert not [word for word in (b"asylum", b"ASY-P") if word in plain]


def test_no_key_in_a_planners_reach_opens_a_box(place: Place) -> None:
    with place.opened("sue") as vault, vault.write("protection.import") as writer:
        registry.add_records(writer, [paper.record()], [paper.details()])
        holds.save_hold(writer, paper.hold(), paper.ground(Category.CLAIM), None)
        imports.save_protected(writer, paper.hex_id(1), [ProtectedCells(2, "", (("Status", "asylum"),), ("ASY-P",))])
    with place.opened("pat") as vault:
        keys = vault._unlocked.keys
        reach = [keys.secrets.vault, keys.secrets.registry or b"", keys.database]
        envelopes = [Envelope(derive(key, b"table\0" + HOLD_GROUND.name.encode())) for key in reach]
        with vault._engine.connect() as connection:
            for shelf in SHELVES:
                if shelf.seal not in {Seal.PROTECTION, Seal.RESTRICTED}:
                    continue
                for (sealed,) in connection.exec_driver_sql(f'SELECT sealed FROM "{shelf.name}"'):
                    for opens in (*(envelope.open for envelope in envelopes), vault._unlocked.personal.box.open):
                        with pytest.raises(SealBrokenError):
                            opens(sealed, b"")


def test_a_supervisor_does_not_open_the_restricted_class(place: Place) -> None:
    with place.opened("pat") as vault, vault.write("hold.open") as writer:
        holds.save_hold(writer, paper.hold(), paper.ground(Category.CLAIM), None, ["ASY-P"])
    with place.opened("sue") as vault:
        plain = b"".join(payload for table, _, payload in _opened(vault) if table != HOLD_RESTRICTED.name)
        assert not vault._unlocked.keys.opens(Seal.RESTRICTED)
        with vault.read() as reader:
            assert b"ASY-P" not in repr(holds.ground(reader, paper.hold().id)).encode()
    assert b"ASY-P" not in plain


def test_only_rows_of_the_same_size_tell_nothing(neutral: Place) -> None:
    """Forty findings and none at all: the boxes are of one size."""
    many = replace(paper.view(Category.CLAIM), findings=tuple(paper.finding(n) for n in range(40)))
    with neutral.opened("sue") as vault, vault.write("hold.open") as writer:
        holds.save_hold(writer, paper.hold(1), paper.ground(Category.CLAIM), many)
        holds.save_hold(writer, paper.hold(2), paper.ground(Category.DATA), None)
    with neutral.opened("pat") as vault, vault._engine.connect() as connection:
        sizes = connection.exec_driver_sql("SELECT DISTINCT length(sealed) FROM hold_ground").all()
    assert len(sizes) == 1


def test_the_keys_of_a_session_never_print_themselves(place: Place) -> None:
    with place.opened("olga") as vault:
        unlocked = vault._unlocked
        secret = unlocked.keys.secrets.vault
        shown = f"{unlocked!r} {unlocked.keys!r} {unlocked.personal!r} {unlocked.keys.secrets!r} {vault!r}"
        assert isinstance(unlocked.keys, Keys)
        assert secret.hex() not in shown
        assert repr(secret) not in shown
