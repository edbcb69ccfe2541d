"""`casedesk report …`: PDF reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from casedesk.cli.absent import claim_report, team_report
from casedesk.cli.options import DAY, VaultChoice, json_option, print_json, tell, vault_options
from casedesk.services.reporting import write_progress_report


@click.group()
def report() -> None:
    """Make a report as a PDF."""


@report.command()
@click.argument("ref")
@click.option("--for", "recipient", required=True, help="Recipient, or kind/organisation.")
@click.option("--reader", help="Reference of the person who reads it, for the family.")
@click.option("--as-at", type=DAY, help="The day to look at; today unless given.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@click.option("--preview", is_flag=True, help="Watermarked, and no entry in the sharing log.")
@click.option("--programme", help="Id of a programme pack; the family's own unless given.")
@click.option("--purpose", default="support", show_default=True, help="What it is shared for.")
@click.option("--named-person", help="The person it is handed to, for the sharing log.")
@click.option(
    "--include-named",
    multiple=True,
    metavar="ITEM",
    help="Let an item go although its words name somebody not among its people; "
    "`all` for every one. Without this such items stay behind.",
)
@json_option
@vault_options
def progress(
    choice: VaultChoice,
    ref: str,
    recipient: str,
    reader: str | None,
    as_at: date | None,
    output: Path,
    preview: bool,
    programme: str | None,
    purpose: str,
    named_person: str | None,
    include_named: tuple[str, ...],
    as_json: bool,
) -> None:
    """The progress report of one family: only what the gate permits."""
    with choice.session() as session:
        outcome = write_progress_report(
            session,
            ref,
            output,
            recipient=recipient,
            reader=reader,
            as_at=as_at,
            preview=preview,
            programme=programme,
            purpose=purpose,
            named_person=named_person,
            include_named=include_named,
        )
    if as_json:
        print_json(outcome.as_dict())
        return
    for line in outcome.withheld_lines():
        tell(line)
    click.echo(outcome.sentence())


report.add_command(team_report)
report.add_command(claim_report)
