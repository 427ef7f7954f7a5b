"""What a check tells obeys the vault's policy."""

from pathlib import Path

from manifest_app.outgoing.report import Report, Verdict, What
from manifest_app.workflow.checking import NEEDS_OFFICER, check_file, check_text
from tests.helpers.office import Office
from tests.workflow.cases import BREL, COTO, expose, register

SAYS = f"{BREL[1]}, {BREL[2]}"


def told(office: Office, name: str, text: str) -> Report:
    with office.session(name) as session:
        return check_text(session, text)


def test_a_person_of_the_registry_or_of_a_list_is_found_without_name_and_category(office: Office) -> None:
    register(office, BREL, "I-589 pending")
    expose(office, COTO)
    for row in (BREL, COTO):
        answers = [told(office, name, f"On board: {row[2]} {row[1]}") for name in ("petra", "sara", "omar")]
        assert answers[0] == answers[1] == answers[2]
        assert answers[0].verdict is Verdict.DISCLOSES
        assert [place.what for place in answers[0].places] == [What.PERSON]


def test_under_neutral_a_planner_learns_nothing_of_the_registry(neutral: Office) -> None:
    before = [told(neutral, "petra", text) for text in (SAYS, "The meeting is on Monday.", "asylum")]
    register(neutral, BREL, "I-589 pending")
    after = [told(neutral, "petra", text) for text in (SAYS, "The meeting is on Monday.", "asylum")]
    assert before == after
    assert {place.what for report in after for place in report.places} == {NEEDS_OFFICER}
    assert all(report.verdict is not Verdict.CLEAN for report in after)
    assert told(neutral, "omar", SAYS).verdict is Verdict.DISCLOSES


def test_a_check_looks_at_the_registry_as_it_is_now(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "answer.txt"
    path.write_text(SAYS, encoding="utf-8")
    with office.session("sara") as session:
        assert check_file(session, path).verdict is Verdict.CLEAN
    register(office, BREL, "I-589 pending")
    with office.session("sara") as session:
        assert check_file(session, path).verdict is Verdict.DISCLOSES
