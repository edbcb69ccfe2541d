"""Streams an XML part to plain functions, with nothing that could hurt.

The standard library's expat parser, used directly: one pass and no tree, which makes reading
a workbook take about a third of openpyxl's time. The guards are the same as defusedxml's: a
document type declaration or an entity is refused before anything of it is read, nothing
outside is ever fetched; and the depth of elements is limited (docs/interchange.md, Limits).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NoReturn
from xml.parsers import expat

from casedesk.domain.errors import FileProblem
from casedesk.interchange.workbook.raw import MOST_LEVELS

Attributes = dict[str, str]
OnStart = Callable[[str, Attributes], None]
OnEnd = Callable[[str], None]
OnText = Callable[[str], None]


class EnoughRead(Exception):
    """Raised by a handler to stop reading a part early."""


def stream_xml(
    chunks: Iterable[bytes], file_name: str, start: OnStart, end: OnEnd, text: OnText
) -> None:
    """Call the functions for every element and text of an XML document, in order.

    Names come as they are written, with their prefix. Raises `FileProblem` when the
    document is not well-formed, declares a document type, or is too deep.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 65_536
    depth = 0

    def deeper(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_LEVELS:
            raise FileProblem(
                f"“{file_name}” holds XML more than {MOST_LEVELS} levels deep, which no "
                "spreadsheet program writes; it was not read."
            )
        start(name, attributes)

    def shallower(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name)

    def refuse(*_: object) -> NoReturn:
        raise FileProblem(
            f"“{file_name}” declares a document type or entities, which no spreadsheet program "
            "writes; it was not read. Ask where it comes from."
        )

    parser.StartElementHandler = deeper
    parser.EndElementHandler = shallower
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except EnoughRead:
        return
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise FileProblem(
            f"“{file_name}” is damaged: a part of it is not well-formed; open it in a "
            "spreadsheet program, save it as .xlsx and try again."
        ) from error


def local_name(name: str) -> str:
    """`x:row` is `row`."""
    return name.rpartition(":")[2]
