"""The programme packs as the Settings page shows them, with the figures nobody has checked."""

from __future__ import annotations

from dataclasses import dataclass

from casedesk.domain.dates import long_date
from casedesk.domain.programmes import Pack
from casedesk.services.session import Session


@dataclass(frozen=True)
class UncheckedFigure:
    """A figure to check: which criterion or rule it belongs to, and where it is said to stand."""

    where: str
    source: str


@dataclass(frozen=True)
class PackCard:
    """A programme pack. `dates` are its first and last day in words."""

    id: str
    title: str
    version: str
    dates: str
    is_own: bool
    figures: int
    unchecked: tuple[UncheckedFigure, ...]


def pack_cards(session: Session) -> tuple[PackCard, ...]:
    """Every pack at hand, this vault's own first."""
    cards = [_card(pack, session.programme) for pack in session.packs.packs.values()]
    return tuple(sorted(cards, key=lambda card: (not card.is_own, card.title)))


def pack_problems(session: Session) -> tuple[str, ...]:
    """Sentences about packs that were refused or are not what they were."""
    return session.notices


def _card(pack: Pack, own: str) -> PackCard:
    until = f"to {long_date(pack.valid_to)}" if pack.valid_to else "with no last day"
    return PackCard(
        id=pack.id,
        title=pack.title,
        version=pack.version,
        dates=f"From {long_date(pack.valid_from)} {until}",
        is_own=pack.id == own,
        figures=len(pack.thresholds),
        unchecked=tuple(
            UncheckedFigure(_where(pack, one.key), one.source) for one in pack.unchecked
        ),
    )


def _where(pack: Pack, key: str) -> str:
    """`criteria.school.indicators.absence` as "Absence (School)"; else the key in words."""
    parts = key.split(".")
    criterion = pack.criterion_by_id.get(parts[1]) if len(parts) > 1 else None
    if criterion is None:
        return key.replace(".", ", ").replace("-", " ").replace("_", " ").capitalize()
    if len(parts) > 3 and parts[2] == "indicators":
        for indicator in criterion.indicators:
            if indicator.id == parts[3]:
                return f"{criterion.title}: {indicator.title}"
    rest = " ".join(parts[2:]).replace("-", " ").replace("_", " ").replace("[", " ").rstrip("]")
    return f"{criterion.title}: {rest}" if rest else criterion.title
