"""What is known of the spelling of words, asked for on a worker thread and remembered."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from casedesk.domain.spelling.words import folded_words, plain_word


class Checked(Protocol):
    """The words of a text in their order, and those newly looked up that nothing knows."""

    @property
    def words(self) -> tuple[str, ...]: ...

    @property
    def misspelt(self) -> frozenset[str]: ...


Run = Callable[..., Any]
"""`jobs.read` or `jobs.write`: (owner, work, done, failed)."""


class Spelling(QObject):
    """One family's spelling, shared by the editors of a page.

    `read` and `write` run work off the interface's thread; `known` gives the folded words that
    are right beside the dictionary's, `check(text, known, seen)` looks a text up,
    `suggest(word)` gives what may have been meant, `add(word)` puts it on the worker's list.
    What is missing (no dictionary, say) marks nothing and stops nobody from writing.

    Signals:
        looked_up(asker, words): the words of the text that an asker had looked up.
        learnt(): more is known than before.
    """

    looked_up = Signal(int, object)
    learnt = Signal()

    def __init__(
        self,
        *,
        read: Run,
        write: Run,
        known: Callable[[], frozenset[str]],
        check: Callable[[str, frozenset[str], set[str]], Checked],
        suggest: Callable[[str], tuple[str, ...]],
        add: Callable[[str], Any],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._write = read, write
        self._known_words, self._check, self._suggest, self._add = known, check, suggest, add
        self._known: frozenset[str] | None = None
        self._seen: set[str] = set()
        self._misspelt: set[str] = set()
        self._asking = 0
        self._askers = itertools.count(1)
        self._waiting: dict[int, str] = {}

    def new_asker(self) -> int:
        """A number for somebody who asks, to know their answers by."""
        return next(self._askers)

    def is_misspelt(self, word: str) -> bool:
        """Whether a word that was looked up is known to nobody."""
        return word in self._misspelt

    def look_up(self, asker: int, text: str) -> None:
        """Look up what is not known yet in a text; then `looked_up` and `learnt`.

        Asked again meanwhile, only an asker's last text is looked up after that.
        """
        self._waiting[asker] = text
        if not self._asking:
            self._go_on()

    def suggest(self, word: str, done: Callable[[tuple[str, ...]], None]) -> None:
        """What may have been meant, likeliest first."""
        self._read(self, lambda: self._suggest(word), done, lambda _: done(()))

    def add(self, word: str) -> None:
        """Put a word on the worker's own list; it counts as right from now on."""
        alike = folded_words([word])
        self._known = (self._known or frozenset()) | alike
        self._misspelt = {one for one in self._misspelt if folded_words([one]) != alike}
        self._write(self, lambda: self._add(plain_word(word)), lambda _: None)
        self.learnt.emit()

    def _go_on(self) -> None:
        if not self._waiting:
            return
        self._asking = next(iter(self._waiting))
        text = self._waiting.pop(self._asking)
        known, seen = self._known, set(self._seen)

        def work() -> tuple[frozenset[str], Checked]:
            words = self._known_words() if known is None else known
            return words, self._check(text, words, seen)

        self._read(self, work, self._on_looked_up, self._on_failed)

    def _on_looked_up(self, answer: tuple[frozenset[str], Checked]) -> None:
        known, checked = answer
        self._known = known | (self._known or frozenset())
        asker, self._asking = self._asking, 0
        self._seen.update(checked.words)
        self._misspelt |= {
            word for word in checked.misspelt if not folded_words([word]) <= self._known
        }
        self.looked_up.emit(asker, checked.words)
        self.learnt.emit()
        self._go_on()

    def _on_failed(self, _: Exception) -> None:
        """Nothing is marked; what is written is kept all the same."""
        self._asking = 0
        self._waiting.clear()
