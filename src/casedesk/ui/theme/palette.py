"""Qt's palette from our colours, and our colours from Qt's palette in high contrast."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from casedesk.ui.theme.tokens import NAMES, Tokens

_ROLES = {
    "Window": "canvas",
    "WindowText": "ink",
    "Base": "surface",
    "AlternateBase": "sunken",
    "Text": "ink",
    "PlaceholderText": "ink3",
    "Button": "surface",
    "ButtonText": "ink",
    "BrightText": "badTx",
    "Highlight": "accent",
    "HighlightedText": "onAccent",
    "ToolTipBase": "raised",
    "ToolTipText": "ink",
    "Link": "accentTx",
    "LinkVisited": "accentTx",
    "Accent": "accent",
    "Mid": "line",
    "Light": "raised",
    "Dark": "control",
}
_FADED = ("WindowText", "Text", "ButtonText")


def palette_of(tokens: Tokens) -> QPalette:
    """The palette that goes with the colours.

    The placeholder colour can only be set here: Qt's own would fail the contrast.
    """
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(getattr(QPalette.ColorRole, role), QColor(tokens.of(name)))
    for role in _FADED:
        one = getattr(QPalette.ColorRole, role)
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(tokens.ink3))
    return made


def tokens_of_system(palette: QPalette) -> Tokens:
    """The colours a person chose for high contrast, in the places of ours.

    States keep their shape and word; only system colours are used, so every pair has the
    contrast that the person set up.
    """

    def system(role: QPalette.ColorRole) -> str:
        return palette.color(QPalette.ColorGroup.Active, role).name().upper()

    ground = system(QPalette.ColorRole.Window)
    ink = system(QPalette.ColorRole.WindowText)
    chosen = system(QPalette.ColorRole.Highlight)
    on_chosen = system(QPalette.ColorRole.HighlightedText)
    colours = {name: ground if _is_ground(name) else ink for name in NAMES}
    colours |= {"accent": chosen, "onAccent": on_chosen, "focus": chosen}
    colours |= {"railOn": chosen, "railOnTx": on_chosen}
    return Tokens(**colours)


def _is_ground(name: str) -> bool:
    grounds = {"canvas", "surface", "raised", "sunken", "hover", "mark", "rail"}
    return name in grounds or name.endswith("Bg") or name.startswith("on")
