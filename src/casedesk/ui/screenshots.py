"""Pictures of every screen, drawn in memory on the made-up caseload."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from casedesk.services.session import Session
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import Dialogs, Question
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens import REGISTRY, ScreenEntry
from casedesk.ui.screens.unlock.presenter import Refused
from casedesk.ui.screens.unlock.screen import UnlockScreen
from casedesk.ui.screens.welcome.screen import WelcomeScreen
from casedesk.ui.shell.keys_list import KeysList
from casedesk.ui.shell.shortcuts import SHORTCUTS
from casedesk.ui.shell.window_dialogs import WindowDialogs
from casedesk.ui.shell.workspace import Workspace
from casedesk.ui.theme.theme import Theme

SIZES = ((1366, 696), (911, 512))
"""The whole screen of a small laptop, and the same at 150%."""
SETTLE_MS = 150
"""Idle for so long is done: screens pause a moment before they look something up."""
CODE_OF_NOBODY = "H4KM-9TQX-W2PB-7RDN-C8VJ-Y3FA-M6SA-E5ZG-2K7Q"
"""A recovery code that opens nothing, for the picture of the first run."""

Show = Callable[[], QWidget]


@dataclass(frozen=True)
class Picture:
    """A picture's name, and what brings the screen up."""

    name: str
    show: Show


