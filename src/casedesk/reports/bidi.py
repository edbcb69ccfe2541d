"""Right-to-left text: joined Arabic letters, and the order in which a line is drawn.

The PDF library draws characters from left to right as it gets them. Arabic letters are
exchanged for the presentation forms that Unicode keeps for this (their joining is read from
the character database), and the Unicode bidirectional algorithm (UAX 9, without explicit
embeddings, which are shown and not obeyed) puts each line into drawing order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
_FORMS = {"<isolated>": 0, "<final>": 1, "<initial>": 2, "<medial>": 3}
_MIRRORS = {"(": ")", "[": "]", "{": "}", "<": ">", "«": "»", "‹": "›", "≤": "≥"}
_MIRROR = _MIRRORS | {right: left for left, right in _MIRRORS.items()}
_JOINER = "\u200d"
_NON_JOINER = "\u200c"


@cache
def _presentation_forms() -> dict[str, list[str | None]]:
    """Letters, or the two of a lam-alef, to their [isolated, final, initial, medial] forms."""
    forms: dict[str, list[str | None]] = {}
    for code in (*range(0xFB50, 0xFBFF), *range(0xFE80, 0xFEFD)):
        tag, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if tag not in _FORMS or not 1 <= len(letters) <= 2:
            continue
        plain = "".join(chr(int(letter, 16)) for letter in letters)
        if len(plain) == 2 and (plain[0] != "\u0644" or plain[1] not in "\u0622\u0623\u0625\u0627"):
            continue
        forms.setdefault(plain, [None] * 4)[_FORMS[tag]] = chr(code)
    return forms


def _joins_after(letter: str) -> bool:
    """Whether the letter connects to the one that follows it."""
    forms = _presentation_forms().get(letter)
    return letter in (_JOINER, "\u0640") or bool(forms and forms[2])


def _joins_before(letter: str) -> bool:
    forms = _presentation_forms().get(letter)
    return letter in (_JOINER, "\u0640") or bool(forms and forms[1])


def join_letters(text: str) -> str:
    """The text in the letter forms to draw, lam and alef in one; other text unchanged.

    Marks are looked through when joining. The joiners stay where they were.
    """
    forms_of = _presentation_forms()
    letters = [at for at, one in enumerate(text) if not unicodedata.combining(one)]
    after = dict(pairwise(letters))
    before = {later: earlier for earlier, later in after.items()}
    drawn: list[str] = []
    skip: set[int] = set()
    for at, letter in enumerate(text):
        if at in skip:
            continue
        following = after.get(at)
        shape = letter
        if following is not None and letter + text[following] in forms_of:
            shape = letter + text[following]
            skip.add(following)
            following = after.get(following)
        forms = forms_of.get(shape)
        if forms is None:
            drawn.append(letter)
            continue
        previous = before.get(at)
        joined_before = (
            forms[1] is not None and previous is not None and _joins_after(text[previous])
        )
        joined_after = (
            forms[2] is not None and following is not None and _joins_before(text[following])
        )
        form = forms[2 * joined_after + joined_before] or forms[0]
        drawn.append(form or shape)
    return "".join(drawn)


def _resolve_weak(kinds: list[str], start: str) -> None:
    """Rules W1 to W7 in place; `start` is the class of the paragraph's edge, L or R."""
    previous = start
    strong = start
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kind = previous
        if kind in ("L", "R", "AL"):
            strong = kind
        if kind == "EN" and strong == "AL":
            kind = "AN"
        previous = kind
        kinds[at] = "R" if kind == "AL" else kind
    for at in range(1, len(kinds) - 1):
        left, right = kinds[at - 1], kinds[at + 1]
        if left == right and (
            (kinds[at] == "ES" and left == "EN") or (kinds[at] == "CS" and left in ("EN", "AN"))
        ):
            kinds[at] = left
    for at in (*range(1, len(kinds)), *range(len(kinds) - 2, -1, -1)):
        beside = [kinds[n] for n in (at - 1, at + 1) if 0 <= n < len(kinds)]
        if kinds[at] == "ET" and "EN" in beside:
            kinds[at] = "EN"
    strong = start
    for at, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
        elif kind not in ("EN", "AN"):
            kinds[at] = "N"


def levels(text: str | Sequence[str]) -> tuple[int, list[int]]:
    """The paragraph's level (0 left to right, 1 right to left) and each character's."""
    kinds = [unicodedata.bidirectional(one) or "L" for one in text]
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), "L")
    base = 0 if first == "L" else 1
    edge = "R" if base else "L"
    _resolve_weak(kinds, edge)
    at = 0
    while at < len(kinds):
        if kinds[at] != "N":
            at += 1
            continue
        end = at
        while end < len(kinds) and kinds[end] == "N":
            end += 1
        left = edge if at == 0 else kinds[at - 1]
        right = edge if end == len(kinds) else kinds[end]
        sides = {"L" if side == "L" else "R" for side in (left, right)}
        kinds[at:end] = [sides.pop() if len(sides) == 1 else edge] * (end - at)
        at = end
    found = []
    for kind in kinds:
        if kind in ("EN", "AN"):
            found.append(2)
        elif kind == "R":
            found.append(1)
        else:
            found.append(2 if base else 0)
    return base, found


def drawing_order(level: Sequence[int]) -> list[int]:
    """The indices of a line's characters from left to right (rule L2)."""
    order = list(range(len(level)))
    lowest_odd = min((one for one in level if one % 2), default=None)
    if lowest_odd is None:
        return order
    for depth in range(max(level), lowest_odd - 1, -1):
        at = 0
        while at < len(order):
            if level[order[at]] < depth:
                at += 1
                continue
            end = at
            while end < len(order) and level[order[end]] >= depth:
                end += 1
            order[at:end] = reversed(order[at:end])
            at = end
    return order


def mirrored(character: str) -> str:
    """The character as it looks in right-to-left text: brackets turn round."""
    return _MIRROR.get(character, character)
