"""What was copied from Word, LibreOffice, Outlook or a web page, as plain text.

Paragraphs, line breaks and lists (bullets, numbers, nested) are kept; styles, links' targets,
comments, deleted words and pictures are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from casedesk.domain.clean_text import BULLET, bullet_or, clean_text
from casedesk.ui.writing.list_numbers import number_words

INDENT = "    "
CELLS_BETWEEN = " | "
MOST_HTML = 8_000_000
"""Characters; more than this is not taken apart, and its plain text is pasted."""

_LINES = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "main", "nav",
    "pre", "section", "table", "tbody", "tfoot", "thead", "tr",
))  # fmt: skip
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_UNREAD = frozenset((
    "audio", "button", "del", "head", "math", "noscript", "object", "script", "select", "style",
    "svg", "template", "textarea", "title", "video", "xml",
))  # fmt: skip
_VOID = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"))
_HIDDEN = re.compile(r"display:\s*none|mso-hide:\s*all|mso-element:\s*comment", re.IGNORECASE)
_MSO_LIST = re.compile(r"mso-list:\s*\S+\s+level(\d+)", re.IGNORECASE)
_MSO_MARKER = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_MARGIN = re.compile(r"margin(-bottom)?:\s*([^;}\"]+)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]*)\{([^}]*)\}")
_CLASS = re.compile(r"(?<![\w.#])p\.([\w-]+)")
_SHEET = re.compile(r"<style[^>]*>(.*?)</style>", re.IGNORECASE | re.DOTALL)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Pasted:
    """The text, and how many pictures were left out."""

    text: str
    pictures: int = 0


def text_of_html(html: str) -> Pasted:
    """The plain text of a piece of HTML from the clipboard; any text is safe."""
    reader = _Reader(_tight_classes(html))
    reader.feed(html)
    reader.close()
    return reader.pasted()


def _tight_classes(html: str) -> frozenset[str]:
    """The classes of paragraphs that stand without a gap (Outlook's MsoNormal)."""
    tight = set()
    for sheet in _SHEET.findall(html):
        for selector, rule in _RULE.findall(sheet):
            if _is_tight(rule):
                tight.update(_CLASS.findall(selector))
    return frozenset(tight)


def _is_tight(style: str) -> bool:
    """Whether a style says that nothing is between this paragraph and the next."""
    bottom = ""
    for is_bottom, value in _MARGIN.findall(style):
        parts = value.split()
        bottom = value if is_bottom or not parts else parts[2] if len(parts) > 2 else parts[0]
    number = re.match(r"\s*(\d*\.?\d+)", bottom)
    return number is not None and float(number[1]) < 0.01


@dataclass(slots=True)
class _List:
    is_numbered: bool
    kind: str
    next_number: int


@dataclass(slots=True)
class _Line:
    """A line that is being read. `level` 0 is no list; `gap`: a blank line before it."""

    gap: bool = False
    level: int = 0
    marker: str = ""
    parts: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, tight_classes: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._tight_classes = tight_classes
        self._lines: list[str] = []
        self._pictures = 0
        self._line = _Line()
        self._lists: list[_List] = []
        self._unread: list[str] = []
        self._marker_spans = 0
        self._cells = 0
        self._verbatim = 0
        self._is_over = False

    def pasted(self) -> Pasted:
        self._end_line()
        return Pasted(clean_text("\n".join(self._lines)), self._pictures)

    def handle_comment(self, data: str) -> None:
        if data == "StartFragment":
            self._lines, self._pictures = [], 0
            self._line.parts.clear()
        elif data == "EndFragment":
            self._end_line()
            self._is_over = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        style = given.get("style", "")
        if self._unread:
            if tag == self._unread[-1]:
                self._unread.append(tag)
            return
        if tag not in _VOID and (tag in _UNREAD or _HIDDEN.search(style)):
            self._unread.append(tag)
        elif tag == "img":
            self._count_picture(given)
        elif tag == "br":
            self._end_line(even_empty=True)
        elif tag == "span":
            self._begin_span(style)
        elif tag in ("ul", "ol"):
            self._begin_list(tag, given)
        elif tag == "li":
            self._begin_item(given)
        elif tag == "p" or tag in _HEADS:
            self._begin_paragraph(given, style)
        elif tag in ("td", "th"):
            self._begin_cell()
        elif tag in _LINES:
            self._end_line()
            self._verbatim += tag == "pre"
            self._cells = 0 if tag == "tr" else self._cells

    def handle_endtag(self, tag: str) -> None:
        if self._unread:
            if tag == self._unread[-1]:
                self._unread.pop()
            return
        if tag == "span":
            self._marker_spans = max(0, self._marker_spans - 1)
        elif tag in ("ul", "ol"):
            self._end_line()
            if self._lists:
                self._lists.pop()
        elif tag == "p" or tag in _HEADS:
            if self._cells:
                self._line.parts.append(" ")
            else:
                self._end_line(even_empty=not self._lists)
        elif tag == "li" or tag in _LINES:
            self._end_line()
            self._verbatim -= tag == "pre" and self._verbatim > 0
            self._cells = 0 if tag in ("tr", "table") else self._cells

    def handle_data(self, data: str) -> None:
        if self._unread or self._is_over:
            return
        if self._marker_spans:
            self._line.marker += data.replace("\u00a0", " ").strip()
        elif self._verbatim:
            first, *others = data.split("\n")
            self._line.parts.append(first)
            for other in others:
                self._end_line(even_empty=True)
                self._line.parts.append(other)
        else:
            self._line.parts.append(_SPACE.sub(" ", data))

    def _count_picture(self, given: dict[str, str]) -> None:
        """A picture that can be seen: not the dot by which a sender counts readers."""
        if "1" not in (given.get("width"), given.get("height")) and not self._is_over:
            self._pictures += 1

    def _begin_span(self, style: str) -> None:
        if self._marker_spans or _MSO_MARKER.search(style):
            self._marker_spans += 1
        elif "mso-tab-count" in style.lower():
            self._line.parts.append(" ")

    def _begin_list(self, tag: str, given: dict[str, str]) -> None:
        self._end_line()
        start = given.get("start", "")
        first = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
        self._lists.append(_List(tag == "ol", given.get("type", ""), first))

    def _begin_item(self, given: dict[str, str]) -> None:
        self._end_line()
        if not self._lists:
            self._lists.append(_List(False, "", 1))
        now = self._lists[-1]
        value = given.get("value", "")
        if value.isascii() and value.isdigit() and len(value) < 6:
            now.next_number = int(value)
        self._line.level = len(self._lists)
        self._line.marker = number_words(now.next_number, now.kind) if now.is_numbered else BULLET
        now.next_number += 1

    def _begin_paragraph(self, given: dict[str, str], style: str) -> None:
        """A paragraph of its own; in an item or a cell it goes on with that line."""
        if self._lists or self._cells:
            if self._text() and not self._cells:
                self._end_line()
            return
        self._end_line()
        word_list = _MSO_LIST.search(style)
        if word_list is not None:
            self._line.level = int(word_list[1])
            return
        classes = given.get("class", "").split()
        is_tight = any(one in self._tight_classes for one in classes)
        self._line.gap = not (_is_tight(style) if _MARGIN.search(style) else is_tight)

    def _begin_cell(self) -> None:
        self._cells += 1
        if self._cells > 1:
            self._line.parts.append(CELLS_BETWEEN)

    def _text(self) -> str:
        text = "".join(self._line.parts)
        return text if self._verbatim else _SPACE.sub(" ", text.replace("\u00a0", " ")).strip()

    def _end_line(self, *, even_empty: bool = False) -> None:
        line, text = self._line, self._text()
        if self._is_over or not (text or even_empty):
            if not (line.marker and not text):  # An item whose words come in an inner block.
                self._line = _Line(gap=line.gap)
            return
        if line.gap and self._lines:
            self._lines.append("")
        level = min(line.level, _DEEPEST)
        marker = f"{bullet_or(line.marker)} " if line.marker and text else ""
        deep = INDENT * max(0, level - 1)
        under = "  " if level and not marker and text else ""
        self._lines.append(f"{deep}{under}{marker}{text}")
        # A line break inside an item goes on under it.
        self._line = _Line(level=len(self._lists))
