"""What a harness found: how often it tried, what went wrong, and whether it can fail at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Control:
    """A build that is broken on purpose, which the harness must catch."""

    broken: str
    tries: int
    caught: int


@dataclass(frozen=True)
class Outcome:
    """`runs` tries of one promise. `failures` are sentences, one for each that broke it."""

    promise: str
    what: str
    runs: int
    failures: Sequence[str]
    control: Control
    figures: Mapping[str, float | int | str] = field(default_factory=dict)

    @property
    def bound(self) -> float:
        """The 95% bound on how often it may fail when it never did: 3 in `runs`."""
        return 3 / self.runs if self.runs else 1.0

    @property
    def holds(self) -> bool:
        """Whether nothing failed, something was tried, and the broken build was caught."""
        return not self.failures and self.runs > 0 and self.control.caught > 0

    def as_dict(self) -> dict[str, object]:
        """The outcome for JSON."""
        return {
            "promise": self.promise,
            "what": self.what,
            "runs": self.runs,
            "failures": list(self.failures),
            "bound": self.bound,
            "control": vars(self.control),
            "figures": dict(self.figures),
        }


def table(outcomes: Sequence[Outcome]) -> str:
    """The outcomes as a table for a page of the documentation."""
    rows = ["| promise | tried | runs | failed | 95% bound | broken build | caught | figures |"]
    rows.append("|---|---|---|---|---|---|---|---|")
    for one in outcomes:
        bound = f"{one.bound:.2%}" if not one.failures else "–"
        said = "; ".join(f"{name}: {value}" for name, value in one.figures.items())
        caught = f"{one.control.caught} of {one.control.tries}"
        rows.append(
            f"| {one.promise} | {one.what} | {one.runs:,} | {len(one.failures)} | {bound} "
            f"| {one.control.broken} | {caught} | {said} |"
        )
    return "\n".join(rows)
