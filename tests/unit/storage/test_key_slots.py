"""The slots: what opens them, what they are bound to, and what they give away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casedesk.domain.errors import DamagedVault, VaultError, WrongPassphrase
from casedesk.storage.identity import PublicCard, make_identity
from casedesk.storage.kdf_cost import LEAST_COST, Cost, tuned_cost
from casedesk.storage.key_slots import (
    Binding,
    hint_agrees,
    make_passphrase_slot,
    make_recovery_slot,
    open_passphrase_slot,
    open_recovery_slot,
    passphrase_slot_fields,
    passphrase_slot_from,
    recovery_slot_fields,
    recovery_slot_from,
    secret_id_of,
    stretch,
)
from casedesk.storage.keys import (
    Wrapped,
    key_check_value,
    new_data_key,
    open_note,
    seal_note,
    unwrap,
    wrap,
)
from casedesk.storage.lead_slot import (
    lead_slot_fields,
    lead_slot_from,
    make_lead_slot,
    open_lead_slot,
)

CHEAP = Cost(64, 1, 1)
KEY = bytes(range(32))
VAULT = "01a202db-d241-740c-92f5-771761a54277"
OTHER = "01a202db-d241-740c-92f5-771761a54278"
SECRET = bytes(32)
WORDS = "Heron pebble 41 lantern quay"


def test_a_passphrase_slot_opens_by_passphrase_alone() -> None:
    slot = make_passphrase_slot(KEY, VAULT, WORDS, CHEAP, None)
    assert slot.binding is None
    assert open_passphrase_slot(slot, VAULT, stretch(slot, WORDS), None) == KEY
    assert open_passphrase_slot(slot, VAULT, stretch(slot, WORDS + "!"), None) is None
    assert open_passphrase_slot(slot, OTHER, stretch(slot, WORDS), None) is None
    assert not hint_agrees(slot, stretch(slot, WORDS))


def test_a_bound_slot_needs_both() -> None:
    slot = make_passphrase_slot(KEY, VAULT, WORDS, CHEAP, SECRET)
    right = stretch(slot, WORDS)
    assert open_passphrase_slot(slot, VAULT, right, SECRET) == KEY
    assert open_passphrase_slot(slot, VAULT, right, None) is None
    assert open_passphrase_slot(slot, VAULT, right, b"\x01" * 32) is None
    assert open_passphrase_slot(slot, VAULT, stretch(slot, "wrong"), SECRET) is None
    assert hint_agrees(slot, right)


def test_the_hint_is_too_short_to_confirm_a_guess() -> None:
    slot = make_passphrase_slot(KEY, VAULT, WORDS, CHEAP, SECRET)
    assert slot.binding is not None
    assert len(slot.binding.hint) == 2
    assert slot.binding.secret_id == secret_id_of(SECRET)


def test_nothing_a_slot_says_can_be_changed() -> None:
    slot = make_passphrase_slot(KEY, VAULT, WORDS, CHEAP, SECRET)
    assert slot.binding is not None
    right = stretch(slot, WORDS)
    for changed in (
        replace(slot, binding=None),
        replace(slot, binding=Binding("0" * 16, slot.binding.hint)),
        replace(slot, binding=Binding(slot.binding.secret_id, b"\x00\x00\x00"[:2])),
        replace(slot, cost=Cost(64, 2, 1)),
        replace(slot, salt=bytes(16)),
    ):
        assert changed != slot
        assert open_passphrase_slot(changed, VAULT, right, SECRET) is None


def test_two_slots_of_one_passphrase_have_nothing_in_common() -> None:
    one, two = (make_passphrase_slot(KEY, VAULT, WORDS, CHEAP, SECRET) for _ in range(2))
    assert one.salt != two.salt
    assert one.wrapped.nonce != two.wrapped.nonce
    assert one.wrapped.sealed != two.wrapped.sealed


def test_a_recovery_slot() -> None:
    slot = make_recovery_slot(KEY, VAULT, bytes(20))
    assert open_recovery_slot(slot, VAULT, bytes(20)) == KEY
    assert open_recovery_slot(slot, VAULT, b"\x01" * 20) is None
    assert open_recovery_slot(slot, OTHER, bytes(20)) is None
    assert open_recovery_slot(replace(slot, salt=bytes(16)), VAULT, bytes(20)) is None


def test_a_wrapping_does_not_open_as_another_kind_of_slot() -> None:
    wrapped = wrap(KEY, SECRET, b"passphrase")
    assert unwrap(wrapped, SECRET, b"passphrase") == KEY
    assert unwrap(wrapped, SECRET, b"recovery") is None
    flipped = Wrapped(wrapped.nonce, wrapped.sealed[:-1] + bytes([wrapped.sealed[-1] ^ 1]))
    assert unwrap(flipped, SECRET, b"passphrase") is None


def test_slots_read_back_as_they_were_written() -> None:
    for secret in (None, SECRET):
        slot = make_passphrase_slot(KEY, VAULT, WORDS, CHEAP, secret)
        assert passphrase_slot_from(passphrase_slot_fields(slot)) == slot
    recovery = make_recovery_slot(KEY, VAULT, bytes(20))
    assert recovery_slot_from(recovery_slot_fields(recovery)) == recovery
    lead = make_lead_slot(KEY, VAULT, make_identity("L", "lead").card(), make_identity("W", "lead"))
    assert lead_slot_from(lead_slot_fields(lead)) == lead


@pytest.mark.parametrize(
    "change",
    [
        {"memory_kib": 10**9},
        {"memory_kib": 0},
        {"memory_kib": 8, "lanes": 4},
        {"memory_kib": "64"},
        {"memory_kib": True},
        {"iterations": 0},
        {"iterations": 10**6},
        {"lanes": 10**6},
        {"salt": "AA=="},
        {"salt": 5},
        {"salt": "ä"},
        {"kdf": "none"},
        {"kdf": None},
        {"device": []},
        {"device": {"secret_id": "0" * 16, "hint": ""}},
        {"wrapped": ""},
        {"nonce": None},
    ],
)
def test_a_slot_that_makes_no_sense_is_refused_before_any_work(change: dict[str, object]) -> None:
    fields = passphrase_slot_fields(make_passphrase_slot(KEY, VAULT, WORDS, CHEAP, None))
    with pytest.raises(ValueError, match=r"\w+"):
        passphrase_slot_from({**fields, **change})


def test_a_lead_slot_opens_for_its_lead_only_and_says_who_made_it() -> None:
    worker, lead, other = (make_identity(name, "lead") for name in ("W", "L", "O"))
    slot = make_lead_slot(KEY, VAULT, lead.card(), worker)
    assert open_lead_slot(slot, VAULT, lead) == KEY
    assert open_lead_slot(slot, VAULT, lead, worker.card()) == KEY
    with pytest.raises(WrongPassphrase):
        open_lead_slot(slot, VAULT, other)
    with pytest.raises(VaultError, match="not made by this worker"):
        open_lead_slot(slot, VAULT, lead, other.card())
    with pytest.raises(DamagedVault):
        open_lead_slot(slot, OTHER, lead)
    # Somebody else's signature over the same slot is somebody else's slot.
    forged = make_lead_slot(KEY, VAULT, lead.card(), other)
    for changed in (
        replace(slot, sealed=slot.sealed[:-1] + b"\x00"),
        replace(slot, sealed=forged.sealed),
        replace(slot, signature=forged.signature),
        replace(slot, worker_signing=forged.worker_signing),
    ):
        assert not changed.is_signed(VAULT) or changed == slot
        with pytest.raises(VaultError):
            open_lead_slot(changed, VAULT, lead)


def test_a_card_with_a_key_of_no_use_gets_a_sentence() -> None:
    card = PublicCard("L", "lead", bytes(32), bytes(32))
    with pytest.raises(VaultError, match="ask the lead for the card again"):
        make_lead_slot(KEY, VAULT, card, make_identity("W", "keyworker"))


def test_check_values_and_notes_belong_to_one_key() -> None:
    other = new_data_key()
    assert key_check_value(KEY, VAULT) != key_check_value(KEY, OTHER)
    assert key_check_value(KEY, VAULT) != key_check_value(other, VAULT)
    note = seal_note(KEY, b"said", b"clear")
    assert open_note(KEY, note, b"clear") == b"said"
    for wrong in ((other, note, b"clear"), (KEY, note, b"other"), (KEY, note[:-1], b"clear")):
        assert open_note(*wrong) is None
    assert open_note(KEY, b"", b"clear") is None


def test_keys_are_not_shown_by_accident() -> None:
    identity = make_identity("W", "keyworker")
    assert identity.signing_private.hex() not in repr(identity)
    assert repr(identity.signing_private) not in repr(identity)
    assert "sealed" not in repr(wrap(KEY, SECRET, b""))


@pytest.mark.parametrize(
    ("first_pass", "each_pass", "cost"),
    [
        (0.066, 0.066, Cost(128 * 1024, 5, 4)),
        (0.1, 0.066, Cost(128 * 1024, 4, 4)),
        (0.03, 0.03, Cost(256 * 1024, 5, 4)),
        (0.05, 0.02, Cost(256 * 1024, 5, 4)),
        (0.17, 0.1, Cost(64 * 1024, 5, 4)),
        (0.2, 0.4, LEAST_COST),
        (0.234, 0.234, LEAST_COST),
        (5.0, 5.0, LEAST_COST),
        (0.0, 0.0, Cost(256 * 1024, 16, 4)),
    ],
)
def test_the_cost_is_tuned_to_the_machine(first_pass: float, each_pass: float, cost: Cost) -> None:
    def measure(asked: Cost) -> float:
        blocks = asked.memory_kib / (64 * 1024)
        assert asked.memory_kib >= 64 * 1024
        return blocks * (first_pass + each_pass * (asked.iterations - 1))

    tuned = tuned_cost(measure)
    assert tuned == cost
    assert measure(tuned) <= 1.0 or tuned == LEAST_COST
    assert measure(tuned) >= 0.5 or tuned.iterations == 16
