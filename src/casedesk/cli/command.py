"""The root command, and how every failure becomes one plain sentence and an exit status."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from casedesk import __version__
from casedesk.cli import (
    criteria,
    demo,
    export,
    families,
    gate,
    imports,
    report,
    screenshots,
    search,
)
from casedesk.cli import vault as vault_commands
from casedesk.cli.options import tell, today_option
from casedesk.cli.ports import WindowPorts
from casedesk.domain.errors import KnownError
from casedesk.services.faults import record_fault
from casedesk.services.session import default_vault_folder

NO_SCREEN = (
    "There is no screen here to open the window on: type `casedesk --help` for what the command "
    "line can do."
)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["--help", "-h"]})
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


for command in (
    vault_commands.vault,
    imports.import_file,
    imports.workbook_template,
    export.export,
    families.families,
    criteria.criteria,
    gate.gate,
    report.report,
    search.search,
    demo.demo,
    screenshots.screenshots,
):
    casedesk.add_command(command)


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
