"""A household drawing in sentences, equal to what is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from casedesk.domain.dates import long_date
from casedesk.domain.genogram.drawing import Node
from casedesk.domain.genogram.kin import ended
from casedesk.domain.records import Person, Relationship

_DOWN = {
    "parent": "parent of",
    "step-parent": "step-parent of",
    "grandparent": "grandparent of",
    "aunt-uncle": "aunt or uncle of",
    "foster-carer": "foster carer of",
    "guardian": "guardian of",
}
_BESIDE = {
    "partner": "partners",
    "ex-partner": "former partners",
    "separated": "separated",
    "divorced": "divorced",
    "sibling": "brothers or sisters",
    "half-sibling": "half-brothers or half-sisters",
    "cousin": "cousins",
    "other": "related in another way",
}
_ORDER = (*_BESIDE, *_DOWN)


def names_of(people: Sequence[Person], refs: Mapping[str, str]) -> dict[str, str]:
    """What to call each person, so that no two are called the same."""
    called = {person.id: person.called for person in people}
    longer = {person.id: f"{person.called} {person.family_name}".strip() for person in people}
    longest = {
        person.id: f"{person.called} ({refs.get(person.id) or person.id})" for person in people
    }
    for names in (longer, longest):
        count = Counter(called.values())
        called = {
            person: names[person] if count[name] > 1 else name for person, name in called.items()
        }
    return called


def sentences_of(
    nodes: Sequence[Node],
    names: Mapping[str, str],
    relationships: Sequence[Relationship],
    home_label: str,
    as_at: date,
) -> tuple[str, ...]:
    """Who lives together, who lives elsewhere, who has died, and how they are related."""
    if not nodes:
        return ("Nobody is recorded in this family yet.",)
    home = [_with_age(node, names) for node in nodes if node.at_home]
    away = [_with_age(node, names) for node in nodes if not node.at_home and not node.died]
    died = [f"{names[node.person_id]} ({node.age})" for node in nodes if node.died]
    where = f" at {home_label}" if home_label else ""
    sentences = [f"As at {long_date(as_at)}."]
    if home:
        sentences.append(f"Living together{where}: {_listed(home)}.")
    if away:
        sentences.append(f"Not in the household: {_listed(away)}.")
    if died:
        sentences.append(f"No longer alive: {_listed(died)}.")
    waiting = [names[node.person_id] for node in nodes if node.expecting and not node.died]
    if waiting:
        sentences.append(f"Expecting a baby: {_listed(waiting)}.")
    sentences += _relations(relationships, names, as_at)
    return tuple(sentences)


def _with_age(node: Node, names: Mapping[str, str]) -> str:
    kind = {"square": "male", "circle": "female"}.get(node.shape, "")
    parts = [part for part in (node.age or "age not known", kind) if part]
    return f"{names[node.person_id]} ({', '.join(parts)})"


def _relations(
    relationships: Sequence[Relationship], names: Mapping[str, str], as_at: date
) -> list[str]:
    place = {person: number for number, person in enumerate(names)}
    relationships = sorted(
        relationships, key=lambda one: (place[one.person_id], place[one.other_person_id])
    )
    sentences = []
    for relation in _ORDER:
        whose: dict[tuple[str, date | None], list[str]] = {}
        for one in relationships:
            if one.relation != relation:
                continue
            until = one.to_on if ended(one, as_at) else None
            if relation in _BESIDE:
                pair = f"{names[one.person_id]} and {names[one.other_person_id]}"
                sentences.append(_ending(f"{pair} {'were' if until else 'are'}", relation, until))
            else:
                whose.setdefault((one.person_id, until), []).append(names[one.other_person_id])
        for (person, until), others in whose.items():
            verb = "was" if until else "is"
            article = "an" if relation == "aunt-uncle" else "a"
            text = f"{names[person]} {verb} {article} {_DOWN[relation]} {_listed(others)}"
            sentences.append(f"{text} until {long_date(until)}." if until else f"{text}.")
    return sentences


def _ending(start: str, relation: str, until: date | None) -> str:
    text = f"{start} {_BESIDE[relation]}"
    return f"{text} until {long_date(until)}." if until else f"{text}."


def _listed(parts: Sequence[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
