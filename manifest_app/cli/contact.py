"""``manifest-app contact``: calls and mails about a flight."""

from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from manifest_app.cli.context import show, show_table, unlocked, without_unknown
from manifest_app.cli.options import pairs
from manifest_app.errors import KnownError
from manifest_app.model.contact import Channel, Told
from manifest_app.workflow import contacts, flights, recipients
from manifest_app.workflow.contacts import ContactRow

app = typer.Typer(help="Calls and mails about a flight.", no_args_is_help=True, rich_markup_mode=None)

FlightKey = Annotated[str, typer.Argument(metavar="FLIGHT", help="Number or id of the flight.")]


@app.command("add", epilog='Example: manifest-app contact add RX-114 --to "Liaison A" --said "asked for the list"')
def add(
    context: typer.Context,
    flight: FlightKey,
    recipient: Annotated[str, typer.Option("--recipient", "--to", help="Name or id of the recipient.")],
    said: Annotated[str, typer.Option("--said", help="What was said; sealed, read by supervisors and officers.")],
    channel: Annotated[Channel, typer.Option("--channel", help="How.")] = Channel.CALL,
    told: Annotated[
        list[str] | None,
        typer.Option(
            "--told",
            metavar="LIST=COUNT",
            help="How many of a list were said to be affected: a number, none, some, all.",
        ),
    ] = None,
    at: Annotated[str | None, typer.Option("--at", help="When, such as 2026-12-03T14:05Z; now if not given.")] = None,
) -> None:
    """Record a call or mail about a flight."""
    with unlocked(context) as session:
        to = recipients.find_recipient(session, recipient)
        chosen = flights.find_flight(session, flight)
        made = contacts.add_contact(session, chosen.id, to.id, channel, said, told=_told(told), at=_time(at))
    lines = [f"Contact {made.id} is recorded."]
    if told:
        lines.append("Something was told about a list: call a privacy officer now, and say no more.")
    show(context, {"contact": made.id, "at": made.at.isoformat()}, lines)


def _told(given: list[str] | None) -> tuple[Told, ...]:
    found = []
    for number, how_many in pairs(given, "--told").items():
        if not number.isdecimal():
            raise KnownError(f"{number!r} is no number of a list.", "Write it as --told 1=some.")
        found.append(Told(int(number), how_many))
    return tuple(found)


def _time(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise KnownError(f"{text!r} is no time.", "Write it as 2026-12-03T14:05Z.") from error
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


@app.command("list", epilog="Example: manifest-app contact list RX-114")
def list_contacts(
    context: typer.Context,
    flight: Annotated[str | None, typer.Argument(metavar="[FLIGHT]", help="Only this flight.")] = None,
) -> None:
    """List contacts, oldest first."""
    with unlocked(context) as session:
        chosen = flights.find_flight(session, flight).id if flight else None
        found = contacts.contacts(session, chosen)
    rows = [
        (
            f"{one.contact.at:%Y-%m-%d %H:%M}",
            one.recipient.name,
            one.contact.channel,
            one.contact.by,
            one.content.said if one.content else "",
        )
        for one in found
    ]
    headings = ("When (UTC)", "Recipient", "Channel", "By", "Said")
    show_table(context, [_document(one) for one in found], headings, rows, "No contact. Record one: contact add.")


def _document(row: ContactRow) -> dict[str, Any]:
    content = row.content
    return without_unknown(
        {
            "contact": row.contact.id,
            "flight": row.contact.flight_id,
            "recipient": row.recipient.name,
            "at": row.contact.at.isoformat(),
            "by": row.contact.by,
            "channel": row.contact.channel,
            "said": content.said if content else None,
            "told": [{"list": one.number, "how_many": one.how_many} for one in content.told] if content else None,
        }
    )


@app.command("sheet", epilog="Example: manifest-app contact sheet RX-114")
def sheet(context: typer.Context, flight: FlightKey) -> None:
    """Print the call sheet: the one sentence that may be said."""
    with unlocked(context) as session:
        text = contacts.call_sheet(session, flights.find_flight(session, flight).id)
    show(context, {"sheet": text}, text.splitlines())
