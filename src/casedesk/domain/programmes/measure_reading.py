"""Reads the outcome measures of a pack, and what all figures of a pack share."""

from __future__ import annotations

from typing import Any

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.facts import EVENT, SPELL
from casedesk.domain.programmes.attendance import ATTENDANCE
from casedesk.domain.programmes.pack import ANY_OF, Measure, Threshold
from casedesk.domain.programmes.pack_checks import Table

EMPLOYMENT = "employment"
MOST_WEEKS = 520

MEASURES = ("none-in", "reduced-by", "attendance-at-least", "ended-for", "employed-for", "judged")


class FigureReader:
    """Checks fact kinds against the catalogue and gathers every threshold it reads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.thresholds: list[Threshold] = []

    def threshold(self, table: Table, key: str) -> Threshold:
        """`source` and `checked` of one table, remembered under `key`."""
        threshold = Threshold(key, table.text("source"), table.flag("checked"))
        self.thresholds.append(threshold)
        return threshold

    def kinds(self, table: Table, shapes: tuple[str, ...]) -> tuple[str, ...]:
        """The key `facts`: known kinds of one of the shapes (any shape when empty)."""
        kinds = table.texts("facts")
        for kind in kinds:
            known = self.catalogue.facts.get(kind)
            if known is None:
                table.refuse("facts", f"names an unknown kind of fact ({kind!r})")
            if shapes and known.shape not in shapes:
                table.refuse("facts", f"should name {' or '.join(shapes)} kinds ({kind} is none)")
        return kinds


def read_measure(table: Table, reader: FigureReader) -> Measure:
    """One measure, or a list of alternatives under the key `any_of`."""
    if table.has("any_of"):
        alternatives = tuple(read_measure(entry, reader) for entry in table.tables("any_of"))
        for alternative in alternatives:
            if alternative.kind == ANY_OF:
                table.refuse("any_of", "should not hold another list of alternatives")
        table.finish()
        return Measure(kind=ANY_OF, any_of=alternatives)
    kind = table.choice("measure", MEASURES)
    figures: dict[str, Any] = {}
    if kind == "attendance-at-least":
        figures["facts"] = (ATTENDANCE,)
        figures["percent"] = table.percent()
        figures["terms"] = table.whole("terms", 1, 100)
        figures["exclude_authorised"] = table.flag("exclude_authorised", default=False)
    elif kind == "employed-for":
        figures["facts"] = (EMPLOYMENT,)
        figures["of_weeks"] = table.whole("of_weeks", 1, MOST_WEEKS)
        figures["weeks"] = table.whole("weeks", 1, figures["of_weeks"])
    else:
        shapes = {"none-in": (EVENT,), "reduced-by": (EVENT,), "ended-for": (SPELL,)}
        figures["facts"] = reader.kinds(table, shapes.get(kind, ()))
        figures["months"] = table.months()
        if kind == "reduced-by":
            figures["percent"] = table.percent()
    threshold = reader.threshold(table, table.key)
    table.finish()
    return Measure(kind=kind, threshold=threshold, **figures)
