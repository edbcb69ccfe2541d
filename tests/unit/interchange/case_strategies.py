"""Hypothesis strategies for whole case files: every field, awkward texts, several families.

What the workbook cannot hold by its own rules is not made: text of nothing but spaces, two
records without references that agree in all that identifies them, days after today where
none may be.
"""

from __future__ import annotations

import itertools
from dataclasses import fields, replace
from datetime import date, time, timedelta
from decimal import Decimal

from hypothesis import strategies as st
from memory_vault import LISTS, PROGRAMMES, TODAY

from casedesk.domain.records import (
    Action,
    Address,
    Assessment,
    CaseFile,
    Consent,
    Contact,
    Decision,
    Fact,
    Family,
    Goal,
    Involvement,
    Judgement,
    Membership,
    Order,
    Person,
    Relationship,
    Restriction,
    Review,
    SharingDecision,
)
from casedesk.domain.records.family import STATUSES
from casedesk.domain.records.people import RELATIONS, ROLES, SEXES
from casedesk.domain.records.work import CONTACT_KINDS
from casedesk.domain.sharing_checks import BASES

CATALOGUE = LISTS.catalogue
_CHARACTERS = st.one_of(
    st.sampled_from("=+-@\t\n\r'\"(),;:/|<>&_x000D éż‮⁦🙂"),
    st.characters(exclude_categories=("Cs", "Cc")),
)
_AWKWARD = st.sampled_from(
    ["=1+1", "+44", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''", "'", "(clear)",
     "'(clear)", " (CLEAR) ", "_x000D_", "_x005F_x000D_", "#N/A", "TRUE", "yes", "1e5", "007",
     "24/11/2026", "a\r\rb", " leading", "trailing ", "]]>", "&amp;", "\ufffe", "line\n\n\nline"]
)  # fmt: skip


def _readable(text: str) -> bool:
    return bool(text.strip()) and "\r\n" not in text


texts = st.one_of(_AWKWARD, st.text(_CHARACTERS, min_size=1, max_size=12)).filter(_readable)
maybe_text = st.none() | texts
birthdays = st.dates(date(1890, 1, 1), date(2015, 1, 1))
past = st.dates(date(2016, 1, 1), TODAY)
maybe_past = st.none() | past
any_day = st.dates(date(2016, 1, 1), date(2040, 1, 1))
yes_no = st.booleans()
maybe = st.none() | st.booleans()
refs = st.text("ABCab12-/.' =+@_#", min_size=1, max_size=6).map(str.strip).filter(
    lambda ref: ref and ref.casefold() != "(clear)"
)  # fmt: skip
recipients = st.sampled_from([*CATALOGUE.recipients, "schools/St. Mary's", "nhs/Practice 7"])


def some(values, least=0, most=3):
    return st.lists(values, min_size=least, max_size=most, unique=True).map(tuple)


categories = some(st.sampled_from(list(CATALOGUE.categories)))


def after(day: date | None, planned: bool):
    """None, or a day not before `day`."""
    first = day or date(2016, 1, 1)
    last = first + timedelta(days=4000) if planned else max(first, TODAY)
    return st.none() | st.dates(first, last)


NOT_CARRIED = {"minutes", "professionals", "apologies", "views"}
"""What the workbook has no column for (docs/interchange.md, What it does not carry)."""


class Maker:
    """Draws records with ids and orders of their own."""

    def __init__(self, draw) -> None:
        self.draw = draw
        self._count = itertools.count(1)

    def make(self, record_type, /, **given):
        number = next(self._count)
        drawn = {
            name: self.draw(value) if isinstance(value, st.SearchStrategy) else value
            for name, value in given.items()
        }
        missing = {one.name for one in fields(record_type)} - drawn.keys()
        assert missing <= {"id", "version", "order", "recorded_by", *NOT_CARRIED}, missing
        return record_type(id=f"x{number}", order=Order(number, "7K", 1), **drawn)

    def several(self, make, identity=None, most=3):
        """Up to `most` records, no two of which agree in `identity`."""
        found = [make() for _ in range(self.draw(st.integers(0, most)))]
        if identity is not None:
            first: dict = {}
            for one in found:
                first.setdefault(identity(one), one)
            found = list(first.values())
        return tuple(found)


