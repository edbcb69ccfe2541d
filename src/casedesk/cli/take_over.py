"""`casedesk take-over`: the window after a lock, in a process that never held the key."""

from __future__ import annotations

import click

from casedesk.cli.ports import WindowPorts


@click.command("take-over", hidden=True)
@click.pass_context
def take_over(context: click.Context) -> None:
    """Show the unlock page for the CaseDesk that locked (nobody types this)."""
    ports: WindowPorts = context.obj
    context.exit(ports.take_over())
