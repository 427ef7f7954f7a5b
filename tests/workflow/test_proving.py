"""The file and its twin at writing: what they are made of, and that nothing changes meanwhile."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from manifest_app.errors import BlockedError
from manifest_app.model.flight import Flight
from manifest_app.model.release import Clearance, Release
from manifest_app.release.apart import make_apart
from manifest_app.release.profile import Profile
from manifest_app.release.write import ReleaseFile, make_release
from manifest_app.vault import Reader
from manifest_app.workflow import proving, recipients, releasing, writing
from manifest_app.workflow.clearing import Standing
from manifest_app.workflow.proving import TwinFault
from tests.helpers.office import Office
from tests.workflow.cases import ALL, screened

Maker = Callable[..., ReleaseFile | None]


@pytest.fixture
def approved(office_template: Office, tmp_path: Path) -> tuple[Office, Flight, Release]:
    """An approved first list."""
    office = office_template.copy(tmp_path)
    flight = screened(office, ALL)
    with office.session("petra") as planner:
        recipient = recipients.add_recipient(planner, "Liaison").id
        release = releasing.request(planner, flight.id, recipient, "csv")
    with office.session("saul") as supervisor:
        return office, flight, releasing.approve(supervisor, release.id)


def written(office: Office, release: Release) -> None:
    with office.session("petra") as planner:
        writing.write(planner, release.id, office.home)


def test_what_changes_while_it_is_written_is_not_written(
    approved: tuple[Office, Flight, Release], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, _, release = approved
    asked_for: list[Release] = []

    def changing(reader: Reader, now: Standing, profile: Profile, one: Release) -> proving.Basis:
        asked_for.append(one)
        basis = proving.basis_of(reader, now, profile, one)
        return basis if len(asked_for) == 1 else replace(basis, everyone=basis.everyone[1:])

    monkeypatch.setattr(writing, "basis_of", changing)
    with pytest.raises(BlockedError, match="changed while it was being written"):
        written(office, release)
    assert len(asked_for) == 2
    assert not list(office.home.glob("MANIFEST*"))


def test_a_file_is_made_once_and_its_twin_once_in_a_process_of_its_own(
    approved: tuple[Office, Flight, Release], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, _, release = approved
    made: list[str] = []

    def counted(where: str, maker: Maker) -> Maker:
        def make(
            clearance: Clearance, profile: Profile, file_format: str, *, number: int, forbidden: Sequence[str] = ()
        ) -> ReleaseFile | None:
            made.append(where)
            return maker(clearance, profile, file_format, number=number, forbidden=forbidden)

        return make

    monkeypatch.setattr(proving, "make_release", counted("here", make_release))
    monkeypatch.setattr(proving, "make_apart", counted("apart", make_apart))
    written(office, release)
    assert sorted(made) == ["apart", "here"]


def test_a_twin_that_can_not_be_made_is_no_twin(
    approved: tuple[Office, Flight, Release], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, _, release = approved
    monkeypatch.setattr(proving, "make_apart", lambda *_, **__: None)
    with pytest.raises(TwinFault):
        written(office, release)
    assert not list(office.home.glob("MANIFEST*"))
