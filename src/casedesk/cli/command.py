"""The root command, and how every failure becomes one plain sentence and an exit status.

A command is loaded, with the services it stands on, when it is the one that was typed: the
window must not wait for any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from casedesk import __version__
from casedesk.cli.options import tell, today_option
from casedesk.cli.ports import WindowPorts
from casedesk.domain.errors import KnownError
from casedesk.services.before_unlock import default_vault_folder

NO_SCREEN = (
    "There is no screen here to open the window on: type `casedesk --help` for what the command "
    "line can do."
)


def _vault() -> click.Command:
    from casedesk.cli.vault import vault

    return vault


def _import() -> click.Command:
    from casedesk.cli.imports import import_file

    return import_file


def _workbook_template() -> click.Command:
    from casedesk.cli.imports import workbook_template

    return workbook_template


def _export() -> click.Command:
    from casedesk.cli.export import export

    return export


def _families() -> click.Command:
    from casedesk.cli.families import families

    return families


def _criteria() -> click.Command:
    from casedesk.cli.criteria import criteria

    return criteria


def _gate() -> click.Command:
    from casedesk.cli.gate import gate

    return gate


def _report() -> click.Command:
    from casedesk.cli.report import report

    return report


def _search() -> click.Command:
    from casedesk.cli.search import search

    return search


def _demo() -> click.Command:
    from casedesk.cli.demo import demo

    return demo


def _screenshots() -> click.Command:
    from casedesk.cli.screenshots import screenshots

    return screenshots


def _take_over() -> click.Command:
    from casedesk.cli.take_over import take_over

    return take_over


COMMANDS: Mapping[str, Callable[[], click.Command]] = {
    "vault": _vault,
    "import": _import,
    "workbook-template": _workbook_template,
    "export": _export,
    "families": _families,
    "criteria": _criteria,
    "gate": _gate,
    "report": _report,
    "search": _search,
    "demo": _demo,
    "screenshots": _screenshots,
    "take-over": _take_over,
}


class RootCommand(click.Group):
    """A group whose commands are loaded one by one, each when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Override click.Group.list_commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Override click.Group.get_command."""
        load = COMMANDS.get(cmd_name)
        return None if load is None else load()


@click.group(
    cls=RootCommand,
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help", "-h"]},
)
@click.version_option(__version__, prog_name="casedesk")
@click.option(
    "--vault",
    type=click.Path(path_type=Path),
    envvar="CASEDESK_VAULT",
    help="Folder of the vault to open the window on (or CASEDESK_VAULT).",
)
@today_option
@click.pass_context
def casedesk(context: click.Context, vault: Path | None, today: date | None) -> None:
    """Family case records for council keyworkers: encrypted, offline, consent honoured.

    Alone it opens the window.
    """
    if context.invoked_subcommand is not None:
        return
    ports: WindowPorts = context.obj
    if not ports.has_screen():
        raise KnownError(NO_SCREEN)
    context.exit(ports.open_window(vault or default_vault_folder(), today, None))


def run(arguments: Sequence[str], ports: WindowPorts) -> int:
    """Carry out one command line. Returns 0 done, 1 the work failed, 2 wrong usage.

    Every failure is one sentence on standard error, never a traceback; a bug of ours
    leaves a reference and where it happened in the log, with nothing personal.
    """
    try:
        casedesk.main(list(arguments), prog_name="casedesk", standalone_mode=False, obj=ports)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort:
        tell("Stopped: nothing was changed.")
        return 1
    except click.UsageError as error:
        tell(_one_sentence(error))
        return 2
    except click.ClickException as error:
        tell(error.format_message())
        return 1
    except KnownError as error:
        tell(error.sentence)
        return error.exit_status
    except KeyboardInterrupt:
        tell("Stopped before it was finished; nothing is half done.")
        return 1
    except BrokenPipeError:
        return 0
    except Exception as error:  # noqa: BLE001 - the last line of defence: a bug of ours
        from casedesk.services.faults import record_fault

        reference = record_fault(error)
        tell(
            "Something went wrong inside CaseDesk; your saved work is safe. "
            f"Tell your support desk this reference: {reference}."
        )
        return 1
    return 0


def _one_sentence(error: click.UsageError) -> str:
    message = error.format_message().strip()
    hint = "casedesk --help"
    if error.ctx is not None:
        hint = f"{error.ctx.command_path} --help"
    return f"{message.rstrip('.')}. Type `{hint}` to see how it is used."
