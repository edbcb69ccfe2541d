"""Every colour of the window, by what it is for: one table, light and dark.

The names are those of the design. Contrasts (WCAG 2.2: text 4.5, glyphs and the borders of
controls 3) are checked pair by pair in the tests, so a colour is only ever changed here.

Tones come in sets: `needTx` text, `needBg` tint, `need` solid glyph, `onNeed` what stands
on the solid. A met criterion is a need, not an alarm: plum, never red. Red is only for
late, refused and failed; green only for improved, given and complete.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

TONES = ("need", "good", "warn", "bad", "mute", "info")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one theme, each `#RRGGBB`."""

    canvas: str
    surface: str
    raised: str
    sunken: str
    hover: str
    line: str
    control: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    onAccent: str
    accentTx: str
    accentBg: str
    focus: str
    mark: str
    rail: str
    railTx: str
    railOn: str
    railOnTx: str
    needTx: str
    needBg: str
    need: str
    onNeed: str
    goodTx: str
    goodBg: str
    good: str
    onGood: str
    warnTx: str
    warnBg: str
    warn: str
    onWarn: str
    badTx: str
    badBg: str
    bad: str
    onBad: str
    muteTx: str
    muteBg: str
    mute: str
    onMute: str
    infoTx: str
    infoBg: str
    info: str
    onInfo: str

    def of(self, name: str) -> str:
        """The colour called `name`. Raises `KeyError` for a name that is not in the table."""
        if name not in NAMES:
            raise KeyError(f"no colour is called {name!r}")
        colour: str = getattr(self, name)
        return colour

    def text(self, tone: str) -> str:
        """The text colour of a tone."""
        return self.of(f"{tone}Tx")

    def tint(self, tone: str) -> str:
        """The quiet background of a tone."""
        return self.of(f"{tone}Bg")

    def solid(self, tone: str) -> str:
        """The colour of a solid glyph of a tone."""
        return self.of(tone)

    def on(self, tone: str) -> str:
        """What stands on the solid of a tone."""
        return self.of(f"on{tone.capitalize()}")


NAMES = frozenset(field.name for field in fields(Tokens))

LIGHT = Tokens(
    canvas="#F2F5F5",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#E9EEEF",
    hover="#F0F5F6",
    line="#D9E0E2",
    control="#6F7F87",
    ink="#14222A",
    ink2="#42535C",
    ink3="#58696F",
    accent="#0D5566",
    onAccent="#FFFFFF",
    accentTx="#0B5061",
    accentBg="#E1EFF2",
    focus="#1B5FDB",
    mark="#FFF0B8",
    rail="#12303A",
    railTx="#C9D9DE",
    railOn="#234753",
    railOnTx="#FFFFFF",
    needTx="#55336B",
    needBg="#F1EAF5",
    need="#63407A",
    onNeed="#FFFFFF",
    goodTx="#14593A",
    goodBg="#E4F2EA",
    good="#1D7049",
    onGood="#FFFFFF",
    warnTx="#7A4300",
    warnBg="#FCF0DC",
    warn="#A35A00",
    onWarn="#FFFFFF",
    badTx="#9C1F2B",
    badBg="#FBE9E9",
    bad="#B3261E",
    onBad="#FFFFFF",
    muteTx="#42535C",
    muteBg="#ECF0F1",
    mute="#6F7F87",
    onMute="#FFFFFF",
    infoTx="#0B5061",
    infoBg="#E1EFF2",
    info="#0D5566",
    onInfo="#FFFFFF",
)

DARK = Tokens(
    canvas="#0F171A",
    surface="#172125",
    raised="#1F2B30",
    sunken="#11191D",
    hover="#1E292E",
    line="#2B383E",
    control="#7C8E96",
    ink="#E9EFF0",
    ink2="#B7C3C8",
    ink3="#98A7AD",
    accent="#7FCBDB",
    onAccent="#06222A",
    accentTx="#8AD1E0",
    accentBg="#173640",
    focus="#9CC2FF",
    mark="#5A4A12",
    rail="#0A1114",
    railTx="#AEBCC2",
    railOn="#1D2C32",
    railOnTx="#FFFFFF",
    needTx="#D9C0EC",
    needBg="#2F2538",
    need="#C3A0DC",
    onNeed="#23142E",
    goodTx="#93D9B2",
    goodBg="#17332A",
    good="#6FC597",
    onGood="#06231A",
    warnTx="#F2C37E",
    warnBg="#3A2C16",
    warn="#E2A24B",
    onWarn="#2A1A02",
    badTx="#FFB0AE",
    badBg="#43201F",
    bad="#F28B82",
    onBad="#3A0906",
    muteTx="#B7C3C8",
    muteBg="#243036",
    mute="#7C8E96",
    onMute="#0F171A",
    infoTx="#8AD1E0",
    infoBg="#173640",
    info="#7FCBDB",
    onInfo="#06222A",
)
