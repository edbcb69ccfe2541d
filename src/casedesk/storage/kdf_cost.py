"""How dear one guess of a passphrase is: Argon2id and its cost (RFC 9106)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from casedesk.domain.errors import VaultError

DERIVED_BYTES = 32
SALT_BYTES = 16
LEAST_SECONDS = 0.5
TARGET_SECONDS = 0.7
MOST_SECONDS = 1.0
MOST_MEMORY_KIB = 1024 * 1024
MOST_ITERATIONS = 64
MOST_LANES = 16

_MIB = 1024
_BLOCK_KIB = 64 * _MIB
_LEAST_ITERATIONS = 3
_MOST_TUNED_ITERATIONS = 16
_LANES = 4
_PROBES = 2


@dataclass(frozen=True, slots=True)
class Cost:
    """Argon2id's parameters: memory in KiB, passes over it, lanes worked on at once."""

    memory_kib: int
    iterations: int
    lanes: int


LEAST_COST = Cost(_BLOCK_KIB, _LEAST_ITERATIONS, _LANES)
"""64 MiB, three passes, four lanes: RFC 9106's choice for little memory."""


def derive(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """32 bytes from a passphrase. Raises `VaultError` when the memory for it is not there."""
    argon = Argon2id(
        salt=salt,
        length=DERIVED_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    try:
        return argon.derive(secret)
    except MemoryError:
        raise VaultError(
            "The computer has too little free memory to check the passphrase: close other "
            "programs and try again."
        ) from None


def seconds_for(cost: Cost) -> float:
    """How long one derivation takes on this machine."""
    began = time.perf_counter()
    derive(b"measure", bytes(SALT_BYTES), cost)
    return time.perf_counter() - began


def tuned_cost(measure: Callable[[Cost], float] = seconds_for) -> Cost:
    """The cost that takes 0.5 to 1.0 seconds on this machine, and never less than 64 MiB.

    More memory is preferred to more passes, because memory is what a guessing machine lacks;
    three passes are the least. A slow machine gets `LEAST_COST` and waits longer.
    """
    one_pass = min(measure(Cost(_BLOCK_KIB, 1, _LANES)) for _ in range(_PROBES))
    affordable = TARGET_SECONDS / max(one_pass, 1e-6)
    for blocks in (4, 2, 1):
        iterations = int(affordable / blocks)
        if iterations >= _LEAST_ITERATIONS:
            chosen = Cost(_BLOCK_KIB * blocks, min(iterations, _MOST_TUNED_ITERATIONS), _LANES)
            return _corrected(chosen, measure(chosen))
    return LEAST_COST


def _corrected(chosen: Cost, seconds: float) -> Cost:
    # The first pass also fetches the memory, so from one pass alone many look dearer than they are.
    if LEAST_SECONDS <= seconds <= MOST_SECONDS:
        return chosen
    wanted = int(chosen.iterations * TARGET_SECONDS / max(seconds, 1e-6))
    return replace(chosen, iterations=min(max(wanted, _LEAST_ITERATIONS), _MOST_TUNED_ITERATIONS))
