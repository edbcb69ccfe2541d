"""Reading the case file: domain records and read models out, never rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam

from casedesk.domain.errors import NotFound
from casedesk.domain.records import CaseFile, Family, Membership, Person, Record
from casedesk.storage import blobs, journal, listing, packs, search, settings, sharing_log
from casedesk.storage.case_files import EVERYTHING, Wanted, read_case_files
from casedesk.storage.chain import Head, all_heads
from casedesk.storage.journal import HistoryEntry
from casedesk.storage.listing import FamilyName, FamilyQuery, FamilyRow
from casedesk.storage.mapping import mapper_of
from casedesk.storage.packs import KeptPack
from casedesk.storage.search import SearchHit
from casedesk.storage.sharing_log import LoggedDisclosure
from casedesk.storage.summaries import in_chunks
from casedesk.storage.tables import CHAINED, families, memberships, persons

R = TypeVar("R", bound=Record)

IDENTIFIERS = ("upn", "la_child_id", "nhs_number", "nino")
_GONE = "The record is not in the vault: go back to the list and look for it again."


class Reader:
    """Everything that can be read, as it was when the reading began."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, kind: type[R], record_id: str) -> R:
        """The record with this id. Raises `NotFound`."""
        mapper = mapper_of(kind)
        query = mapper.select.where(mapper.table.c.id == bindparam("record_id"))
        row = self._connection.execute(query, {"record_id": record_id}).one_or_none()
        if row is None:
            raise NotFound(_GONE)
        return mapper.record(row)

    def records_of(self, kind: type[R], family_id: str) -> list[R]:
        """A family's records of one kind, in the order recorded (not for people)."""
        mapper = mapper_of(kind)
        query = mapper.select.where(mapper.table.c.family_id == bindparam("family_id"))
        rows = self._connection.execute(query.order_by(*mapper.order), {"family_id": family_id})
        return [mapper.record(row) for row in rows]

    def family_by_ref(self, ref: str) -> Family:
        """The family with this reference. Raises `NotFound`."""
        mapper = mapper_of(Family)
        row = self._connection.execute(mapper.select.where(families.c.ref == ref)).one_or_none()
        if row is None:
            raise NotFound(
                f"There is no family with the reference {ref}: look it up in the list of families."
            )
        return mapper.record(row)

    def families(self) -> list[FamilyName]:
        """Every family's id, reference, name and status, by reference."""
        return listing.family_names(self._connection)

    def family_list(self, query: FamilyQuery) -> list[FamilyRow]:
        """One page of the list of families, with stored summaries."""
        self._settle()
        return listing.list_families(self._connection, query)

    def count_families(self, query: FamilyQuery) -> int:
        """How many families the whole list has."""
        self._settle()
        return listing.count_families(self._connection, query)

    def case_file(self, family_id: str) -> CaseFile:
        """One family's case file. Raises `NotFound`."""
        for case in read_case_files(self._connection, (family_id,)):
            return case
        raise NotFound(_GONE)

    def case_files(
        self, family_ids: Collection[str] | None = None, *, wanted: Wanted = EVERYTHING
    ) -> Iterator[CaseFile]:
        """Case files by family reference: all, or those of these families.

        Kinds of records that are not `wanted` are left empty; memberships are always there.
        """
        ids = listing.ids_by_ref(self._connection, family_ids)
        return read_case_files(self._connection, ids, wanted)

    def people_with(
        self, field: str, values: Iterable[str]
    ) -> list[tuple[Person, Membership, str]]:
        """The people whose identifier is one of `values`, once for each family (its id).

        `field` is one of `IDENTIFIERS`.
        """
        if field not in IDENTIFIERS:
            raise ValueError(f"people are not looked up by {field}")
        person, membership = mapper_of(Person), mapper_of(Membership)
        width = len(person.select.selected_columns)
        query = person.select.add_columns(*membership.select.selected_columns).join(
            memberships, memberships.c.person_id == persons.c.id
        )
        return [
            (person.record(row[:width]), member, member.family_id)
            for chunk in in_chunks(dict.fromkeys(values))
            for row in self._connection.execute(
                query.where(persons.c[field].in_(chunk)).order_by(*membership.order)
            )
            for member in (membership.record(row[width:]),)
        ]

    def setting(self, key: str, default: Any = None) -> Any:
        """A setting's value, or `default` where it was never set."""
        return settings.setting(self._connection, key, default)

    def pack_texts(self) -> list[KeptPack]:
        """Every programme pack that was in use, by id and version."""
        return packs.pack_texts(self._connection)

    def get_blob(self, sha256: str) -> bytes:
        """A document's bytes. Raises `NotFound`."""
        return blobs.get_blob(self._connection, sha256)

    def search(self, text: str, limit: int = 50) -> list[SearchHit]:
        """What is found for the words typed, best first; any text is safe."""
        self._settle()
        return search.search(self._connection, text, limit)

    def history(self, record_type: str | type[Record], record_id: str) -> list[HistoryEntry]:
        """Who changed what in a record, when, oldest first."""
        self._settle()
        name = record_type if isinstance(record_type, str) else record_type.__name__
        return journal.read_history(self._connection, name, record_id)

    def heads(self) -> list[Head]:
        """Where every chain of the journal and the access log stands (for a backup)."""
        self._settle()
        return [head for log in CHAINED for head in all_heads(self._connection, log)]

    def disclosures(self, family_id: str | None = None) -> list[LoggedDisclosure]:
        """The sharing log, oldest first: all of it, or one family's."""
        return sharing_log.read_disclosures(self._connection, family_id=family_id)

    def pending_disclosures(self) -> Sequence[LoggedDisclosure]:
        """Entries of the sharing log that were begun and never ended."""
        return sharing_log.read_disclosures(self._connection, state=sharing_log.PENDING)

    def _settle(self) -> None:
        """Nothing is waiting to be written in a reading; a unit of work writes it here."""