@st.composite
def caseloads(draw) -> list[CaseFile]:
    """One to three families; a person of the first may be in the others too."""
    maker = Maker(draw)
    family_refs = draw(st.lists(refs, min_size=1, max_size=3, unique=True))
    shared: list[Person] = []
    cases: list[CaseFile] = []
    for ref in family_refs:
        case = _case(maker, ref, shared)
        shared.extend(one for one in case.people if one not in shared)
        cases.append(case)
    return _joined(cases)


def _joined(cases: list[CaseFile]) -> list[CaseFile]:
    """What is about a person stands in the case file of each of their families."""
    out = []
    cases = _without_twins(cases)
    for case in cases:
        people = {one.id for one in case.people}
        every = {
            name: tuple(
                one
                for other in cases
                for one in getattr(other, name)
                if one.family_id == case.family.id or one.person_id in people
            )
            for name in ("facts", "consents", "restrictions")
        }
        out.append(replace(case, **every))
    return out


def _without_twins(cases: list[CaseFile]) -> list[CaseFile]:
    """Leave out restrictions that agree with one of the same person in another family."""
    seen: set[tuple[str, str, date]] = set()
    out = []
    for case in cases:
        kept = [
            one for one in case.restrictions if (one.person_id, one.kind, one.from_on) not in seen
        ]
        seen.update((one.person_id, one.kind, one.from_on) for one in kept)
        out.append(replace(case, restrictions=tuple(kept)))
    return out


def _case(maker: Maker, ref: str, shared: list[Person]) -> CaseFile:
    family = maker.make(
        Family, ref=ref, name=texts, status=st.none() | st.sampled_from(STATUSES),
        referral_source=maybe_text, alert=maybe_text, alert_reason=maybe_text,
        alert_agreed_by=maybe_text, alert_review_on=st.none() | any_day,
    )  # fmt: skip
    people = [_person(maker) for _ in range(maker.draw(st.integers(1, 3)))]
    people += maker.draw(st.lists(st.sampled_from(shared), max_size=1)) if shared else []
    member_refs = maker.draw(
        st.lists(refs, min_size=len(people), max_size=len(people), unique=True)
    )
    members = [
        _member(maker, family, person, one) for person, one in zip(people, member_refs, strict=True)
    ]
    ids = tuple(person.id for person in people)
    goals = maker.several(lambda: _goal(maker, family, ids), lambda one: one.ref)
    return CaseFile(
        family,
        involvements=_involvements(maker, family),
        addresses=_addresses(maker, family, ids),
        people=tuple(sorted(people, key=lambda person: person.order)),
        memberships=tuple(members),
        relationships=_relationships(maker, family, ids),
        facts=maker.several(lambda: _fact(maker, family, ids), lambda one: one.ref),
        decisions=_decisions(maker, family),
        judgements=_judgements(maker, family),
        consents=maker.several(lambda: _consent(maker, family, ids), lambda one: one.ref),
        sharing_decisions=maker.several(lambda: _sharing(maker, family, ids), lambda one: one.ref),
        restrictions=_restrictions(maker, family, ids),
        contacts=maker.several(lambda: _contact(maker, family, ids), lambda one: one.ref),
        goals=goals,
        actions=maker.several(lambda: _action(maker, family, ids, goals), lambda one: one.ref),
        reviews=_reviews(maker, family, ids),
        assessments=_assessments(maker, family, ids),
    )


def _person(maker: Maker) -> Person:
    born = maker.draw(st.none() | birthdays)
    return maker.make(
        Person, given_name=texts, family_name=texts, known_as=maybe_text, date_of_birth=born,
        died_on=after(born, False), sex=st.none() | st.sampled_from(SEXES), gender=maybe_text,
        ethnicity=st.none() | st.sampled_from(["WBRI", "local 7"]), expectant=maybe,
        nhs_number=maybe_text, upn=maybe_text, nino=maybe_text, la_child_id=maybe_text,
        phone=maybe_text, email=maybe_text, school=maybe_text, first_language=maybe_text,
        interpreter=maybe, disability=some(st.sampled_from(["AUT", "LD", "NONE", "odd"])),
    )  # fmt: skip


