"""`casedesk vault …`: make, look at, check, back up and restore the encrypted vault."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from casedesk.cli.options import (
    VaultChoice,
    json_option,
    print_json,
    prompt_secret,
    read_secret,
    vault_options,
)
from casedesk.services import vaults

CODE_ADVICE = (
    "Recovery code (write it down and keep it away from the laptop; it is shown only now):"
)


@click.group()
def vault() -> None:
    """The encrypted folder that holds the case records."""


@vault.command()
@click.option("--name", required=True, help="The worker's name.")
@click.option("--role", required=True, type=click.Choice(["keyworker", "lead"]))
@click.option("--no-keyring", is_flag=True, help="Do not tie the vault to this laptop.")
@json_option
@vault_options
def create(choice: VaultChoice, name: str, role: str, no_keyring: bool, as_json: bool) -> None:
    """Make a new vault in a folder that is empty or not there."""
    vaults.check_place(choice.folder)
    passphrase = (
        read_secret(choice.passphrase_file)
        if choice.passphrase_file
        else prompt_secret("New passphrase", twice=True)
    )
    made = vaults.create(
        choice.folder, name=name, role=role, passphrase=passphrase, use_keyring=not no_keyring
    )
    if as_json:
        print_json(made.as_dict())
        return
    click.echo(f"Made a vault for {name} in {choice.folder}.")
    click.echo(made.protection)
    click.echo(f"\n{CODE_ADVICE}\n\n    {made.recovery_code}\n")


@vault.command()
@json_option
@vault_options
def info(choice: VaultChoice, as_json: bool) -> None:
    """Say what is known of the vault without opening it."""
    facts = vaults.info(choice.folder)
    if as_json:
        print_json(facts)
        return
    _print_table(facts)


@vault.command()
@json_option
@vault_options
def check(choice: VaultChoice, as_json: bool) -> None:
    """Verify every page, the schema, the journal chain and the key slots."""
    result = vaults.check(choice.folder, choice.passphrase)
    if as_json:
        print_json(result.as_dict())
    else:
        for line in result.lines():
            click.echo(line)
    result.raise_if_wrong()


@vault.command("change-passphrase")
@click.option(
    "--new-passphrase-file",
    type=click.Path(path_type=Path),
    help="File with the new passphrase; else it is asked for.",
)
@vault_options
def change_passphrase(choice: VaultChoice, new_passphrase_file: Path | None) -> None:
    """Change the passphrase; everything else stays as it is."""
    current = choice.passphrase()
    new = (
        read_secret(new_passphrase_file)
        if new_passphrase_file
        else prompt_secret("New passphrase", twice=True)
    )
    vaults.change_passphrase(choice.folder, current, new)
    click.echo("The passphrase is changed.")


@vault.command()
@click.option(
    "--code-file",
    type=click.Path(path_type=Path),
    help="File with the recovery code; else it is asked for.",
)
@vault_options
def recover(choice: VaultChoice, code_file: Path | None) -> None:
    """Open the vault with the recovery code and set a new passphrase."""
    code = read_secret(code_file) if code_file else prompt_secret("Recovery code")
    new = (
        read_secret(choice.passphrase_file)
        if choice.passphrase_file
        else prompt_secret("New passphrase", twice=True)
    )
    protection = vaults.recover(choice.folder, code, new)
    click.echo("The vault opens with the new passphrase; the recovery code stays the same.")
    click.echo(protection)


@vault.command()
@click.argument("folder", type=click.Path(path_type=Path))
@json_option
@vault_options
def backup(choice: VaultChoice, folder: Path, as_json: bool) -> None:
    """Write a backup into FOLDER, open it and check it."""
    with choice.session() as session:
        report = vaults.backup(session, folder)
    if as_json:
        print_json(report)
        return
    click.echo(f"Backed up to {report['file']}: opened and checked, {report['records']} records.")


@vault.command()
@click.argument("file", type=click.Path(path_type=Path))
@vault_options
def restore(choice: VaultChoice, file: Path) -> None:
    """Put a backup FILE back as a vault, in a folder that is empty or not there."""
    if vaults.restore(file, choice.folder, choice.passphrase):
        click.echo(f"Restored {file.name} to {choice.folder}; opened and checked.")
        return
    click.echo(
        f"Restored {file.name} to {choice.folder}. The backup is tied to another laptop, so its "
        "records were not opened: use `casedesk vault recover` with the recovery code."
    )


def _print_table(facts: dict[str, object]) -> None:
    width = max(len(key) for key in facts)
    for key, value in facts.items():
        shown = value.isoformat() if isinstance(value, date) else value
        if isinstance(shown, list):
            shown = "; ".join(str(one) for one in shown) or "none"
        if isinstance(shown, bool):
            shown = "yes" if shown else "no"
        click.echo(f"{key.replace('_', ' '):<{width}}  {'not known' if shown is None else shown}")
