"""``manifest-app recipient``: who receives releases."""

from typing import Annotated

import typer

from manifest_app.cli.context import show, show_table, unlocked
from manifest_app.cli.options import Reason
from manifest_app.model.release import MessageParties
from manifest_app.workflow import recipients

app = typer.Typer(help="Who receives releases.", no_args_is_help=True, rich_markup_mode=None)


@app.command("add", epilog='Example: manifest-app recipient add "Liaison A" --profile liaison')
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the recipient.")],
    profile: Annotated[str, typer.Option("--profile", help="liaison, carrier, or liaison-es, carrier-es.")] = "liaison",
) -> None:
    """Add a recipient."""
    with unlocked(context) as session:
        made = recipients.add_recipient(session, name, profile)
    show(context, {"id": made.id}, [f"{made.name} is added: {made.id}"])


@app.command("share", epilog='Example: manifest-app recipient share "Liaison A" "Carrier B"')
def share(
    context: typer.Context,
    one: Annotated[str, typer.Argument(metavar="ONE", help="Name or id of a recipient.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Name or id of another.")],
) -> None:
    """Say that two recipients have each other's lists; what one has counts for the other."""
    with unlocked(context) as session:
        first = recipients.find_recipient(session, one)
        second = recipients.find_recipient(session, other)
        pair = recipients.share(session, first.id, second.id)
    document = {"recipients": [{"id": made.id, "name": made.name} for made in pair]}
    show(context, document, [f"{pair[0].name} and {pair[1].name} share their lists."])


@app.command(
    "unshare",
    epilog='Example: manifest-app --user omar recipient unshare "Liaison A" "Carrier B" --reason "marked by mistake"',
)
def unshare(
    context: typer.Context,
    one: Annotated[str, typer.Argument(metavar="ONE", help="Name or id of a recipient.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Name or id of another.")],
    reason: Reason,
) -> None:
    """Take back that two recipients share; what each can have got by now still counts."""
    with unlocked(context) as session:
        first = recipients.find_recipient(session, one)
        second = recipients.find_recipient(session, other)
        pair = recipients.unshare(session, first.id, second.id, reason)
    document = {"recipients": [{"id": made.id, "name": made.name} for made in pair]}
    show(context, document, [f"{pair[0].name} and {pair[1].name} no longer share; what they had they have."])


@app.command(
    "agree",
    epilog='Example: manifest-app recipient agree "Carrier B" --sender XYDESK --receiver CARRIERB --contact OFFICE',
)
def agree(
    context: typer.Context,
    recipient: Annotated[str, typer.Argument(metavar="RECIPIENT", help="Name or id of a recipient.")],
    sender: Annotated[str, typer.Option("--sender", help="Agreed identification of this office.")],
    receiver: Annotated[str, typer.Option("--receiver", help="Agreed identification of the recipient.")],
    contact: Annotated[str, typer.Option("--contact", help="Who answers questions: a general office.")],
    directory: Annotated[str, typer.Option("--directory", help="Edition: 02B, 05B or 15B.")] = "02B",
    syntax: Annotated[str, typer.Option("--syntax", help="Characters: UNOA or UNOB.")] = "UNOA",
) -> None:
    """Keep how passenger list messages (paxlst) to a recipient name the parties."""
    parties = MessageParties(sender, receiver, contact, directory, syntax)
    with unlocked(context) as session:
        found = recipients.find_recipient(session, recipient)
        made = recipients.agree(session, found.id, parties)
    show(context, {"id": made.id}, [f"Messages to {made.name} go from {sender} to {receiver}, edition {directory}."])


@app.command("list", epilog="Example: manifest-app recipient list")
def list_recipients(context: typer.Context) -> None:
    """List recipients."""
    with unlocked(context) as session:
        found = recipients.recipients(session)
    document = [
        {"id": one.id, "name": one.name, "profile": one.profile, "shares_with": list(one.shares_with)} for one in found
    ]
    rows = [(one.id[:8], one.name, one.profile) for one in found]
    show_table(context, document, ("Id", "Name", "Profile"), rows, "No recipient. Add one: recipient add NAME.")
