"""The first schema: the case file, its logs, and what is worked out from them."""

from __future__ import annotations

from alembic import op

from casedesk.storage.migrations.table_steps import index, records, table

revision = "0001"
down_revision = None


def upgrade() -> None:
    table(
        "access_log",
        "device:text16! sequence:bigint! instant:bigint! who:text! action:text16! "
        "record_type:text32! record_id:text! family_id:id contents:text salt:bytes "
        "digest:bytes! link:bytes!",
        key=("device", "sequence"),
    )
    index("access_log", ("family_id",))
    table("blobs", "sha256:hash! size:integer!", key=("sha256",))
    table(
        "disclosures",
        "id:id! state:text8! at:bigint! ended_at:bigint who:text! family_id:id "
        "recipient:text! organisation:text person:text purpose:text! items:text! how:text! "
        "sha256:hash! target_name:text heads:text!",
        key=("id",),
        checks={"state": "state IN ('pending', 'done', 'failed')"},
    )
    index("disclosures", ("family_id",))
    index("disclosures", ("state",))
    records(
        "families",
        "ref:text! name:text! status:text referral_source:text alert:text alert_reason:text "
        "alert_agreed_by:text alert_review_on:date",
        unique=(("ref",),),
    )
    index("families", ("name", "ref", "status", "id"), name="ix_families_listing")
    table(
        "journal",
        "device:text16! sequence:bigint! instant:bigint! who:text! action:text16! "
        "record_type:text32! record_id:text! family_id:id contents:text salt:bytes "
        "digest:bytes! link:bytes!",
        key=("device", "sequence"),
    )
    index("journal", ("family_id",))
    index("journal", ("record_id",))
    table(
        "packs", "content_hash:hash! pack_id:text! version:text! text:text!", key=("content_hash",)
    )
    records(
        "persons",
        "given_name:text! family_name:text! known_as:text date_of_birth:date died_on:date "
        "sex:text gender:text ethnicity:text expectant:boolean nhs_number:text upn:text "
        "nino:text la_child_id:text phone:text email:text school:text first_language:text "
        "interpreter:boolean disability:text!",
    )
    index("persons", ("la_child_id",))
    index("persons", ("nhs_number",))
    index("persons", ("nino",))
    index("persons", ("upn",))
    table("ref_counters", "device:text16! prefix:text16! last:bigint!", key=("device", "prefix"))
    table(
        "search_entries",
        "place:rownumber! record_id:id! record_type:text32! family_id:id!",
        key=("place",),
    )
    table("settings", "key:text! value:text!", key=("key",))
    records(
        "addresses",
        "family_id:id! person_id:id address:text! postcode:text uprn:text from_on:date "
        "to_on:date protected:boolean! current:boolean!",
        names={"family_id": "families.id", "person_id": "persons.id"},
    )
    index("addresses", ("family_id",))
    index("addresses", ("family_id",), name="uq_addresses_current", unique=True, current=True)
    records(
        "assessments",
        "family_id:id! on:date! people:text! summary:text by:text",
        names={"family_id": "families.id"},
    )
    index("assessments", ("family_id",))
    table(
        "blob_parts",
        "sha256:hash! part:integer! bytes:bytes!",
        key=("sha256", "part"),
        part_of={"sha256": "blobs.sha256"},
    )
    records(
        "consents",
        "family_id:id! person_id:id! ref:text! recipients:text! categories:text! "
        "purposes:text! decision:text! decided_on:date! expires_on:date withdrawn_on:date "
        "withdrawn_reason:text given_by:text method:text explained_by:text "
        "notice_version:text competence:text note:text in_error:boolean!",
        names={"family_id": "families.id", "person_id": "persons.id"},
        unique=(("family_id", "ref"),),
        checks={"decision": "decision IN ('given', 'refused')"},
    )
    index("consents", ("person_id", "family_id"), name="ix_consents_person")
    index("consents", ("expires_on", "family_id"), name="ix_consents_ending")
    records(
        "contacts",
        "family_id:id! ref:text! on:date! at_time:time kind:text people:text! "
        "also_present:text children_seen:text! seen_alone:text! child_voice:text! text:text! "
        "categories:text! by:text significant:boolean! confidential:boolean!",
        names={"family_id": "families.id"},
        unique=(("family_id", "ref"),),
    )
    index("contacts", ("family_id", "on", "kind"), name="ix_contacts_listing")
    records(
        "decisions",
        "family_id:id! programme:text! pack_version:text! criterion:text! state:text! "
        "on:date! by:text reason:text! records_state:text in_error:boolean!",
        names={"family_id": "families.id"},
        checks={"state": "state IN ('met', 'not_met')"},
    )
    index("decisions", ("family_id",))
    records(
        "documents",
        "family_id:id! ref:text! name:text! media_type:text! size:integer! sha256:hash! "
        "added_on:date! people:text! categories:text! note:text confidential:boolean!",
        names={"family_id": "families.id", "sha256": "blobs.sha256"},
        unique=(("family_id", "ref"),),
        checks={"size": "size >= 0"},
    )
    index("documents", ("sha256",))
    records(
        "facts",
        "family_id:id! person_id:id ref:text! kind:text! on:date from_on:date to_on:date "
        "possible:integer attended:integer authorised:integer days:text release_due:date "
        "benefit:text criterion:text detail:text source:text source_ref:text "
        "confidential:boolean! in_error:boolean!",
        names={"family_id": "families.id", "person_id": "persons.id"},
        unique=(("family_id", "ref"),),
    )
    index("facts", ("person_id", "family_id"), name="ix_facts_person")
    records(
        "goals",
        "family_id:id! ref:text! criterion:text people:text! title:text! family_words:text "
        "start_score:integer now_score:integer set_on:date achieved_on:date categories:text! "
        "confidential:boolean!",
        names={"family_id": "families.id"},
        unique=(("family_id", "ref"),),
        checks={"scores": "start_score BETWEEN 0 AND 10 AND now_score BETWEEN 0 AND 10"},
    )
    records(
        "involvements",
        "family_id:id! programme:text current:boolean! referred_on:date started_on:date "
        "closed_on:date closure_reason:text keyworker:text team:text",
        names={"family_id": "families.id"},
    )
    index("involvements", ("family_id",))
    index(
        "involvements",
        ("family_id", "keyworker", "started_on"),
        name="ix_involvements_listing",
        current=True,
    )
    index("involvements", ("family_id",), name="uq_involvements_current", unique=True, current=True)
    records(
        "judgements",
        "family_id:id! programme:text! criterion:text! on:date! outcome:text! evidence:text! "
        "by:text in_error:boolean!",
        names={"family_id": "families.id"},
        checks={"outcome": "outcome IN ('improved', 'same', 'worse')"},
    )
    index("judgements", ("family_id",))
    records(
        "memberships",
        "family_id:id! person_id:id! ref:text! role:text parental_responsibility:boolean "
        "lives_in_household:boolean joined_on:date left_on:date dependent:boolean",
        names={"family_id": "families.id", "person_id": "persons.id"},
        unique=(("family_id", "person_id"), ("family_id", "ref")),
    )
    index("memberships", ("person_id",))
    records(
        "relationships",
        "family_id:id! person_id:id! relation:text! other_person_id:id! from_on:date to_on:date",
        names={
            "family_id": "families.id",
            "person_id": "persons.id",
            "other_person_id": "persons.id",
        },
    )
    index("relationships", ("family_id",))
    records(
        "restrictions",
        "family_id:id! person_id:id! kind:text! purposes:text! from_on:date! to_on:date "
        "reason:text",
        names={"family_id": "families.id", "person_id": "persons.id"},
        checks={"kind": "kind IN ('restriction', 'objection')"},
    )
    index("restrictions", ("family_id",))
    index("restrictions", ("person_id", "family_id"), name="ix_restrictions_person")
    records(
        "reviews",
        "family_id:id! due_on:date! held_on:date kind:text people:text! also_present:text "
        "text:text categories:text!",
        names={"family_id": "families.id"},
    )
    index("reviews", ("family_id",))
    index("reviews", ("family_id", "held_on", "due_on"), name="ix_reviews_listing")
    records(
        "sharing_decisions",
        "family_id:id! ref:text! people:text! recipients:text! categories:text! "
        "decision:text! basis:text reason:text! told_family:boolean! not_told_why:text "
        "decided_by:text! decided_on:date! authorised_by:text condition:text "
        "protected_address:boolean! from_on:date! to_on:date in_error:boolean!",
        names={"family_id": "families.id"},
        unique=(("family_id", "ref"),),
        checks={"decision": "decision IN ('share', 'do not share')"},
    )
    table(
        "summaries",
        "family_id:id! pack_hash:hash! as_at:date! states:text! met_now:integer! "
        "met_in_programme:integer! eligible:boolean! stale_on:date",
        key=("family_id", "pack_hash"),
        part_of={"family_id": "families.id"},
    )
    index(
        "summaries",
        ("pack_hash", "eligible", "met_in_programme", "family_id"),
        name="ix_summaries_listing",
    )
    records(
        "actions",
        "family_id:id! goal_id:id ref:text! title:text! owner:text due:date done_on:date "
        "people:text! categories:text! confidential:boolean!",
        names={"family_id": "families.id", "goal_id": "goals.id"},
        unique=(("family_id", "ref"),),
    )
    index("actions", ("goal_id",))
    table(
        "sharing_decision_people",
        "decision_id:id! person_id:id!",
        key=("decision_id", "person_id"),
        names={"person_id": "persons.id"},
        part_of={"decision_id": "sharing_decisions.id"},
    )
    index("sharing_decision_people", ("person_id",))
    for statement in _SEARCH:
        op.execute(statement)


def downgrade() -> None:
    for name in _TABLES_DOWN:
        op.drop_table(name)


_SEARCH = (
    "CREATE VIRTUAL TABLE search_names USING fts5(title, other, content='', "
    "contentless_delete=1, tokenize='ascii', prefix='1 2 3 4 5 6 7')",
    "CREATE VIRTUAL TABLE search_notes USING fts5(words, content='', contentless_delete=1, "
    "tokenize='ascii', prefix='2 3')",
)
_TABLES_DOWN = (
    "search_notes", "search_names", "sharing_decision_people", "actions", "summaries",
    "sharing_decisions", "reviews", "restrictions", "relationships", "memberships",
    "judgements", "involvements", "goals", "facts", "documents", "decisions", "contacts",
    "consents", "blob_parts", "assessments", "addresses", "settings", "search_entries",
    "ref_counters", "persons", "packs", "journal", "families", "disclosures", "blobs",
    "access_log",
)  # fmt: skip
