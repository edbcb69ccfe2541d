"""People and recipients in the words of a row."""

from __future__ import annotations

from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.dates import add_months, age_on
from casedesk.domain.people import Member
from casedesk.domain.programmes.wording import listed
from casedesk.domain.recipient_names import organisation_in
from casedesk.domain.records import CaseFile, Person

SHORT_RECIPIENTS = {"nhs": "NHS", "dwp": "DWP", "probation": "Probation", "schools": "School"}
_FOR_SELF = {"female": "for herself", "male": "for himself"}
_FEW_MONTHS = 24
RELATION_WORDS = {
    "ex-partner": "ex-partner",
    "separated": "separated from",
    "divorced": "divorced from",
    "aunt-uncle": "aunt or uncle",
    "other": "related to",
}
_WITHOUT_OF = frozenset({"separated", "divorced", "other"})


def age_words(person: Person, day: date) -> str:
    """ "34", "5 months", "died 2019"; empty without a date of birth."""
    if person.died_on is not None and person.died_on <= day:
        return f"died {person.died_on.year}"
    born = person.date_of_birth
    if born is None:
        return ""
    if born > day:
        return "not born yet"
    years = age_on(born, day)
    if years >= 2:
        return str(years)
    months = max(n for n in range(_FEW_MONTHS + 1) if add_months(born, n) <= day)
    return "newborn" if months == 0 else f"{months} month{'' if months == 1 else 's'}"


def who_decides(member: Member, case: CaseFile, members: tuple[Member, ...], day: date) -> str:
    """Who decides on a person's consent: "for herself", "Kerry decides", "own consent".

    Under 16 it is whoever has parental responsibility, unless the child was judged competent
    when they last decided themselves.
    """
    if not member.is_under_16_on(day):
        return _FOR_SELF.get(member.person.sex or "", "for themselves")
    own = [
        one
        for one in case.consents
        if one.person_id == member.id and one.competence and not one.in_error
    ]
    if own:
        return "own consent"
    parents = [one.called for one in members if one.has_parental_responsibility]
    if not parents:
        return "nobody with parental responsibility"
    return f"{listed(parents, 'or')} decides"


def recipient_title(recipient: str, catalogue: Catalogue) -> str:
    """Who a recipient is: the organisation it is narrowed to, else its title."""
    known = catalogue.recipients.get(catalogue.recipient_kind(recipient))
    return organisation_in(recipient) or (known.title if known is not None else recipient)


def recipient_heading(recipient: str, catalogue: Catalogue) -> str:
    """The same for a narrow place: "NHS", or what stands in brackets in its title."""
    title = recipient_title(recipient, catalogue)
    if "(" in title:
        return title.partition("(")[2].rstrip(")")
    return SHORT_RECIPIENTS.get(recipient, title)


def relation_words(person: str, relation: str, other: str) -> str:
    """ "Kerry is parent of Tyler", "Darren is separated from Kerry"."""
    word = RELATION_WORDS.get(relation, relation)
    return f"{person} is {word}{'' if relation in _WITHOUT_OF else ' of'} {other}"
