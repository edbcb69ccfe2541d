"""The keeper of one form's draft: when it writes, what it offers, and what it never does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from fake_dialogs import FakeDialogs
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from casedesk.domain.errors import FileProblem, InvalidRecord
from casedesk.services.drafts import DraftKey, all_drafts, draft_of, keep_draft
from casedesk.services.session import Session, open_session
from casedesk.ui.desk import Desk
from casedesk.ui.forms.draft_keeper import DraftKeeper
from casedesk.ui.forms.draft_saved import DraftSaved
from casedesk.ui.forms.draft_writer import LIMIT_MS, PAUSE_MS
from casedesk.ui.jobs import Jobs
from casedesk.ui.theme import Theme

PASSPHRASE = "wonky kettle orbit sandal 41"
KEY = DraftKey("note", "CD-1")
PLACE = {"title": "Note", "page": "family", "args": {"family": "CD-1"}}


class Sheet(QWidget):
    """A form of one field."""

    def __init__(self, desk: Desk, key: DraftKey = KEY, *, offers: bool = True) -> None:
        super().__init__()
        self.box = QPlainTextEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.box)
        self.keeper = DraftKeeper(desk, self, key, read=self._read, **PLACE)  # type: ignore[arg-type]
        self.box.textChanged.connect(self.keeper.note_edit)
        self.label = DraftSaved(desk.theme, self)
        self.label.watch(self.keeper)
        if offers:
            self.keeper.offer(self.restore)

    def restore(self, contents: Mapping[str, Any]) -> None:
        self.box.setPlainText(contents["text"])

    def _read(self) -> dict[str, Any] | None:
        text = self.box.toPlainText()
        return {"text": text} if text.strip() else None


@pytest.fixture
def session(vault_folder: Path) -> Iterator[Session]:
    with open_session(vault_folder, lambda: PASSPHRASE, today=date(2026, 11, 24)) as opened:
        yield opened


@pytest.fixture
def small_desk(session: Session, theme: Theme, jobs: Jobs, dialogs: FakeDialogs) -> Iterator[Desk]:
    """A desk on a vault with nothing in it."""
    desk = Desk(session, theme, jobs, dialogs)
    yield desk
    jobs.close()


@pytest.fixture
def made(small_desk: Desk, qtbot: QtBot) -> Callable[..., Sheet]:
    """Opens a sheet and waits until it has looked for its draft."""

    def make(key: DraftKey = KEY, *, offers: bool = True) -> Sheet:
        sheet = Sheet(small_desk, key, offers=offers)
        qtbot.addWidget(sheet)
        sheet.show()
        _settled(small_desk, qtbot)
        return sheet

    return make


def _settled(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.jobs.is_idle, timeout=20_000)


def _text(desk: Desk, key: DraftKey = KEY) -> str | None:
    kept = draft_of(desk.session, key)
    return None if kept is None else kept.contents["text"]


def _undo_of(desk: Desk) -> list[Any]:
    asked: list[Any] = []
    desk.toast_asked.connect(lambda words, undo: asked.append((words, undo)))
    return asked


def test_its_clocks_are_those_of_the_design(made: Callable[..., Sheet]) -> None:
    keeper = made().keeper
    assert PAUSE_MS < 1_000, "the disk takes its time too"
    assert LIMIT_MS < 2_000
    assert keeper.pause.interval() == PAUSE_MS
    assert keeper.limit.interval() == LIMIT_MS
    assert keeper.pause.isSingleShot()
    assert not keeper.pause.isActive()


def test_a_pause_writes(made: Callable[..., Sheet], small_desk: Desk, qtbot: QtBot) -> None:
    sheet = made()
    sheet.box.insertPlainText("Nadia")
    assert _text(small_desk) is None
    assert sheet.keeper.pause.isActive()
    assert sheet.keeper.limit.isActive()
    sheet.keeper.pause.timeout.emit()
    _settled(small_desk, qtbot)
    assert _text(small_desk) == "Nadia"
    assert not sheet.keeper.pause.isActive()
    assert not sheet.keeper.limit.isActive()


def test_who_types_without_a_pause_is_written_too(
    made: Callable[..., Sheet], small_desk: Desk, qtbot: QtBot
) -> None:
    sheet = made()
    for letter in "Nadia":
        sheet.box.insertPlainText(letter)
    sheet.keeper.limit.timeout.emit()
    _settled(small_desk, qtbot)
    assert _text(small_desk) == "Nadia"


def test_the_clock_that_limits_is_not_put_off_by_typing(made: Callable[..., Sheet]) -> None:
    sheet = made()
    starts: list[int] = []
    limit = sheet.keeper.limit
    sheet.box.insertPlainText("N")
    number = limit.timerId()
    for letter in "adia":
        sheet.box.insertPlainText(letter)
        starts.append(limit.timerId())
    assert set(starts) == {number}


def test_it_writes_in_order_and_never_two_at_once(
    made: Callable[..., Sheet],
    small_desk: Desk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sheet, board = made(), small_desk.drafts
    running: list[str] = []
    seen: list[str] = []
    write = board.write

    def watched(number: int, words: Any) -> Any:
        assert not running
        running.append(words.draft.contents["text"])
        result = write(number, words)
        seen.append(running.pop())
        return result

    monkeypatch.setattr(board, "write", watched)
    for letter in "abc":
        sheet.box.insertPlainText(letter)
        sheet.keeper.limit.timeout.emit()
    _settled(small_desk, qtbot)
    assert seen == ["a", "abc"]
    assert _text(small_desk) == "abc"


def test_the_label_says_saved_only_when_it_is_on_disk(
    made: Callable[..., Sheet], small_desk: Desk, qtbot: QtBot
) -> None:
    sheet = made()
    sheet.box.insertPlainText("Nadia")
    sheet.keeper.pause.timeout.emit()
    assert sheet.label.words == ""
    _settled(small_desk, qtbot)
    kept = draft_of(small_desk.session, KEY)
    assert kept is not None
    assert sheet.label.words == f"Draft saved {kept.written_at.astimezone():%H:%M}"


def test_an_emptied_form_has_no_draft(
    made: Callable[..., Sheet], small_desk: Desk, qtbot: QtBot
) -> None:
    sheet = made()
    sheet.box.insertPlainText("Nadia")
    sheet.keeper.pause.timeout.emit()
    _settled(small_desk, qtbot)
    sheet.box.setPlainText("  ")
    sheet.keeper.pause.timeout.emit()
    _settled(small_desk, qtbot)
    assert all_drafts(small_desk.session) == ()
    assert sheet.label.words == ""


def test_words_that_cannot_be_written_are_said_and_tried_again(
    made: Callable[..., Sheet],
    small_desk: Desk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sheet, keeper = made(), None
    keeper = sheet.keeper
    at = datetime(2026, 11, 24, 14, 3, tzinfo=UTC)
    monkeypatch.setattr(keeper, "_now", lambda: at)
    with monkeypatch.context() as full:
        full.setattr(
            "casedesk.ui.forms.draft_board.write_draft", _raising(FileProblem("The disk is full."))
        )
        for words in ("Nadia", " says"):
            sheet.box.insertPlainText(words)
            keeper.pause.timeout.emit()
            _settled(small_desk, qtbot)
            assert sheet.label.words == f"Not saved since {at.astimezone():%H:%M}"
            assert keeper.limit.isActive()
    keeper.limit.timeout.emit()
    _settled(small_desk, qtbot)
    assert _text(small_desk) == "Nadia says"
    assert sheet.label.words.startswith("Draft saved")


def test_it_tries_again_when_nothing_more_is_typed(
    made: Callable[..., Sheet],
    small_desk: Desk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sheet = made()
    with monkeypatch.context() as full:
        full.setattr(
            "casedesk.ui.forms.draft_board.write_draft", _raising(FileProblem("The disk is full."))
        )
        sheet.box.insertPlainText("Nadia")
        sheet.keeper.pause.timeout.emit()
        _settled(small_desk, qtbot)
    sheet.keeper.limit.timeout.emit()
    _settled(small_desk, qtbot)
    assert _text(small_desk) == "Nadia"


def test_the_next_form_offers_what_was_typed(
    made: Callable[..., Sheet], small_desk: Desk, qtbot: QtBot
) -> None:
    keep_draft(small_desk.session, KEY, {"text": "Nadia says"}, **PLACE)  # type: ignore[arg-type]
    sheet = made()
    assert sheet.keeper.banner.isVisible()
    assert sheet.box.toPlainText() == ""
    assert "today at" in sheet.keeper.banner.accessibleName()
    sheet.keeper.banner.resume_button.click()
    _settled(small_desk, qtbot)
    assert sheet.box.toPlainText() == "Nadia says"
    assert not sheet.keeper.banner.isVisible()
    assert _text(small_desk) == "Nadia says"


@pytest.mark.parametrize(
    "key", [DraftKey("note", "CD-2"), DraftKey("note", "CD-1", "x"), DraftKey("visit", "CD-1")]
)
def test_no_other_form_is_offered_it(
    made: Callable[..., Sheet], small_desk: Desk, key: DraftKey
) -> None:
    keep_draft(small_desk.session, KEY, {"text": "Nadia says"}, **PLACE)  # type: ignore[arg-type]
    assert not made(key).keeper.banner.isVisible()


def test_a_discarded_draft_is_gone_and_undo_brings_it_back(
    made: Callable[..., Sheet], small_desk: Desk, qtbot: QtBot
) -> None:
    keep_draft(small_desk.session, KEY, {"text": "Nadia says"}, **PLACE)  # type: ignore[arg-type]
    toasts, turned = _undo_of(small_desk), []
    small_desk.navigation_asked.connect(lambda page, args: turned.append((page, args)))
    sheet = made()
    sheet.keeper.banner.discard_button.click()
    _settled(small_desk, qtbot)
    assert _text(small_desk) is None
    assert not sheet.keeper.banner.isVisible()
    ((words, undo),) = toasts
    assert words == "Draft discarded"
    undo()
    _settled(small_desk, qtbot)
    assert _text(small_desk) == "Nadia says"
    assert turned == [("family", {"family": "CD-1"})]


def test_typing_over_an_offer_loses_neither(
    made: Callable[..., Sheet], small_desk: Desk, qtbot: QtBot
) -> None:
    keep_draft(small_desk.session, KEY, {"text": "the first"}, **PLACE)  # type: ignore[arg-type]
    sheet = made()
    sheet.box.insertPlainText("the second")
    sheet.keeper.pause.timeout.emit()
    _settled(small_desk, qtbot)
    assert sheet.keeper.banner.isVisible()
    assert {one.contents["text"] for one in all_drafts(small_desk.session)} == {
        "the first",
        "the second",
    }
    toasts = _undo_of(small_desk)
    sheet.keeper.banner.resume_button.click()
    _settled(small_desk, qtbot)
    assert sheet.box.toPlainText() == "the first"
    assert [one.contents["text"] for one in all_drafts(small_desk.session)] == ["the first"]
    toasts[0][1]()
    assert sheet.box.toPlainText() == "the second"


def test_what_was_typed_before_the_offer_came_puts_it_aside(small_desk: Desk, qtbot: QtBot) -> None:
    keep_draft(small_desk.session, KEY, {"text": "the first"}, **PLACE)  # type: ignore[arg-type]
    sheet = Sheet(small_desk, offers=True)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.box.insertPlainText("the second")
    sheet.keeper.write_now()
    _settled(small_desk, qtbot)
    _settled(small_desk, qtbot)
    assert sheet.keeper.banner.isVisible()
    assert len(all_drafts(small_desk.session)) == 2
    sheet.keeper.banner.discard_button.click()
    _settled(small_desk, qtbot)
    assert [one.contents["text"] for one in all_drafts(small_desk.session)] == ["the second"]


def test_the_save_takes_the_draft(
    made: Callable[..., Sheet], small_desk: Desk, qtbot: QtBot
) -> None:
    sheet = made()
    sheet.box.insertPlainText("Nadia")
    sheet.keeper.pause.timeout.emit()
    sheet.box.insertPlainText(" says")
    small_desk.jobs.write(sheet, sheet.keeper.finishing(_saving(small_desk)), lambda _: None)
    _settled(small_desk, qtbot)
    assert all_drafts(small_desk.session) == ()
    assert not sheet.keeper.pause.isActive()
    sheet.close()
    _settled(small_desk, qtbot)
    assert all_drafts(small_desk.session) == ()


def test_the_save_leaves_an_older_draft_that_nobody_answered(
    made: Callable[..., Sheet], small_desk: Desk, qtbot: QtBot
) -> None:
    keep_draft(small_desk.session, KEY, {"text": "the first"}, **PLACE)  # type: ignore[arg-type]
    sheet = made()
    sheet.box.insertPlainText("the second")
    small_desk.jobs.write(sheet, sheet.keeper.finishing(_saving(small_desk)), lambda _: None)
    _settled(small_desk, qtbot)
    assert [one.contents["text"] for one in all_drafts(small_desk.session)] == ["the first"]
    assert made().keeper.banner.isVisible()


def test_words_asked_to_be_written_before_the_save_never_come_after_it(
    made: Callable[..., Sheet], small_desk: Desk, qtbot: QtBot
) -> None:
    sheet = made()
    sheet.box.insertPlainText("Nadia")
    save = sheet.keeper.finishing(_saving(small_desk))
    sheet.box.insertPlainText(" says")
    words = sheet.keeper.unsaved()
    assert words is not None
    number = small_desk.drafts.next_number()
    save()
    assert small_desk.drafts.write(number, words) is None
    assert small_desk.drafts.flush_all() == ()
    assert all_drafts(small_desk.session) == ()


def test_a_refused_save_has_the_words_on_disk(
    made: Callable[..., Sheet], small_desk: Desk, qtbot: QtBot
) -> None:
    sheet = made()
    sheet.box.insertPlainText("Nadia")
    refused: list[Any] = []
    save = sheet.keeper.finishing(_raising(InvalidRecord("Say when.")))
    small_desk.jobs.write(sheet, save, lambda _: None, refused.append)
    _settled(small_desk, qtbot)
    assert [str(one) for one in refused] == ["Say when."]
    assert _text(small_desk) == "Nadia"


def test_a_save_that_was_never_begun_stops_nothing(
    made: Callable[..., Sheet], small_desk: Desk, qtbot: QtBot
) -> None:
    sheet = made()
    sheet.box.insertPlainText("Nadia")
    sheet.keeper.finishing(_saving(small_desk))
    sheet.keeper.pause.timeout.emit()
    _settled(small_desk, qtbot)
    assert _text(small_desk) == "Nadia"


def test_the_lock_writes_all_forms_at_once(made: Callable[..., Sheet], small_desk: Desk) -> None:
    first, second = made(), made(DraftKey("note", "CD-2"))
    first.box.insertPlainText("Nadia")
    second.box.insertPlainText("Kerry")
    assert small_desk.drafts.flush_all() == ()
    assert _text(small_desk) == "Nadia"
    assert _text(small_desk, second.keeper.key) == "Kerry"
    assert not first.keeper.pause.isActive()
    assert small_desk.drafts.flush_all() == ()


def test_the_lock_does_not_write_over_what_is_offered(
    made: Callable[..., Sheet], small_desk: Desk
) -> None:
    keep_draft(small_desk.session, KEY, {"text": "the first"}, **PLACE)  # type: ignore[arg-type]
    sheet = made()
    sheet.box.insertPlainText("the second")
    small_desk.drafts.flush_all()
    assert len(all_drafts(small_desk.session)) == 2


def test_the_lock_says_what_it_could_not_write(
    made: Callable[..., Sheet], small_desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    sheet = made()
    sheet.box.insertPlainText("Nadia")
    with monkeypatch.context() as full:
        full.setattr(
            "casedesk.ui.forms.draft_board.write_draft", _raising(FileProblem("The disk is full."))
        )
        assert small_desk.drafts.flush_all() == ("Note",)
    assert sheet.keeper.unsaved() is not None


def test_older_words_never_go_over_newer_ones(made: Callable[..., Sheet], small_desk: Desk) -> None:
    sheet, board = made(), small_desk.drafts
    sheet.box.insertPlainText("Na")
    older, number = sheet.keeper.unsaved(), board.next_number()
    sheet.box.insertPlainText("dia")
    board.flush_all()
    assert older is not None
    board.write(number, older)
    assert _text(small_desk) == "Nadia"


def test_a_form_that_is_put_away_leaves_its_last_words(
    made: Callable[..., Sheet], small_desk: Desk, qtbot: QtBot
) -> None:
    sheet = made()
    sheet.box.insertPlainText("Nadia")
    sheet.hide()
    _settled(small_desk, qtbot)
    assert _text(small_desk) == "Nadia"


def test_a_form_that_is_deleted_leaves_its_last_words(small_desk: Desk, qtbot: QtBot) -> None:
    sheet = Sheet(small_desk)
    sheet.box.insertPlainText("Nadia")
    gone: list[object] = []
    sheet.destroyed.connect(lambda _: gone.append(None))
    sheet.deleteLater()
    qtbot.waitUntil(lambda: bool(gone) and small_desk.jobs.is_idle, timeout=20_000)
    assert _text(small_desk) == "Nadia"


def test_giving_a_form_up_drops_its_words_until_undo(
    made: Callable[..., Sheet], small_desk: Desk, qtbot: QtBot
) -> None:
    toasts = _undo_of(small_desk)
    sheet = made()
    sheet.box.insertPlainText("Nadia")
    sheet.keeper.pause.timeout.emit()
    sheet.box.insertPlainText(" says")
    sheet.keeper.discard()
    sheet.hide()
    _settled(small_desk, qtbot)
    assert all_drafts(small_desk.session) == ()
    toasts[0][1]()
    _settled(small_desk, qtbot)
    assert _text(small_desk) == "Nadia says"


def test_a_form_nobody_touched_is_given_up_in_silence(
    made: Callable[..., Sheet], small_desk: Desk, qtbot: QtBot
) -> None:
    keep_draft(small_desk.session, KEY, {"text": "the first"}, **PLACE)  # type: ignore[arg-type]
    toasts = _undo_of(small_desk)
    made().keeper.discard()
    _settled(small_desk, qtbot)
    assert toasts == []
    assert _text(small_desk) == "the first"


def _raising(error: Exception) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:
        raise error

    return fail


def _saving(desk: Desk) -> Callable[[], None]:
    def save() -> None:
        with desk.session.store.unit_of_work("Sam Okoro") as uow:
            uow.set_setting("team", "East")

    return save
