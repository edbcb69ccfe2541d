"""The document's structure for screen readers: what is a heading, a paragraph, a table.

Marked content goes into the page as it is drawn; the tree that names it is written when the
document is finished (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFPage,
)
from reportlab.pdfgen.canvas import Canvas


class Paper(Canvas):
    """The canvas, with the parts of it that its type hints leave out."""

    _code: list[str]
    _doc: PDFDocument


def hex_text(text: str) -> str:
    """UTF-16 in hexadecimal between angle brackets; lone surrogates become U+FFFD."""
    data = text.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "replace")
    return f"<FEFF{data.encode('utf-16-be').hex().upper()}>"


class _Element(PDFObject):
    """One element of the tree; written as it is, because there are hundreds of them."""

    __RefOnly__ = 1

    def __init__(
        self,
        tag: str,
        parent: _Element | None,
        page: int | None = None,
        mark: int | None = None,
        alternative: str | None = None,
    ) -> None:
        self.tag = tag
        self.parent = parent
        self.page = page
        self.mark = mark
        self.alternative = alternative
        self.children: list[_Element] = []
        self.name = ""

    def format(self, document: PDFDocument) -> bytes:
        parent = self.parent.name if self.parent else ROOT
        parts = [f"<< /Type /StructElem /S /{self.tag} /P {_reference(document, parent)}"]
        if self.mark is not None and self.page is not None:
            parts.append(f"/Pg {_reference(document, f'Page{self.page + 1}')} /K {self.mark}")
        else:
            kids = " ".join(_reference(document, child.name) for child in self.children)
            parts.append(f"/K [ {kids} ]")
        if self.alternative:
            parts.append(f"/Alt {hex_text(self.alternative)}")
        if self.tag == "TH":
            parts.append("/A << /O /Table /Scope /Column >>")
        return (" ".join(parts) + " >>").encode("ascii")


ROOT = "structure"


def _reference(document: PDFDocument, name: str) -> str:
    number, version = document.idToObjectNumberAndVersion[name]
    return f"{number} {version} R"


class Structure:
    """Collects the elements of one document while its pages are drawn."""

    def __init__(self, canvas: Paper) -> None:
        self._canvas = canvas
        self._root = _Element("Document", None)
        self._open = [self._root]
        self._leaves: list[list[_Element]] = [[]]
        self._inside = False

    @contextmanager
    def group(self, tag: str) -> Iterator[None]:
        """Elements made inside belong to one element `tag`; an empty one is not kept."""
        element = _Element(tag, self._open[-1])
        self._open.append(element)
        yield
        self._open.pop()
        if element.children:
            self._open[-1].children.append(element)

    @contextmanager
    def content(self, tag: str, alternative: str | None = None) -> Iterator[None]:
        """What is drawn inside is one element `tag`; inside another, part of that one."""
        if self._inside:
            yield
            return
        leaves = self._leaves[-1]
        element = _Element(tag, self._open[-1], len(self._leaves) - 1, len(leaves), alternative)
        leaves.append(element)
        self._open[-1].children.append(element)
        with self._marked(f"/{tag} <</MCID {element.mark}>> BDC"):
            yield

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What is drawn inside says nothing by itself: rules, backgrounds, running heads."""
        if self._inside:
            yield
            return
        with self._marked("/Artifact BMC"):
            yield

    @contextmanager
    def spoken(self, character: str) -> Iterator[None]:
        """What is drawn inside stands for a letter; for a control it reads as it is drawn."""
        if unicodedata.category(character).startswith("C"):
            yield
            return
        self._canvas._code.append(f"/Span <</ActualText {hex_text(character)}>> BDC")
        yield
        self._canvas._code.append("EMC")

    @contextmanager
    def _marked(self, opening: str) -> Iterator[None]:
        self._canvas._code.append(opening)
        self._inside = True
        yield
        self._inside = False
        self._canvas._code.append("EMC")

    def end_page(self) -> None:
        self._leaves.append([])

    def write(self) -> None:
        """Puts the tree into the document. Call once, after the last page."""
        document: Any = self._canvas._doc
        elements = [self._root]
        for element in elements:
            elements.extend(element.children)
        for number, element in enumerate(elements):
            element.name = f"{ROOT}-{number}"
            document.Reference(element, element.name)
        numbers: list[object] = []
        for page, leaves in enumerate(self._leaves[:-1]):
            numbers += [page, PDFArray([PDFObjectReference(leaf.name) for leaf in leaves])]
            _set_on_page(document.idToObject[f"Page{page + 1}"], page)
        tree = PDFDictionary(
            {
                "Type": PDFName("StructTreeRoot"),
                "K": PDFObjectReference(self._root.name),
                "ParentTree": PDFDictionary({"Nums": PDFArray(numbers)}),
                "ParentTreeNextKey": len(self._leaves) - 1,
            }
        )
        document.Reference(tree, ROOT)
        document.Catalog.StructTreeRoot = tree
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _set_on_page(page: PDFPage, number: int) -> None:
    page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
    vars(page).update(StructParents=number, Tabs=PDFName("S"))
