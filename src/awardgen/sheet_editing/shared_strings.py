"""The texts that the cells of a workbook share. They are read only: a new text is written into its own cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.sheet_editing.xml import space_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from awardgen.sheet_editing.parts import Parts
    from awardgen.sheet_editing.workbook_part import WorkbookPart


class SharedStrings:
    """The shared texts of a workbook, read when the first is asked for."""

    def __init__(self, parts: Parts, workbook: WorkbookPart) -> None:
        self._parts = parts
        self._workbook = workbook
        self._texts: list[str] | None = None

    def text(self, number: int) -> str:
        """Return a text as the XML has it, empty where there is none of that number."""
        if self._texts is None:
            name = self._workbook.part("sharedStrings")
            root = self._parts.root(name) if name else None
            items = () if root is None else root.iterchildren(f"{space_of(root)}si")
            self._texts = [text_in(item) for item in items]
        return self._texts[number] if 0 <= number < len(self._texts) else ""


def text_in(item: _Element) -> str:
    """Return the text of a shared or inline string, without how it is spoken."""
    space = space_of(item)
    pieces = [
        each.text or ""
        for child in item.iterchildren(f"{space}t", f"{space}r")
        for each in ([child] if child.tag == f"{space}t" else child.iterchildren(f"{space}t"))
    ]
    return "".join(pieces)
