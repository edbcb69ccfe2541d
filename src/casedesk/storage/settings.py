"""Settings of the vault: any JSON value by key, journalled like records."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, select

from casedesk.storage.chain import Entry
from casedesk.storage.recorder import Recorder
from casedesk.storage.tables import settings

PRIVATE = "_private"
"""The end of the keys whose values the journal does not repeat: private keys."""


def setting(connection: Connection, key: str, default: Any = None) -> Any:
    """A setting's value, or `default` where it was never set."""
    kept = connection.scalar(select(settings.c.value).where(settings.c.key == key))
    return default if kept is None else json.loads(kept)


def set_setting(connection: Connection, recorder: Recorder, key: str, value: Any) -> None:
    """Sets a setting to anything that JSON can hold; the same value again changes nothing."""
    new = json.dumps(value, ensure_ascii=False, sort_keys=True)
    kept = connection.scalar(select(settings.c.value).where(settings.c.key == key))
    if kept == new:
        return
    old = None if kept is None else json.loads(kept)
    contents = {} if key.endswith(PRIVATE) else {"value": (old, value)}
    if kept is None:
        row = {"key": key, "value": new}
        recorder.add_row(settings, row, Entry("add", "Setting", key, None, contents))
    else:
        entry = Entry("change", "Setting", key, None, contents)
        recorder.change_row(settings, {"key": key}, {"value": new}, entry)
