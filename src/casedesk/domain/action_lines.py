"""An action typed in one line: "Kerry to ring the GP by Friday".

Who does it, what is to be done, and by when. Only what is certain is taken out of the line;
everything else stays in the title, so that no word of it is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from casedesk.domain.task_words import TASK_WORDS
from casedesk.domain.typed_dates import read_typed_date

FAMILY = "family"
WORKER = "worker"
PROFESSIONAL = "professional"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who does it. `kind` is family, worker, professional or other; `name` is shown and kept.

    `id` is the person's or the professional's, "" for the worker and for others.
    """

    kind: str
    name: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who may be named in a line, by any of `names` ("Kerry", "Kerry Ashworth")."""

    owner: Owner
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """What a line was understood to mean.

    `owner` None: nobody is named, so it is the worker's unless somebody says otherwise.
    `owner_words` ("Kerry to") and `due_words` ("by Friday") are what was taken out of the line.
    """

    title: str
    owner: Owner | None = None
    due: date | None = None
    owner_words: str = ""
    due_words: str = ""


def worker_known(full_name: str) -> Known:
    """The worker, as a line may name them: "I", "me", by first name or by full name."""
    return Known(Owner(WORKER, full_name), ("I", "me", full_name, *full_name.split()[:1]))


def read_action_line(text: str, today: date, known: Sequence[Known] = ()) -> ActionLine:
    """Read one line typed on `today`. No text raises.

    The owner stands first: somebody who is `known` before "to", "will", "needs to" or a colon;
    or a name nobody knows before "to" ("Ms Ferris to send the work"). The due date stands last
    after "by" or "due", or first with a comma; it looks ahead and is never before today. A date
    at the end that is said otherwise ("on Friday", "in 6 weeks") counts and stays in the title.
    """
    words, due, due_words = _take_due(text.split(), today)
    title, owner, owner_words = _take_owner(words, known)
    return ActionLine(
        title=title[:1].upper() + title[1:],
        owner=owner,
        due=due,
        owner_words=owner_words,
        due_words=due_words,
    )


def _take_due(words: list[str], today: date) -> tuple[str, date | None, str]:
    """The line without its date, the date, and the words that were taken out."""
    line = " ".join(words)
    for start in range(max(1, len(words) - _LONGEST_DATE), len(words)):
        how, *said = (word.casefold() for word in words[start:])
        if how == "due" and said[:1] in (["on"], ["by"]):
            said = said[1:]
        if how in ("by", "due"):
            due = _due(" ".join(said), today)
            if due is not None:
                return " ".join(words[:start]).rstrip(" ,;:-"), due, " ".join(words[start:])
        elif how in ("on", "in", "within", "tomorrow", "today", "tonight"):
            due = _due(" ".join([how, *said]), today)
            if due is not None:
                return line, due, ""
    first, comma, rest = line.partition(", ")
    if comma and first.casefold().startswith("by ") and rest:
        due = _due(first[3:], today)
        if due is not None:
            return rest, due, f"{first},"
    return line, None, ""


def _due(text: str, today: date) -> date | None:
    found = read_typed_date(text.strip(" .,;!"), today, "ahead")
    return found if found is not None and found >= today else None


def _take_owner(words: str, known: Iterable[Known]) -> tuple[str, Owner | None, str]:
    """The line without its owner, the owner, and the words that were taken out."""
    names = [(name, one.owner) for one in known for name in one.names if name.strip()]
    for name, owner in sorted(names, key=lambda pair: -len(pair[0])):
        found = re.fullmatch(_spaced(name) + _DOES, words, re.IGNORECASE)
        # "I" is the worker, and "i" in front of anything may be anything.
        if found and (len(name) > 1 or words.startswith(name)):
            return found["rest"], owner, words[: found.start("rest")].strip()
    found = _STRANGER.fullmatch(words)
    if found and _is_somebody(found["name"].split()) and _is_task(found["rest"]):
        return found["rest"], Owner(OTHER, found["name"]), f"{found['name']} to"
    return words, None, ""


def _spaced(name: str) -> str:
    """A name as a pattern: any spaces, any apostrophe, and "the" before it or not."""
    plain = r"\s+".join(map(re.escape, name.split()))
    return "(?:the )?" + re.sub("['’]", "['’]", plain)


def _is_somebody(name: list[str]) -> bool:
    """Whether it reads as somebody's name and not as the beginning of a task."""
    first, *others = name
    if not first[:1].isupper() or first.casefold() in TASK_WORDS:
        return False
    if first.casefold() == "the":
        return bool(others)
    return all(one[:1].isupper() or one in ("and", "of", "the") for one in others)


def _is_task(rest: str) -> bool:
    """Whether it begins as something to do, and not with where something goes to."""
    first = rest.split()[0]
    return first[:1].islower() and first not in _NO_VERBS


_LONGEST_DATE = 8
"""Words: "by the end of the month" has six."""
_DOES = r"(?:(?:'ll|’ll| will| to| needs to| is to| has to| agreed to)|:) (?P<rest>\S.*)"
_STRANGER = re.compile(r"(?P<name>\S+(?: \S+){0,3}?) to (?P<rest>\S.*)")
_NO_VERBS = frozenset(
    ("the", "a", "an", "his", "her", "their", "my", "our", "your", "its", "all", "both", "and")
)