def _member(maker: Maker, family: Family, person: Person, ref: str) -> Membership:
    joined = maker.draw(st.none() | any_day)
    return maker.make(
        Membership, family_id=family.id, person_id=person.id, ref=ref,
        role=st.none() | st.sampled_from(ROLES), parental_responsibility=maybe,
        lives_in_household=maybe, joined_on=joined, left_on=after(joined, True), dependent=maybe,
    )  # fmt: skip


def _involvements(maker: Maker, family: Family) -> tuple[Involvement, ...]:
    def make(current: bool) -> Involvement:
        referred = maker.draw(maybe_past)
        started = maker.draw(after(referred, current))
        begun = started if started is None or started <= TODAY else TODAY + timedelta(days=9999)
        closed = None
        if begun is None or begun <= TODAY:
            closed = maker.draw(after(begun or referred, False))
        programme = st.sampled_from(list(PROGRAMMES))
        return maker.make(
            Involvement, family_id=family.id, programme=st.none() | programme if current
            else programme, current=current, referred_on=referred, started_on=started,
            closed_on=closed, closure_reason=maybe_text, keyworker=maybe_text, team=maybe_text,
        )  # fmt: skip

    def identity(one: Involvement):
        return one.programme, one.started_on is None, one.started_on or one.referred_on

    earlier = maker.several(lambda: make(False), identity)
    now = make(True) if maker.draw(yes_no) else None
    if now is None or not any(
        getattr(now, name)
        for name in ("programme", "referred_on", "started_on", "closed_on", "closure_reason",
                     "keyworker", "team")
    ):  # fmt: skip
        return earlier
    return (*(one for one in earlier if identity(one) != identity(now)), now)


def _addresses(maker: Maker, family: Family, ids: tuple[str, ...]) -> tuple[Address, ...]:
    def earlier() -> Address:
        begins = maker.draw(maybe_past)
        return maker.make(
            Address, family_id=family.id, person_id=st.none() | st.sampled_from(ids),
            address=texts, postcode=maybe_text, uprn=maybe_text, from_on=begins,
            to_on=after(begins, True), protected=yes_no, current=False,
        )  # fmt: skip

    found = maker.several(earlier, lambda one: (one.person_id, one.address, one.from_on))
    if not maker.draw(yes_no):
        return found
    now = maker.make(
        Address, family_id=family.id, person_id=None, address=st.just("") | texts,
        postcode=maybe_text, uprn=maybe_text, from_on=None, to_on=None, protected=yes_no,
        current=True,
    )  # fmt: skip
    if not (now.address or now.postcode or now.uprn or now.protected):
        return found
    if now.address and maker.draw(yes_no):
        dated = {"from_on": maker.draw(maybe_past), "to_on": maker.draw(after(TODAY, True))}
        now = replace(now, **dated)
    return (*(one for one in found if one.address != now.address), now)


def _relationships(maker: Maker, family: Family, ids: tuple[str, ...]):
    if len(ids) < 2:
        return ()

    def make() -> Relationship:
        one, other = maker.draw(st.permutations(ids))[:2]
        begins = maker.draw(maybe_past)
        # Being each other's parent is refused: the first recorded is the parent.
        sure = st.sampled_from(RELATIONS if ids.index(one) < ids.index(other) else RELATIONS[1:])
        return maker.make(
            Relationship, family_id=family.id, person_id=one, other_person_id=other,
            relation=sure, from_on=begins, to_on=after(begins, True),
        )  # fmt: skip

    return maker.several(
        make, lambda one: (one.person_id, one.other_person_id, one.relation, one.from_on)
    )


