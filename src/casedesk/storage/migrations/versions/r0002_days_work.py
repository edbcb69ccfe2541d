"""A day's work: planned visits, people around the family, scores over time, drafts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casedesk.storage.migrations.table_steps import index, records, table

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("contacts", sa.Column("minutes", sa.Integer()))
    for column in (
        sa.Column("professionals", sa.Text(), nullable=False, server_default="[]"),
        sa.Column("apologies", sa.Text()),
        sa.Column("views", sa.Text(), nullable=False, server_default="[]"),
    ):
        op.add_column("reviews", column)
    index("actions", ("done_on", "due"), name="ix_actions_due")
    index("reviews", ("held_on", "due_on"), name="ix_reviews_due")
    records(
        "planned_visits",
        "family_id:id! ref:text! on:date! at_time:time minutes:integer kind:text! people:text! "
        "also_present:text place:text purpose:text by:text contact_id:id cancelled_on:date",
        names={"family_id": "families.id", "contact_id": "contacts.id"},
        unique=(("family_id", "ref"),),
        checks={"minutes": "minutes > 0"},
    )
    index("planned_visits", ("contact_id",))
    index("planned_visits", ("on", "at_time"), name="ix_planned_visits_diary")
    records(
        "goal_scores",
        "family_id:id! goal_id:id! on:date! score:integer! by:text note:text",
        names={"family_id": "families.id", "goal_id": "goals.id"},
        checks={"score": "score BETWEEN 0 AND 10"},
    )
    index("goal_scores", ("family_id",))
    index("goal_scores", ("goal_id",))
    records(
        "professionals",
        "family_id:id! ref:text! name:text role:text organisation:text recipient:text "
        "phone:text email:text people:text! from_on:date to_on:date lead:boolean! note:text",
        names={"family_id": "families.id"},
        unique=(("family_id", "ref"),),
    )
    records(
        "safe_contacts",
        "family_id:id! person_id:id! instruction:text! ways:text! agreed_on:date agreed_by:text "
        "review_on:date",
        names={"family_id": "families.id", "person_id": "persons.id"},
        unique=(("family_id", "person_id"),),
    )
    table(
        "drafts",
        "form:text! family:text! record:text! title:text! page:text! args:text! contents:text! "
        "written_at:bigint!",
        key=("form", "family", "record"),
    )


def downgrade() -> None:
    for name in ("drafts", "safe_contacts", "professionals", "goal_scores", "planned_visits"):
        op.drop_table(name)
    op.drop_index("ix_reviews_due", "reviews")
    op.drop_index("ix_actions_due", "actions")
    for column in ("views", "apologies", "professionals"):
        op.drop_column("reviews", column)
    op.drop_column("contacts", "minutes")
