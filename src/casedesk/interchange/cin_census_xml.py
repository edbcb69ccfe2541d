"""The XML of a census file, read so that no file can hurt.

No document type declaration, no entities, nothing fetched, limits on everything, and one
child in memory at a time (docs/interchange.md, Limits).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from casedesk.domain.errors import FileProblem

MOST_BYTES = 100 * 1024 * 1024
MOST_LEVELS = 64
MOST_CHILDREN = 200_000
MOST_CHARACTERS = 32_767
MOST_ELEMENTS = 3_000_000
MOST_ELEMENTS_TOGETHER = 50_000
"""A census of the largest council stays far below; a file above is not a census."""

_CHUNK = 4 * 1024 * 1024
_KEPT = ("header", "child")


@dataclass(slots=True)
class Element:
    """An element: its name without namespace, its own text, and the elements inside."""

    name: str
    text: str = ""
    inside: list[Element] = field(default_factory=list)

    def first(self, name: str) -> Element | None:
        """The first element directly inside of that name, whatever its case."""
        wanted = name.lower()
        return next((one for one in self.inside if one.name.lower() == wanted), None)

    def named(self, name: str) -> list[Element]:
        """Every element inside, at any depth, of that name, whatever its case."""
        wanted = name.lower()
        found: list[Element] = []
        waiting = list(reversed(self.inside))
        while waiting:
            one = waiting.pop()
            if one.name.lower() == wanted:
                found.append(one)
            else:
                waiting.extend(reversed(one.inside))
        return found


class _Collector:
    """Hands over the header and each child as they end, and forgets the rest."""

    def __init__(self) -> None:
        self.ready: list[Element] = []
        self.root: str | None = None
        self.stray: list[str] = []
        self.closed = False
        self._path: list[str] = []
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._outside: list[str] = []
        self._letters = 0
        self._elements = 0
        self._together = 0
        self._children = 0

    def start(self, tag: str, attributes: object) -> None:
        name = tag.rpartition("}")[2]
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise FileProblem(_too_much("elements", MOST_ELEMENTS))
        if len(self._path) >= MOST_LEVELS:
            raise FileProblem(
                f"The file's elements lie more than {MOST_LEVELS} levels deep; "
                "a census does not look like this."
            )
        self._flush_outside()
        if self.root is None:
            self.root = name
            if name.lower() != "message":
                raise FileProblem(
                    "This is XML, but not a children in need census: it begins with "
                    f"{name[:60]}, not with Message. Ask for the file that was sent to the "
                    "Department for Education."
                )
        self._path.append(name)
        if self._open or name.lower() in _KEPT:
            self._together = self._together + 1 if self._open else 1
            if self._together > MOST_ELEMENTS_TOGETHER:
                raise FileProblem(_too_much(f"elements in one {self._open[0].name}", 50_000))
            element = Element(name)
            if self._open:
                self._open[-1].inside.append(element)
            self._open.append(element)
            self._texts.append([])
            self._letters = 0

    def data(self, text: str) -> None:
        kept = self._texts[-1] if self._open else self._outside
        self._letters += len(text)
        if self._letters > MOST_CHARACTERS:
            if text.isspace():
                return
            raise FileProblem(_too_much("characters in one place", MOST_CHARACTERS))
        kept.append(text)

    def end(self, tag: str) -> None:
        self._path.pop()
        self._letters = 0
        if not self._open:
            self._flush_outside()
            return
        element = self._open.pop()
        element.text = "".join(self._texts.pop()).strip()
        if not self._open:
            if element.name.lower() == "child":
                self._children += 1
                if self._children > MOST_CHILDREN:
                    raise FileProblem(_too_much("children", MOST_CHILDREN))
            self.ready.append(element)

    def close(self) -> None:
        self.closed = True

    def _flush_outside(self) -> None:
        if self._outside:
            text = "".join(self._outside).strip()
            if text and len(self.stray) < 100:
                self.stray.append(text)
            self._outside.clear()
            self._letters = 0


@dataclass(slots=True)
class CensusFile:
    """What `stream_elements` learns of the file besides its elements."""

    stray: list[str] = field(default_factory=list)


def stream_elements(file: BinaryIO, learned: CensusFile) -> Iterator[Element]:
    """The header and every child of a census, in the order of the file, one at a time.

    Text that stands where none belongs, outside them, is put into `learned.stray`.
    Raises `FileProblem` when the file is no census, is damaged, or passes a limit.
    """
    collector = _Collector()
    parser = XMLParser(target=collector, forbid_dtd=True)
    read = 0
    try:
        while chunk := file.read(_CHUNK):
            read += len(chunk)
            if read > MOST_BYTES:
                raise FileProblem("The file is larger than 100 MiB; a census is not so large.")
            parser.feed(chunk)
            yield from collector.ready
            collector.ready.clear()
        parser.close()
    except DefusedXmlException as error:
        raise FileProblem(
            "The file declares a document type or entities, which no census does; "
            "it was not read. Ask where it comes from."
        ) from error
    except ParseError as error:
        line = getattr(error, "position", (0, 0))[0]
        raise FileProblem(
            f"The file is not well-formed XML (line {line}); ask for it again."
        ) from error
    except (LookupError, ValueError) as error:
        raise FileProblem(
            "The file is written in an encoding that cannot be read; ask for it in UTF-8."
        ) from error
    yield from collector.ready
    learned.stray.extend(collector.stray)


def _too_much(what: str, most: int) -> str:
    return f"The file has more than {most:,} {what}; a census is not so large."