class ScreenCatalogue:
    """Everything there is to look at: each registered screen, and the pages before the unlock."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        jobs: Jobs,
        dialogs: Dialogs,
        registry: Mapping[str, ScreenEntry] = REGISTRY,
    ) -> None:
        self._registry = registry
        self._session, self._theme = session, theme
        self._jobs, self._dialogs = jobs, dialogs

    def pictures(self) -> Iterator[Picture]:
        """Each picture once; `show` makes new widgets each time."""
        for page, entry in self._registry.items():
            for name, args in (entry.pictures or {page: {}}).items():
                yield Picture(name, partial(self._workspace, page, args))
        yield Picture("palette", self._palette)
        yield Picture("toast", self._toast)
        yield Picture("box-question", partial(self._box, _ask))
        yield Picture("box-crash", partial(self._box, lambda boxes: boxes.crash("3f9c2a71")))
        yield Picture("box-keys", partial(self._box, self._list_keys))
        yield Picture("unlock", partial(self._unlock, None))
        wrong = Refused("wrong", "")
        yield Picture("unlock-wait", partial(self._unlock, wrong, 8))
        tied = "This vault is tied to the laptop it was made on; use the recovery code."
        yield Picture("unlock-tied", partial(self._unlock, Refused("tied", tied)))
        used = "The vault is in use by jo on MB-1147 since 09:12: close CaseDesk there first."
        yield Picture("unlock-in-use", partial(self._unlock, Refused("in_use", used)))
        yield Picture("unlock-recover", self._recover)
        for step, name in enumerate(("you", "passphrase", "recovery-code", "backup")):
            yield Picture(f"welcome-{step + 1}-{name}", partial(self._welcome, step))

    def _workspace(self, page: str, args: Mapping[str, Any]) -> Workspace:
        desk = Desk(self._session, self._theme, self._jobs, self._dialogs)
        workspace = Workspace(desk, self._registry)
        desk.setParent(workspace)
        desk.navigate(page, **args)
        return workspace

    def _palette(self) -> QWidget:
        desk = Desk(self._session, self._theme, self._jobs, self._dialogs)
        workspace = Workspace(desk, self._registry)
        desk.setParent(workspace)
        workspace.start()
        workspace.palette_box.open()
        workspace.palette_box.field.setText("ash")
        return workspace

    def _toast(self) -> QWidget:
        desk = Desk(self._session, self._theme, self._jobs, self._dialogs)
        workspace = Workspace(desk, self._registry)
        desk.setParent(workspace)
        workspace.start()
        desk.toast("Action marked as done", lambda: None)
        return workspace

    def _box(self, open_box: Callable[[WindowDialogs], None]) -> QWidget:
        boxes = WindowDialogs(self._theme)
        boxes.build_only = True
        open_box(boxes)
        box = boxes.shown[-1]
        boxes.setParent(box)
        return box

    def _list_keys(self, boxes: WindowDialogs) -> None:
        there = {f"page_{page}" for page in self._registry}
        keys = [one for one in SHORTCUTS if not one.id.startswith("page_") or one.id in there]
        body = KeysList(self._theme, keys)
        boxes.form("What can I do here?", body, "Close", "", lambda: True)

    def _unlock(self, refused: Refused | None, wait: int = 0) -> QWidget:
        page = UnlockScreen(Path(), self._theme, self._jobs, self._dialogs)
        page.passphrase.field.setText("not the passphrase")
        if refused is not None:
            page.passphrase.show_refused(refused)
            page.passphrase.set_wait(wait)
        return page

    def _recover(self) -> QWidget:
        page = UnlockScreen(Path(), self._theme, self._jobs, self._dialogs)
        page.show_recovery()
        page.recovery.code.setText(CODE_OF_NOBODY.replace("-", " "))
        page.recovery.new.first.setText("kettle-marble-thursday-otter-lamp")
        return page

    def _welcome(self, step: int) -> QWidget:
        page = WelcomeScreen(Path(), self._theme, self._jobs, self._dialogs)
        page.you.name.setText("Jo Hebden")
        page.you.council.setText("Millbridge Council")
        page.you.team.setText("Calder Valley team")
        page.passphrase.new.first.set_shown(True)
        page.passphrase.new.first.setText("kettle marble Thursday otter")
        page.code.show_code(CODE_OF_NOBODY)
        page.show_step(step)
        return page


def _ask(boxes: WindowDialogs) -> None:
    question = Question(
        "Withdraw Kerry’s consent to NHS?",
        "From today nothing about health may go to the NHS. What was sent before stays sent.",
        "Withdraw consent",
        "Keep consent",
        grave=True,
    )
    boxes.confirm(question, lambda _: None)


class Photographer(QObject):
    """Draws one picture after the other in the running event loop; never waits in a call.

    Signals:
        finished(): `paths` has all of them.
    """

    finished = Signal()

    def __init__(
        self,
        catalogue: ScreenCatalogue,
        theme: Theme,
        jobs: Jobs,
        folder: Path,
        *,
        modes: Sequence[str] = ("light", "dark"),
        sizes: Sequence[tuple[int, int]] = SIZES,
        scale: float = 1.0,
        only: Callable[[str], bool] = lambda name: True,
        parent: QObject | None = None,
    ) -> None:
        """`scale` is pixels of the picture per pixel of the window."""
        super().__init__(parent)
        self._theme, self._jobs, self._folder = theme, jobs, folder
        self._scale = scale
        self.paths: list[Path] = []
        self._todo = iter(
            [
                (mode, size, picture)
                for mode in modes
                for size in sizes
                for picture in catalogue.pictures()
                if only(picture.name)
            ]
        )
        self._widget: QWidget | None = None
        self._is_calm = False
        self._target = Path()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLE_MS)
        self._settled.timeout.connect(self._on_settled)

    def start(self) -> None:
        """Begins with the first picture."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._next()

    def _next(self) -> None:
        entry = next(self._todo, None)
        if entry is None:
            self.finished.emit()
            return
        mode, (width, height), picture = entry
        if self._theme.mode != mode:
            self._theme.set_mode(mode)
        self._target = self._folder / f"{picture.name}-{mode}-{width}x{height}.png"
        widget = picture.show()
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        if widget.isModal():
            widget.adjustSize()
        else:
            widget.resize(width, height)
        widget.show()
        self._widget = widget
        self._settled.start()

    def _on_settled(self) -> None:
        # Idle twice in a row: what came with the last answer has to find its place too.
        before, self._is_calm = self._is_calm, self._jobs.is_idle
        if not (before and self._is_calm):
            self._settled.start()
            return
        self._is_calm = False
        widget, self._widget = self._widget, None
        if widget is not None:
            image = drawn(widget, self._scale)
            image.save(str(self._target))
            self.paths.append(self._target)
            widget.close()
            widget.deleteLater()
        self._next()


def drawn(widget: QWidget, scale: float = 1.0) -> QImage:
    """What a widget looks like, with `scale` pixels for each of its own."""
    size = widget.size()
    image = QImage(
        QSize(round(size.width() * scale), round(size.height() * scale)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.setDevicePixelRatio(scale)
    image.fill(widget.palette().window().color())
    widget.render(image)
    return image
