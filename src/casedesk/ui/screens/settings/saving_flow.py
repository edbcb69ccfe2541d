"""A flow that ends in one save."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from casedesk.domain.errors import KnownError
from casedesk.ui.desk import Desk
from casedesk.ui.screens.settings.flow import Flow


class SavingFlow(Flow):
    """When it is saved every secret is taken off the screen, and it ends with its sentence."""

    def __init__(self, desk: Desk, heading: str, sentence: str, words: str, done: str) -> None:
        """`done` is what is said when it is saved."""
        super().__init__(desk.theme, heading, sentence, words)
        self._desk = desk
        self._done = done

    def put(self, busy: str, work: Callable[[], Any]) -> None:
        """Save on a worker; `busy` is said meanwhile."""
        self.set_busy(busy)
        self._desk.write(self, work, self._on_saved, self._on_failed, kinds=("Setting",))

    def _on_saved(self, _: Any) -> None:
        self.set_busy("")
        self.forget()
        self.ended.emit(self._done)

    def _on_failed(self, error: KnownError) -> None:
        self.say_problem(error.sentence)
