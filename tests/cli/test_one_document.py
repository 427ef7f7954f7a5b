"""``--json`` prints one document, also where a command both answers and refuses."""

from tests.helpers.command_line import Office


def test_a_preview_that_is_blocked_is_one_document(office: Office) -> None:
    office.ask("recipient", "add", "Liaison A")
    found = office.ask("release", "preview", "RX-114", "--recipient", "Liaison A", code=3)
    assert found["blocked"] is True
    assert office.run("release", "preview", "RX-114", "--recipient", "Liaison A").code == 3
