"""``manifest-app vault``: making a vault, looking at it, its policy."""

from pathlib import Path
from typing import Annotated

import typer

from manifest_app.cli.context import credentials, password, required_second, settings, show, unlocked, vault_folder
from manifest_app.cli.options import Second, SecondPassword
from manifest_app.model.people import PlannerSees, Policy, Role
from manifest_app.vault import NewPerson
from manifest_app.workflow import vaults

app = typer.Typer(help="Make a vault, look at it, set its policy.", no_args_is_help=True, rich_markup_mode=None)

PlannerSeesOption = Annotated[
    PlannerSees | None, typer.Option("--planner-sees", help="How much a planner learns of a hold.")
]
PlannersScreen = Annotated[
    bool | None, typer.Option("--planners-screen/--no-planners-screen", help="Whether planners screen flights.")
]
ValidHours = Annotated[
    int | None, typer.Option("--screening-valid-hours", min=1, max=168, help="When a screening is too old.")
]


@app.command("create", epilog="Example: manifest-app --vault office/vault vault create --admin ana --officer omar")
def create(
    context: typer.Context,
    admin: Annotated[str, typer.Option(help="Name of the administrator.")],
    officer: Annotated[str, typer.Option(help="Name of the privacy officer.")],
    admin_password_file: Annotated[
        Path | None, typer.Option(readable=False, help="File with the administrator's password.")
    ] = None,
    officer_password_file: Annotated[
        Path | None, typer.Option(readable=False, help="File with the officer's password.")
    ] = None,
    planner_sees: PlannerSeesOption = None,
    planners_screen: PlannersScreen = None,
    screening_valid_hours: ValidHours = None,
) -> None:
    """Make a new vault with its first two people."""
    folder = vault_folder(context)
    people = [
        NewPerson(admin, Role.ADMIN, password(admin_password_file, admin, "--admin-password-file")),
        NewPerson(officer, Role.OFFICER, password(officer_password_file, officer, "--officer-password-file")),
    ]
    policy = _changed(Policy(), planner_sees, planners_screen, screening_valid_hours)
    vaults.create(folder, people, policy)
    found = vaults.facts(folder)
    show(context, {"id": found.vault_id, "vault": str(folder)}, [f"The vault {found.vault_id} is made in {folder}."])


@app.command("info", epilog="Example: manifest-app --vault office/vault vault info")
def info(context: typer.Context) -> None:
    """Say what the vault is; with a user also its people and policy."""
    found = vaults.facts(vault_folder(context))
    document: dict[str, object] = {"id": found.vault_id, "demonstration": found.demonstration}
    lines = [
        f"Vault {found.vault_id}",
        *(["DEMONSTRATION: all people in it are invented."] if found.demonstration else []),
    ]
    if settings(context).user:
        with unlocked(context) as session:
            document |= {
                "policy": _policy(session.policy),
                "people": [{"name": p.name, "role": p.role, "active": p.active} for p in session.people],
                "can": {
                    "registry": session.can.registry,
                    "protection": session.can.protection,
                    "restricted": session.can.restricted,
                },
            }
            lines += [f"{key}: {value}" for key, value in _policy(session.policy).items()]
            lines += [f"{p.name}: {p.role}{'' if p.active else ' (disabled)'}" for p in session.people]
    show(context, document, lines)


@app.command("policy", epilog="Example: manifest-app vault policy --planner-sees neutral --second omar")
def policy(
    context: typer.Context,
    planner_sees: PlannerSeesOption = None,
    planners_screen: PlannersScreen = None,
    screening_valid_hours: ValidHours = None,
    second: Second = None,
    second_password_file: SecondPassword = None,
) -> None:
    """Show the policy, or change it (administrator and privacy officer together)."""
    with unlocked(context) as session:
        wanted = _changed(session.policy, planner_sees, planners_screen, screening_valid_hours)
        if wanted != session.policy:
            vaults.set_policy(session, wanted, required_second(second, second_password_file))
        show(context, _policy(session.policy), [f"{key}: {value}" for key, value in _policy(session.policy).items()])


@app.command("repin", epilog="Example: manifest-app --user omar vault repin")
def repin(context: typer.Context) -> None:
    """Accept the vault as it is after a deliberate restore (privacy officer)."""
    name, secret = credentials(context)
    vaults.repin(vault_folder(context), name, secret)
    show(context, {"repinned": True}, ["The vault is accepted as it is; the log says so."])


def _changed(old: Policy, sees: PlannerSees | None, screen: bool | None, hours: int | None) -> Policy:
    return Policy(
        old.planner_sees if sees is None else sees,
        old.planners_screen if screen is None else screen,
        old.screening_valid_hours if hours is None else hours,
    )


def _policy(policy: Policy) -> dict[str, object]:
    return {
        "planner_sees": policy.planner_sees.value,
        "planners_screen": policy.planners_hold_registry_key,
        "screening_valid_hours": policy.screening_valid_hours,
    }
