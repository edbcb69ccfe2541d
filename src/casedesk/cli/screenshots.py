"""`casedesk screenshots`: a picture of every screen on the made-up caseload."""

from __future__ import annotations

from pathlib import Path

import click

from casedesk.cli.ports import WindowPorts

BOTH = ("light", "dark")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--theme", type=click.Choice(BOTH), help="Both unless given.")
@click.option("--scale", type=click.FloatRange(0.5, 4.0), default=1.0, show_default=True)
@click.pass_obj
def screenshots(ports: WindowPorts, folder: Path, theme: str | None, scale: float) -> None:
    """Draw every screen into FOLDER, with no display needed."""
    for path in ports.render_screens(folder, (theme,) if theme else BOTH, scale):
        click.echo(f"wrote {path}")