def _fact(maker: Maker, family: Family, ids: tuple[str, ...]) -> Fact:
    kind = CATALOGUE.facts[maker.draw(st.sampled_from(list(CATALOGUE.facts)))]
    given = dict.fromkeys(
        ("on", "from_on", "to_on", "possible", "attended", "authorised", "days", "release_due",
         "benefit", "criterion")
    )  # fmt: skip
    if kind.shape == "event":
        given["on"] = maker.draw(past)
    else:
        given["from_on"] = maker.draw(past)
        end = after(given["from_on"], True)
        given["to_on"] = maker.draw(end if kind.shape == "spell" else end.filter(bool))
    possible = maker.draw(st.integers(1, 400))
    attended = maker.draw(st.integers(0, possible))
    figures = {
        "possible": st.just(possible),
        "attended": st.just(attended),
        "authorised": st.none() | st.integers(0, possible - attended),
        "days": st.integers(1, 90).map(lambda halves: Decimal(halves) / 2),
        "release_due": after(given["from_on"], True),
        "benefit": st.none() | st.sampled_from(LISTS.benefits),
        "criterion": st.sampled_from(sorted(LISTS.criteria)),
    }
    for name in kind.fields:
        given[name] = maker.draw(figures[name])
    who = st.sampled_from(ids)
    return maker.make(
        Fact, family_id=family.id, person_id=who if kind.needs_person else st.none() | who,
        ref=refs, kind=kind.id, detail=maybe_text, source=maybe_text, source_ref=maybe_text,
        confidential=yes_no, in_error=yes_no, **given,
    )  # fmt: skip


def _decisions(maker: Maker, family: Family):
    def make() -> Decision:
        programme = maker.draw(st.sampled_from(list(PROGRAMMES)))
        return maker.make(
            Decision, family_id=family.id, programme=programme, pack_version=texts,
            criterion=st.sampled_from(PROGRAMMES[programme][1]),
            state=st.sampled_from(["met", "not_met"]), on=past, by=maybe_text, reason=texts,
            records_state=st.none() | st.sampled_from(["met", "not_met", "not_known"]),
            in_error=yes_no,
        )  # fmt: skip

    return maker.several(
        make,
        lambda one: (one.programme, one.criterion, one.on, one.state, one.reason, one.in_error),
    )


def _judgements(maker: Maker, family: Family):
    return maker.several(
        lambda: maker.make(
            Judgement, family_id=family.id, programme=st.sampled_from(list(PROGRAMMES)),
            criterion=st.sampled_from(sorted(LISTS.criteria)), on=past,
            outcome=st.sampled_from(["improved", "same", "worse"]), evidence=texts,
            by=maybe_text, in_error=yes_no,
        ),
        lambda one: (one.programme, one.criterion, one.on, one.outcome, one.in_error),
    )  # fmt: skip


def _consent(maker: Maker, family: Family, ids: tuple[str, ...]) -> Consent:
    decided = maker.draw(past)
    return maker.make(
        Consent, family_id=family.id, person_id=st.sampled_from(ids), ref=refs,
        recipients=some(recipients, 1), categories=some(categories.filter(bool), 1, 1).map(
            lambda one: one[0]
        ),
        purposes=some(st.sampled_from(list(CATALOGUE.purposes)), 1),
        decision=st.sampled_from(["given", "refused"]), decided_on=decided,
        expires_on=after(decided, True), withdrawn_on=after(decided, False),
        withdrawn_reason=maybe_text, given_by=maybe_text,
        method=st.none() | st.sampled_from(["written", "verbal", "electronic"]),
        explained_by=maybe_text, notice_version=maybe_text, competence=maybe_text,
        note=maybe_text, in_error=yes_no,
    )  # fmt: skip


