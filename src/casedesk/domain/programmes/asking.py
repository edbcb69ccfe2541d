"""What a criterion asks for before it counts as improved, in words that fit any family.

The figures are the pack's (docs/criteria.md, Progress); nothing of a family is read.
"""

from __future__ import annotations

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.programmes.pack import ANY_OF, Criterion, Measure
from casedesk.domain.programmes.wording import figure, last, listed, period, plural

JUDGED = "An outcome judgement that says “improved”, with what shows it"


def what_it_asks(criterion: Criterion, catalogue: Catalogue) -> tuple[str, ...]:
    """One line for each of a criterion's outcome measures; all that apply must hold."""
    return tuple(_measure(one, catalogue) for one in criterion.measures) or (JUDGED,)


def _measure(measure: Measure, catalogue: Catalogue) -> str:
    if measure.kind == ANY_OF:
        lines = [_measure(one, catalogue) for one in measure.any_of]
        return "; or: ".join((lines[0], *(one[:1].lower() + one[1:] for one in lines[1:])))
    window = last(measure.months, "month")
    if measure.kind == "none-in":
        return f"No {_phrases(measure, catalogue)} in {window}"
    if measure.kind == "reduced-by":
        what = _phrases(measure, catalogue, many=True)
        return (
            f"{figure(measure.percent)}% fewer {what} in {window} than in the "
            f"{period(measure.months, 'month')} before the start"
        )
    if measure.kind == "attendance-at-least":
        return (
            f"Every child of school age at school for at least {figure(measure.percent)}% of "
            f"{last(measure.terms, 'term')}"
        )
    if measure.kind == "ended-for":
        months = period(measure.months, "month")
        return f"No record of {_phrases(measure, catalogue)} for {months}"
    if measure.kind == "employed-for":
        return f"An adult in work for {measure.weeks} of {measure.of_weeks} weeks"
    return JUDGED


def _phrases(measure: Measure, catalogue: Catalogue, *, many: bool = False) -> str:
    phrases = [catalogue.facts[kind].phrase for kind in measure.facts if kind in catalogue.facts]
    return listed((plural(one) if many else one for one in phrases), "or")
