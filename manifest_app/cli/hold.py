"""``manifest-app hold``: the queue of holds and the decisions."""

from typing import Annotated

import typer

from manifest_app.cli.context import second_person, show, show_lines, show_table, unlocked
from manifest_app.cli.documents import evidence_document, hold_document
from manifest_app.cli.options import Second, SecondPassword
from manifest_app.model.hold import Verdict
from manifest_app.review.decisions import reasons
from manifest_app.screening.explain import sentence
from manifest_app.workflow import flights, reviewing

app = typer.Typer(help="Holds, and the decisions on them.", no_args_is_help=True, rich_markup_mode=None)

HoldKey = Annotated[str, typer.Argument(metavar="HOLD", help="Reference (H-0001) or id of the hold.")]


@app.command("list", epilog="Example: manifest-app --user sara hold list RX-114 --open")
def list_holds(
    context: typer.Context,
    flight: Annotated[str | None, typer.Argument(metavar="[FLIGHT]", help="Only this flight.")] = None,
    open_only: Annotated[bool, typer.Option("--open", help="Only holds nobody has decided.")] = False,
) -> None:
    """List holds, soonest departure first."""
    with unlocked(context) as session:
        chosen = flights.find_flight(session, flight).id if flight else None
        found = reviewing.holds(session, chosen, open_only=open_only)
    rows = [
        (
            one.hold.reference,
            one.flight.number,
            one.row,
            one.family_name,
            one.given_names,
            one.category or "",
            "" if one.score is None else f"{one.score:.2f}",
            {None: "", True: "two persons", False: "one person"}[one.needs_second],
            one.hold.state,
        )
        for one in found
    ]
    headings = ("Hold", "Flight", "Row", "Family name", "Given names", "Category", "Score", "To clear", "State")
    show_table(context, [hold_document(one) for one in found], headings, rows, "No holds.")


@app.command("show", epilog="Example: manifest-app --user sara hold show H-0001")
def show_hold(context: typer.Context, hold: HoldKey) -> None:
    """Show a hold with its evidence, as far as your keys open it."""
    with unlocked(context) as session:
        detail = reviewing.hold(session, hold)
    row = detail.row
    document = hold_document(row) | {
        "findings": [
            {
                "record": one.record_id,
                "tier": one.tier,
                "bits": round(one.bits, 2),
                "score": round(one.score, 4),
                "evidence": [evidence_document(part) for part in one.evidence],
            }
            for one in detail.findings
        ],
        "bases": [one.basis_name for one in detail.records],
        "decisions": [
            {
                "verdict": one.verdict,
                "reason": one.reason,
                "note": one.note,
                "at": one.at.isoformat(),
                "by": [signed.person for signed in one.signatures],
            }
            for one in detail.decisions
        ],
        "reopened": [{"by": one.by, "note": one.note, "at": one.at.isoformat()} for one in detail.reopenings],
    }
    lines = [f"{row.hold.reference}  {row.flight.number}  row {row.row}  {row.family_name}, {row.given_names}"]
    lines += [f"Category: {row.category or 'not shown'}   State: {row.hold.state}"]
    lines += [f"  {sentence(part)}" for part in row.evidence or ()]
    lines += [f"Basis: {one.basis_name}" for one in detail.records if one.basis_name]
    lines += [
        f"The source says: {heading}: {text}"
        for heading, text in (detail.ground.source_values if detail.ground else ())
    ]
    lines += [f"Said: {detail.ground.statement}"] if detail.ground and detail.ground.statement else []
    for one in detail.decisions:
        makers = " and ".join(signed.person for signed in one.signatures)
        lines.append(f"{one.at:%Y-%m-%d %H:%M} {makers}: {one.verdict} ({one.reason}) {one.note}")
    lines += [f"{one.at:%Y-%m-%d %H:%M} {one.by}: opened again. {one.note}" for one in detail.reopenings]
    show(context, document, lines)


@app.command("reasons", epilog="Example: manifest-app hold reasons")
def list_reasons(context: typer.Context) -> None:
    """List the reason codes of decisions."""
    found = reasons().values()
    document = [{"code": one.code, "text": one.text, "verdicts": sorted(one.verdicts)} for one in found]
    rows = [(one.code, ", ".join(sorted(one.verdicts)), one.text) for one in found]
    show_table(context, document, ("Code", "For", "Meaning"), rows, "No reasons.")


@app.command(
    "decide",
    epilog='Example: manifest-app --user sara hold decide H-0001 --uphold --reason claim-pending --note "I-589 open"',
)
def decide(
    context: typer.Context,
    hold: HoldKey,
    reason: Annotated[
        str, typer.Option("--reason", help="Reason code, such as claim-pending, exposed, other; all: hold reasons.")
    ],
    note: Annotated[str, typer.Option("--note", help="What you saw, in a few words.")],
    uphold: Annotated[bool, typer.Option("--uphold", help="The passenger stays off the flight.")] = False,
    clear: Annotated[bool, typer.Option("--clear", help="The passenger may fly.")] = False,
    not_the_same: Annotated[bool, typer.Option("--not-the-same", help="It is another person.")] = False,
    second: Second = None,
    second_password_file: SecondPassword = None,
) -> None:
    """Decide a hold."""
    chosen = [
        verdict
        for verdict, given in (
            (Verdict.UPHOLD, uphold),
            (Verdict.CLEAR, clear),
            (Verdict.NOT_THE_SAME, not_the_same),
        )
        if given
    ]
    if len(chosen) != 1:
        raise typer.BadParameter("Give one of --uphold, --clear, --not-the-same.")
    other = second_person(second, second_password_file)
    with unlocked(context) as session:
        found = reviewing.find_hold(session, hold)
        decided = reviewing.decide(session, found.id, chosen[0], reason, note, other)
    document = {"hold": decided.reference, "id": decided.id, "state": decided.state}
    show(context, document, [f"{decided.reference}: {decided.state}."])


@app.command("reopen", epilog='Example: manifest-app --user sara hold reopen H-0001 --note "new letter from counsel"')
def reopen(
    context: typer.Context,
    hold: HoldKey,
    note: Annotated[str, typer.Option("--note", help="What speaks against the decision.")],
) -> None:
    """Open a decided hold again."""
    with unlocked(context) as session:
        changed = reviewing.reopen(session, reviewing.find_hold(session, hold).id, note)
    document = {"hold": changed.reference, "id": changed.id, "state": changed.state}
    show(context, document, [f"{changed.reference}: {changed.state}."])


@app.command("add", epilog='Example: manifest-app hold add RX-114 12 --note "told the nurse they would be killed"')
def add(
    context: typer.Context,
    flight: Annotated[str, typer.Argument(metavar="FLIGHT", help="Number or id of the flight.")],
    row: Annotated[int, typer.Argument(metavar="ROW", help="Row of the passenger in the source file.")],
    note: Annotated[str, typer.Option("--note", help="What was said, to whom.")] = "said they fear return",
) -> None:
    """The passenger said they fear return: hold at once (any role)."""
    with unlocked(context) as session:
        made = reviewing.add_statement(session, flights.find_flight(session, flight).id, row, note)
    show_lines(context, ["Do not mention this outside this office."])
    show(context, {"hold": made.reference, "id": made.id, "state": made.state}, [f"{made.reference}: held."])
