"""The worker's card: reads back, is signed, and has one fingerprint."""

from __future__ import annotations

import json

import pytest

from casedesk.domain.errors import FileProblem
from casedesk.storage.identity import card_text, identity_from, make_identity, parse_card


def test_a_card_reads_back_with_the_same_fingerprint() -> None:
    identity = make_identity("Siân O'Brien", "keyworker")
    card = parse_card(card_text(identity))
    assert card == identity.card()
    assert card.fingerprint == identity.card().fingerprint
    assert [len(group) for group in card.fingerprint.split("-")] == [4] * 6
    assert card.verifies(identity.sign(b"message"), b"message")
    assert not card.verifies(identity.sign(b"message"), b"massage")
    assert not card.verifies(b"", b"message")


def test_the_card_has_no_private_part() -> None:
    identity = make_identity("Rowan Ashby", "lead")
    for name, value in identity.as_settings().items():
        assert name.endswith(("name", "role")) or value not in card_text(identity)


def test_the_identity_comes_back_from_the_settings() -> None:
    identity = make_identity("Rowan Ashby", "lead")
    assert identity_from(identity.as_settings()) == identity
    for missing in identity.as_settings():
        settings = identity.as_settings()
        del settings[missing]
        with pytest.raises(ValueError, match="identity"):
            identity_from(settings)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "Somebody Else"),
        ("role", "lead"),
        ("exchange", "AAAA"),
        ("signing", None),
        ("fingerprint", "0000-0000-0000-0000-0000-0000"),
        ("signature", ""),
        ("version", 2),
        ("format", "other"),
        ("extra", 1),
    ],
)
def test_a_changed_card_is_refused(key: str, value: object) -> None:
    fields = json.loads(card_text(make_identity("Rowan Ashby", "keyworker")))
    fields[key] = value
    with pytest.raises(FileProblem, match="not a worker's card"):
        parse_card(json.dumps(fields))


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", "not json", "[" * 100_000, '{"version": 1}', "x" * 20_000]
)
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(FileProblem):
        parse_card(text)
