"""``manifest-app people``: who uses the vault."""

from pathlib import Path
from typing import Annotated

import typer

from manifest_app.cli.context import password, required_second, settings, show, show_table, unlocked
from manifest_app.cli.options import Second, SecondPassword
from manifest_app.model.people import Role
from manifest_app.vault import NewPerson
from manifest_app.workflow import people

app = typer.Typer(help="Who uses the vault.", no_args_is_help=True, rich_markup_mode=None)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The person.")]
NewPasswordFile = Annotated[
    Path | None, typer.Option("--new-password-file", readable=False, help="File with the new password.")
]
RoleOption = Annotated[Role, typer.Option("--role", help="What the person may do.")]


@app.command("add", epilog="Example: manifest-app --user ana people add petra --role planner --second omar")
def add(
    context: typer.Context,
    name: Name,
    role: RoleOption,
    new_password_file: NewPasswordFile = None,
    second: Second = None,
    second_password_file: SecondPassword = None,
) -> None:
    """Add a person (administrator and privacy officer together)."""
    other = required_second(second, second_password_file)
    first = password(new_password_file, name, "--new-password-file")
    with unlocked(context) as session:
        person = people.add(session, NewPerson(name, role, first), other)
    show(context, {"id": person.name, "role": person.role}, [f"{person.name} is now: {person.role}."])


@app.command("list", epilog="Example: manifest-app people list")
def list_people(context: typer.Context) -> None:
    """List everyone."""
    with unlocked(context) as session:
        found = people.people(session)
    document = [{"name": p.name, "role": p.role, "active": p.active} for p in found]
    rows = [(p.name, p.role, "active" if p.active else "disabled") for p in found]
    show_table(context, document, ("Name", "Role", "State"), rows, "Nobody.")


@app.command("role", epilog="Example: manifest-app --user ana people role petra --role supervisor --second omar")
def role(
    context: typer.Context,
    name: Name,
    role: RoleOption,
    second: Second = None,
    second_password_file: SecondPassword = None,
) -> None:
    """Give a person another role, and with it other keys (two persons)."""
    with unlocked(context) as session:
        people.set_role(session, name, role, required_second(second, second_password_file))
    show(context, {"name": name, "role": role}, [f"{name} is now: {role}."])


@app.command("disable", epilog="Example: manifest-app --user ana people disable petra --second omar")
def disable(
    context: typer.Context, name: Name, second: Second = None, second_password_file: SecondPassword = None
) -> None:
    """Take a person's keys away (two persons)."""
    with unlocked(context) as session:
        people.disable(session, name, required_second(second, second_password_file))
    show(context, {"name": name, "active": False}, [f"{name} can't open the vault any more."])


@app.command("password", epilog="Example: manifest-app --user petra people password --new-password-file new.txt")
def change_password(context: typer.Context, new_password_file: NewPasswordFile = None) -> None:
    """Change your own password."""
    chosen = settings(context)
    old = password(chosen.password_file, chosen.user or "you")
    new = password(new_password_file, f"{chosen.user} (new)", "--new-password-file")
    with unlocked(context) as session:
        people.change_password(session, old, new)
    show(context, {"changed": True}, ["The password is changed."])
