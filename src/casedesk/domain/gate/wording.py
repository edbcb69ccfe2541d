"""Why something is withheld, in plain words for the worker (never on the recipient's copy)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.consent import EXPIRED, NOT_ASKED, WITHDRAWN, ConsentState
from casedesk.domain.dates import long_date
from casedesk.domain.recipient_names import organisation_in
from casedesk.domain.records import CaseFile, Consent, Restriction, SharingDecision

CONFIDENTIAL = "marked confidential"
PROTECTED = "a protected address, which only goes under a decision to share that names it"
NOBODY = "it names nobody, and nobody was a member of the family then"


@dataclass(frozen=True)
class Wording:
    """Sentences about one question: `recipient` as asked, `day` the day asked about."""

    case: CaseFile
    catalogue: Catalogue
    recipient: str
    purpose: str
    day: date

    def no_consent(self, person_id: str, category: str, state: ConsentState) -> str:
        """ "Tyler: health not agreed for schools; asked 3 May, refused"."""
        about = f"{self.name(person_id)}: {self.category(category)} not agreed for "
        return f"{about}{self.to()}; {self._how_it_stands(state)}"

    def not_to_share(self, person_id: str, category: str, decision: SharingDecision) -> str:
        """A decision not to share, with the recipient it names."""
        whom = self.to(_named_one(decision.recipients, self.recipient))
        return (
            f"{self.name(person_id)}: decision {decision.ref} of {self.on(decision.decided_on)} "
            f"is not to share {self.category(category)} with {whom}"
        )

    def restricted(self, person_id: str, restriction: Restriction) -> str:
        """A restriction of processing."""
        return f"{self.name(person_id)}: under a restriction since {self.on(restriction.from_on)}"

    def objected(self, person_id: str, objection: Restriction) -> str:
        """An objection to the purpose asked about, or to every purpose."""
        if objection.purposes:
            title = self.catalogue.purposes[self.purpose].title
            return (
                f"{self.name(person_id)}: objected on {self.on(objection.from_on)} "
                f"to “{in_a_sentence(title)}”"
            )
        return f"{self.name(person_id)}: objected on {self.on(objection.from_on)} to every purpose"

    def not_the_readers(self, person_id: str, reader: str) -> str:
        """Somebody else's information, in a copy for a member of the family."""
        return (
            f"{self.name(person_id)}: neither {self.name(reader)} nor a child under 16 in the "
            f"family for whom {self.name(reader)} has parental responsibility"
        )

    def unsafe(self, person_id: str, category: str, reader: str) -> str:
        """The safety rule for a reader recorded as a perpetrator of domestic abuse."""
        return (
            f"{self.name(person_id)}: {self.name(reader)} is recorded as a perpetrator of "
            f"domestic abuse, and no authorised decision shares {self.category(category)} "
            "with the family"
        )

    def nothing_else(self, person_id: str) -> str:
        """A name with nothing to carry it."""
        return f"{self.name(person_id)}: nothing else that names {self.name(person_id)} may go"

    def name(self, person_id: str) -> str:
        """What a person is called, else their reference."""
        person = self.case.person_by_id.get(person_id)
        return person.called if person is not None else self.case.person_ref(person_id)

    def category(self, category: str) -> str:
        """A category inside a sentence."""
        named = self.catalogue.categories.get(category)
        return in_a_sentence(named.title) if named is not None else category

    def to(self, recipient: str | None = None) -> str:
        """A recipient inside a sentence: the organisation's name, else the kind's title."""
        asked = recipient or self.recipient
        organisation = organisation_in(asked)
        if organisation:
            return organisation
        entry = self.catalogue.recipients.get(asked.strip().casefold())
        return in_a_sentence(entry.title) if entry is not None else asked

    def on(self, day: date) -> str:
        """A day, without its year when that is the year asked about."""
        written = long_date(day)
        return written.rpartition(" ")[0] if day.year == self.day.year else written

    def _how_it_stands(self, state: ConsentState) -> str:
        if state.named_refusal is not None:
            return self._named_refusal(state.named_refusal)
        record = state.record
        if state.state == NOT_ASKED or record is None:
            return "not asked"
        asked = self.on(record.decided_on)
        if state.state == WITHDRAWN and record.withdrawn_on is not None:
            return f"agreed {asked}, withdrawn {self.on(record.withdrawn_on)}"
        if state.state == EXPIRED and record.expires_on is not None:
            return f"agreed {asked}, ran out after {self.on(record.expires_on)}"
        return f"asked {asked}, refused"

    def _named_refusal(self, record: Consent) -> str:
        whom = self.to(_named_one(record.recipients, self.recipient))
        return (
            f"refused for {whom} on {self.on(record.decided_on)}, so ask for each of them by name"
        )


def in_a_sentence(title: str) -> str:
    """A title of the lists as it stands inside a sentence.

    The first letter becomes small unless the title is a proper name: its first word is an
    acronym, or another word begins with a capital. `The department …` is no proper name.
    """
    first, _, rest = title.partition(" ")
    small = title[:1].lower() + title[1:]
    if first == "The":
        return small
    proper = first.isupper() or any(word[:1].isupper() for word in rest.split())
    return title if proper else small


def _named_one(listed: tuple[str, ...], asked: str) -> str:
    """The narrowed recipient of a record that made it stop a question about a whole kind."""
    kind, slash, _ = asked.partition("/")
    if slash:
        return asked
    plain = kind.strip().casefold()
    kinds = [one.partition("/")[0].strip().casefold() for one in listed]
    if any(one.strip().casefold() == plain for one in listed):
        return asked
    return next((one for one, of in zip(listed, kinds, strict=True) if of == plain), asked)
