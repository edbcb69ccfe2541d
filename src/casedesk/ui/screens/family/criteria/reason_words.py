"""The sentence of a card, with the figures that decide it standing out."""

from __future__ import annotations

import re

from casedesk.domain.views.criteria_page import CriterionCard

_CHANGED = " The records have changed since"
_SHORT = 12
FROM_RECORDS = "From the records: "
_STRONG = re.compile(
    r"(?<=the threshold is )(?:[^.;]|\.(?=\d))+"
    r"|\d+(?:\.\d+)?%"
    r"|(?<= has )\d+ [^.;]+?(?= in the last| over the last)"
    r"|(?<= on )\d{1,2} [A-Z][a-z]+ \d{4}(?=:| that this)"
    r"|no record meets it"
)

Pieces = list[tuple[str, bool]]


def strong_pieces(sentence: str) -> Pieces:
    """The sentence in pieces; the figures and thresholds are marked True."""
    pieces: Pieces = []
    end = 0
    for match in _STRONG.finditer(sentence):
        pieces.append((sentence[end : match.start()], False))
        pieces.append((_together(match.group()), True))
        end = match.end()
    pieces.append((sentence[end:], False))
    return [piece for piece in pieces if piece[0]]


def card_pieces(card: CriterionCard) -> Pieces:
    """Why a criterion stands as it does, in a sentence or two.

    Where the keyworker decided, their words come first; what the records say follows when it
    is something else or has changed since.
    """
    first: Pieces = [("Improved and sustained. ", True)] if card.state == "improved" else []
    if card.decision is None:
        return first + strong_pieces(card.reason)
    said = strong_pieces(_ended(card.decision.sentence))
    if card.another_look is None and card.decision.state == card.records_state:
        return first + said
    _, found, records = card.reason.partition(FROM_RECORDS)
    # A banner on the card says that the records have changed.
    records = records.partition(_CHANGED)[0]
    return first + said + (strong_pieces(f" {FROM_RECORDS}{records}") if found else [])


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."


def _together(words: str) -> str:
    """A short figure is not broken over two lines."""
    return words.replace(" ", "\u00a0") if len(words) <= _SHORT else words
