"""Which decided criteria have other records now, kept beside a family's states."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("summaries", sa.Column("changed", sa.Text(), nullable=False, server_default="[]"))
    # What is there was worked out without it.
    op.execute("UPDATE summaries SET stale_on = '0001-01-01'")


def downgrade() -> None:
    op.drop_column("summaries", "changed")