def _sharing(maker: Maker, family: Family, ids: tuple[str, ...]) -> SharingDecision:
    begins = maker.draw(past)
    told = maker.draw(yes_no)
    share = maker.draw(yes_no)
    basis = st.sampled_from(BASES)
    return maker.make(
        SharingDecision, family_id=family.id, ref=refs, people=some(st.sampled_from(ids), 1),
        recipients=some(recipients, 1), categories=categories.filter(bool),
        decision="share" if share else "do not share", basis=basis if share else st.none() | basis,
        reason=texts, told_family=told, not_told_why=maybe_text if told else texts,
        decided_by=texts, decided_on=past, authorised_by=maybe_text,
        condition=maybe_text.filter(
            lambda one: one is None or one.strip().casefold() not in CATALOGUE.conditions
        ) | st.sampled_from(list(CATALOGUE.conditions)),
        protected_address=yes_no, from_on=begins, to_on=after(begins, True), in_error=yes_no,
    )  # fmt: skip


def _restrictions(maker: Maker, family: Family, ids: tuple[str, ...]):
    def make() -> Restriction:
        begins = maker.draw(past)
        return maker.make(
            Restriction, family_id=family.id, person_id=st.sampled_from(ids[:1]),
            kind=st.sampled_from(["restriction", "objection"]),
            purposes=some(st.sampled_from(list(CATALOGUE.purposes))), from_on=begins,
            to_on=after(begins, True), reason=maybe_text,
        )  # fmt: skip

    return maker.several(make, lambda one: (one.person_id, one.kind, one.from_on))


def _contact(maker: Maker, family: Family, ids: tuple[str, ...]) -> Contact:
    who = some(st.sampled_from(ids))
    # A line of this column is one child's; a lone carriage return in it becomes a line break.
    words = texts.map(lambda text: text.replace("\r", "|"))
    voice = st.tuples(st.none() | st.sampled_from(ids), words)
    return maker.make(
        Contact, family_id=family.id, ref=refs, on=past,
        at_time=st.none() | st.times().map(lambda one: one.replace(microsecond=0))
        | st.sampled_from([time(0), time(23, 59, 59, 999999)]),
        kind=st.none() | st.sampled_from(CONTACT_KINDS), people=who, also_present=maybe_text,
        children_seen=who, seen_alone=who, child_voice=st.lists(voice, max_size=3).map(tuple),
        text=texts, categories=categories, by=maybe_text, significant=yes_no,
        confidential=yes_no,
    )  # fmt: skip


def _goal(maker: Maker, family: Family, ids: tuple[str, ...]) -> Goal:
    began = maker.draw(maybe_past)
    return maker.make(
        Goal, family_id=family.id, ref=refs,
        criterion=st.none() | st.sampled_from(sorted(LISTS.criteria)),
        people=some(st.sampled_from(ids)), title=texts, family_words=maybe_text,
        start_score=st.none() | st.integers(0, 10), now_score=st.none() | st.integers(0, 10),
        set_on=began, achieved_on=after(began, False), categories=categories,
        confidential=yes_no,
    )  # fmt: skip


def _action(maker: Maker, family: Family, ids: tuple[str, ...], goals: tuple[Goal, ...]) -> Action:
    return maker.make(
        Action, family_id=family.id,
        goal_id=st.sampled_from([None, *(goal.id for goal in goals)]), ref=refs, title=texts,
        owner=maybe_text, due=st.none() | any_day, done_on=maybe_past,
        people=some(st.sampled_from(ids)), categories=categories, confidential=yes_no,
    )  # fmt: skip


def _reviews(maker: Maker, family: Family, ids: tuple[str, ...]):
    return maker.several(
        lambda: maker.make(
            Review, family_id=family.id, due_on=any_day, held_on=maybe_past,
            kind=st.none() | st.sampled_from(["review", "team around the family"]),
            people=some(st.sampled_from(ids)), also_present=maybe_text, text=maybe_text,
            categories=categories,
        ),
        lambda one: (one.due_on, one.kind),
    )  # fmt: skip


def _assessments(maker: Maker, family: Family, ids: tuple[str, ...]):
    return maker.several(
        lambda: maker.make(
            Assessment, family_id=family.id, on=past, people=some(st.sampled_from(ids)),
            summary=maybe_text, by=maybe_text,
        ),
        lambda one: (one.on, frozenset(one.people)),
    )  # fmt: skip
