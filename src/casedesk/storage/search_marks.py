"""Where the words that were searched for stand in a text, to mark them."""

from __future__ import annotations

import re

from casedesk.storage.search_text import LONGEST_QUERY, fold, run_together, words_of

_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[^\W_]+(?:['’\-‐‑][^\W_]+)+")
LEAST_JOINED = 3

Spans = tuple[tuple[int, int], ...]


class Marker:
    """Marks the words of one search in many texts, as search finds them: words half typed,
    whatever their case and accents, O'Brien and phone numbers joined up too."""

    def __init__(self, typed: str) -> None:
        typed = typed[:LONGEST_QUERY]
        self._parts = [found for part in typed.split() if (found := words_of(part))]
        self._words = tuple(dict.fromkeys(word for part in self._parts for word in part))
        self._joined = tuple({"".join(part) for part in self._parts} | {run_together(typed)})

    def spans(self, text: str) -> Spans:
        """(first, after the last) character of each match, in order; empty for none."""
        if not self._words:
            return ()
        found = [span for word in _WORD.finditer(text) if (span := self._in_word(word))]
        if not found:
            found = [
                (one.start(), one.end())
                for one in _JOINED.finditer(text)
                if run_together(one[0]).startswith(self._joined)
            ]
        if not found and self._runs_through(text):
            return ((0, len(text)),)
        return tuple(found)

    def finds_all(self, text: str) -> bool:
        """Whether everything that was typed begins a word of the text, or all run together."""
        words = words_of(text) + [run_together(one[0]) for one in _JOINED.finditer(text)]

        def begins_one(typed: str) -> bool:
            return any(word.startswith(typed) for word in words)

        each = all(begins_one("".join(part)) or all(map(begins_one, part)) for part in self._parts)
        return bool(self._parts) and (each or self._runs_through(text))

    def _in_word(self, word: re.Match[str]) -> tuple[int, int] | None:
        folded = fold(word[0])
        if not folded.startswith(self._words):
            return None
        longest = max((one for one in self._words if folded.startswith(one)), key=len)
        # Letters that fold into several (œ) leave no telling where the match ends.
        length = len(longest) if len(folded) == len(word[0]) else len(word[0])
        return word.start(), word.start() + length

    def _runs_through(self, text: str) -> bool:
        together = run_together(text)
        return any(len(one) >= LEAST_JOINED and together.startswith(one) for one in self._joined)
