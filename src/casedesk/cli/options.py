"""The options that every command shares, and how the vault is opened for one command."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from casedesk.domain.errors import FileProblem, UsageError
from casedesk.services.before_unlock import default_vault_folder

if TYPE_CHECKING:
    from casedesk.services.session import Session

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A calendar date written 2026-11-24."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value).strip())
        except ValueError:
            self.fail(f"“{value}” is not a date written like 2026-11-24", param, ctx)


DAY = Day()


@dataclass(frozen=True)
class VaultChoice:
    """Which vault a command works on, who vouches for it, and what day it is."""

    folder: Path
    passphrase_file: Path | None
    today: date | None

    def passphrase(self) -> str:
        """The passphrase, from the file or the prompt."""
        if self.passphrase_file is not None:
            return read_secret(self.passphrase_file)
        return prompt_secret("Passphrase")

    @contextmanager
    def session(self) -> Iterator[Session]:
        """The vault opened for one command."""
        from casedesk.services.session import open_session

        with open_session(self.folder, self.passphrase, today=self.today) as session:
            for notice in session.notices:
                tell(f"Warning: {notice}")
            yield session


def vault_options(command: Command) -> Command:
    """Adds --vault, --passphrase-file and --today; the command gets one `choice`."""

    def gather(
        vault: Path | None, passphrase_file: Path | None, today: date | None, **rest: Any
    ) -> Any:
        choice = VaultChoice(vault or default_vault_folder(), passphrase_file, today)
        return command(choice=choice, **rest)

    gather.__name__ = command.__name__
    gather.__doc__ = command.__doc__
    gather.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    for option in (
        click.option(
            "--vault",
            type=click.Path(path_type=Path),
            envvar="CASEDESK_VAULT",
            help="Folder of the vault (or CASEDESK_VAULT).",
        ),
        click.option(
            "--passphrase-file",
            type=click.Path(path_type=Path),
            envvar="CASEDESK_PASSPHRASE_FILE",
            help="File with the passphrase (or CASEDESK_PASSPHRASE_FILE); else it is asked for.",
        ),
        today_option,
    ):
        option(gather)
    return gather  # type: ignore[return-value]


def today_option(command: Command) -> Command:
    """Adds --today, which fixes today's date for tests and demos."""
    return click.option(
        "--today",
        type=DAY,
        envvar="CASEDESK_TODAY",
        help="Today's date, for tests and demos (or CASEDESK_TODAY).",
    )(command)


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def read_secret(path: Path) -> str:
    """The one line of a secret's file. Raises `FileProblem`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise FileProblem(
            f"The file {path} could not be read; check its name and that it is plain UTF-8 text."
        ) from None
    return text.removesuffix("\n").removesuffix("\r")


def prompt_secret(label: str, *, twice: bool = False) -> str:
    """Asks at the terminal without showing what is typed."""
    answer: str = click.prompt(label, hide_input=True, confirmation_prompt=twice, err=True)
    return answer


def tell(sentence: str) -> None:
    """One sentence on standard error."""
    click.echo(sentence, err=True)


def print_json(value: Any) -> None:
    """One JSON value on one line of standard output."""
    click.echo(json.dumps(value, ensure_ascii=False))


def environment(name: str) -> str | None:
    """A setting from the environment, None when it is empty."""
    return os.environ.get(name) or None


def unknown_choice(what: str, value: str, known: list[str]) -> UsageError:
    """Wrong usage: a name that is in no list."""
    return UsageError(f"“{value}” is no {what} CaseDesk knows; choose from: {', '.join(known)}.")
