"""What an outcome measure found, or what is missing and when it would hold."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from casedesk.domain.dates import add_months, long_date
from casedesk.domain.programmes.attendance import shown_rate
from casedesk.domain.programmes.employment import days_worked
from casedesk.domain.programmes.explain import name_of
from casedesk.domain.programmes.measure_reading import EMPLOYMENT
from casedesk.domain.programmes.measures import MeasureState, Measuring
from casedesk.domain.programmes.pack import ANY_OF, Measure
from casedesk.domain.programmes.progress import FALLBACK
from casedesk.domain.programmes.spans import LAST, joined
from casedesk.domain.programmes.windows import in_window, months_back
from casedesk.domain.programmes.wording import figure, last, listed, period, plural
from casedesk.domain.records import Fact


def measure_sentence(state: MeasureState, measuring: Measuring) -> str:
    """A plain sentence or two: the figures, the threshold, and the earliest date."""
    measure = state.measure
    if measure.kind == ANY_OF:
        return " Or: ".join(
            measure_sentence(one, measuring) for one in state.alternatives if one.applies
        )
    if measure is FALLBACK:
        return (
            "No measure of this criterion has facts to look at, so an outcome judgement decides. "
            + _judged(measure, measuring)
        )
    if measure.kind == "attendance-at-least":
        return _attendance(measure, measuring)
    if measure.kind == "judged":
        return _judged(measure, measuring)
    words = {
        "none-in": _none_in,
        "reduced-by": _reduced_by,
        "ended-for": _ended_for,
        "employed-for": _employed_for,
    }[measure.kind](measure, measuring)
    return words if state.holds else f"{words} {_when(state, measuring)}"


def _when(state: MeasureState, measuring: Measuring) -> str:
    if state.earliest is None:
        return "As things stand it will not hold within five years."
    complete = add_months(measuring.started_on, state.measure.months)
    if state.measure.months and state.earliest == complete:
        return (
            f"The first {period(state.measure.months, 'month')} since the start are complete on "
            f"{long_date(complete)}."
        )
    return f"If nothing new happens it holds from {long_date(state.earliest)}."


def _phrases(measure: Measure, measuring: Measuring, many: bool = False) -> str:
    kinds = measuring.evidence.catalogue.facts
    phrases = (kinds[kind].phrase for kind in measure.facts)
    return listed((plural(phrase) if many else phrase for phrase in phrases), "or")


def _recent_events(measure: Measure, measuring: Measuring) -> list[Fact]:
    return [
        fact
        for fact in measuring.facts(measure.facts)
        if fact.on is not None and in_window(fact.on, measure.months, measuring.day)
    ]


def _none_in(measure: Measure, measuring: Measuring) -> str:
    window = last(measure.months, "month")
    events = _recent_events(measure, measuring)
    if not events:
        return f"No {_phrases(measure, measuring)} in {window}."
    newest = max(events, key=lambda fact: fact.on or date.min)
    phrase = measuring.evidence.catalogue.facts[newest.kind].phrase
    when = long_date(newest.on) if newest.on is not None else ""
    return (
        f"The last {phrase} was on {when}; {period(measure.months, 'month')} without "
        f"{_phrases(measure, measuring, many=True)} are wanted."
    )


def _reduced_by(measure: Measure, measuring: Measuring) -> str:
    now, before = len(_recent_events(measure, measuring)), measuring.baseline(measure)
    what = _phrases(measure, measuring, many=True)
    return (
        f"{what[:1].upper()}{what[1:]}: {now} in {last(measure.months, 'month')}, {before} in "
        f"the {period(measure.months, 'month')} before the start; a fall of "
        f"{figure(measure.percent)}% is wanted, so {measuring.allowed(measure)} at most."
    )


def _attendance(measure: Measure, measuring: Measuring) -> str:
    wanted = f"at least {figure(measure.percent)}% is wanted"
    parts = []
    for one in measuring.school_rates(measure):
        who = name_of(one.owner)
        if one.percent is None:
            parts.append(f"{who} has no figures for {last(measure.terms, 'term')}")
        else:
            shown = shown_rate(one.percent, Fraction(measure.percent))
            parts.append(f"{who} attended {shown} over {last(measure.terms, 'term')}")
    return f"{listed(parts)}; {wanted}."


def _ended_for(measure: Measure, measuring: Measuring) -> str:
    window = period(measure.months, "month")
    phrases = _phrases(measure, measuring)
    opens = months_back(measuring.day, measure.months)
    spells = [
        fact for fact in measuring.facts(measure.facts) if fact.to_on is None or fact.to_on > opens
    ]
    if not spells:
        return f"No record of {phrases} in {last(measure.months, 'month')}."
    kinds = measuring.evidence.catalogue.facts
    open_ones = [fact for fact in spells if fact.to_on is None or fact.to_on > measuring.day]
    if open_ones:
        still = listed(dict.fromkeys(kinds[fact.kind].phrase for fact in open_ones))
        return f"A record of {still} is still current; {window} after its end are wanted."
    newest = max(spells, key=lambda fact: fact.to_on or date.max)
    ended = long_date(newest.to_on) if newest.to_on is not None else ""
    return (
        f"The last record of {kinds[newest.kind].phrase} ended on {ended}; {window} without "
        f"a record of {phrases} are wanted."
    )


def _employed_for(measure: Measure, measuring: Measuring) -> str:
    number, of = measuring.day.toordinal(), measure.of_weeks * 7
    best: tuple[int, str] | None = None
    for owner in measuring.members:
        if owner.member is None or not owner.member.is_adult_on(measuring.day):
            continue
        work = joined(
            (fact.from_on.toordinal(), fact.to_on.toordinal() if fact.to_on else LAST)
            for fact in owner.facts.get(EMPLOYMENT, ())
            if fact.from_on is not None and fact.from_on <= measuring.day
        )
        worked = days_worked(work, number - of + 1, number)
        if worked and (best is None or worked > best[0]):
            best = worked, name_of(owner)
    wanted = f"{measure.weeks * 7} days ({measure.weeks} of {measure.of_weeks} weeks) are wanted"
    first = long_date(date.fromordinal(max(1, number - of + 1)))
    if best is None:
        return f"No adult has worked since {first}; {wanted}."
    return f"{best[1]} has worked {period(best[0], 'day')} since {first}; {wanted}."


def _judged(measure: Measure, measuring: Measuring) -> str:
    newest = measuring.newest_judgement(measure)
    if newest is None:
        return (
            f"No outcome judgement in {last(measure.months, 'month')}; one that says "
            "“improved”, with its evidence, is wanted."
        )
    if newest.outcome == "improved":
        return f"The outcome judgement of {long_date(newest.on)} says “improved”."
    return (
        f"The newest outcome judgement, of {long_date(newest.on)}, says “{newest.outcome}”; "
        "“improved” is wanted."
    )
