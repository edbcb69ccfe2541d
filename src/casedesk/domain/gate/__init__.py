"""The gate: what may leave, to whom, for what, as at which day (docs/consent.md)."""

from casedesk.domain.gate.leave_out import leave_out, naming_unlisted
from casedesk.domain.gate.names_in_text import NamedMember, members_named
from casedesk.domain.gate.opening import open_gate
from casedesk.domain.gate.question import GatePolicy, GateQuestion
from casedesk.domain.views.gate import GateItem, GateResult

__all__ = [
    "GateItem",
    "GatePolicy",
    "GateQuestion",
    "GateResult",
    "NamedMember",
    "leave_out",
    "members_named",
    "naming_unlisted",
    "open_gate",
]
