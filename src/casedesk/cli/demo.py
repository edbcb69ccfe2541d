"""`casedesk demo`: the made-up caseload, its reports and its criteria."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from casedesk.cli.options import today_option
from casedesk.cli.ports import WindowPorts
from casedesk.cli.tables import columns
from casedesk.demo import caseload
from casedesk.domain.errors import FileProblem, NothingToSend
from casedesk.services.criteria import criteria_of_all
from casedesk.services.demonstration import demonstration, demonstration_vault
from casedesk.services.families import list_families
from casedesk.services.reporting import write_progress_report
from casedesk.services.session import Session

DEMO_DAY = date(2026, 11, 24)
REPORTED = ("CD-0412", "CD-0357", "CD-0431")
RECIPIENTS = ("schools", "nhs", "family")
SIGNS = {"met": "met", "not_met": "not met", "not_known": "?"}


@click.command()
@click.option("--dir", "folder", type=click.Path(path_type=Path), default=Path("demo"))
@click.option("--families", type=click.IntRange(1, 50_000), default=60, show_default=True)
@today_option
@click.pass_obj
def demo(ports: WindowPorts, folder: Path, families: int, today: date | None) -> None:
    """Open the window on a made-up caseload; with no screen, write what it would show.

    Every person in it is invented. Its day is 24 November 2026 unless --today says otherwise.
    Without a screen the progress reports and a picture of every screen go to DIR, and a
    table of families and criteria is printed.
    """
    day = today or DEMO_DAY
    rows = caseload(families=families, today=day)
    if ports.has_screen():
        with demonstration_vault(rows, day) as (vault, passphrase):
            click.echo("Opening the window on a made-up caseload; everybody in it is invented.")
            click.echo(f"Its passphrase, if you lock it: {passphrase}")
            click.get_current_context().exit(ports.open_window(vault, day, passphrase))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileProblem(f"{folder} cannot be made; choose another folder.") from error
    click.echo("There is no screen here, so the window stays shut.")
    with demonstration(rows, day) as session:
        _print_table(session)
        _write_reports(session, folder)
    for path in ports.render_screens(folder / "screens", ("light", "dark"), 1.0):
        click.echo(f"wrote {path}")
    click.echo("Everybody in these files is invented; the vault they came from is gone.")


def _print_table(session: Session) -> None:
    rows = [["family", "name", "programme", "eligible", "criteria"]]
    named = {row.ref: row for row in list_families(session)}
    for result in criteria_of_all(session):
        states = ", ".join(f"{one.id} {SIGNS[one.state]}" for one in result.criteria)
        rows.append(
            [
                result.family,
                named[result.family].name,
                result.programme,
                "yes" if result.eligible else "no",
                states,
            ]
        )
    click.echo("\n".join(columns(rows)))
    click.echo()


def _write_reports(session: Session, folder: Path) -> None:
    known = [row.ref for row in list_families(session)]
    wanted = [ref for ref in REPORTED if ref in known]
    chosen = [*wanted, *(ref for ref in known if ref not in wanted)][: len(REPORTED)]
    for ref in chosen:
        for recipient in RECIPIENTS:
            target = folder / f"{ref}-{recipient}.pdf"
            reader = "P-1" if recipient == "family" else None
            try:
                write_progress_report(session, ref, target, recipient=recipient, reader=reader)
            except NothingToSend as nothing:
                click.echo(f"no report: {nothing.sentence}")
                continue
            click.echo(f"wrote {target}")
