"""The XML of a sheet that is added: its columns' widths and its header, which stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element


def empty_sheet(space: str, widths: Sequence[float], *, has_header: bool) -> _Element:
    """Return a sheet without cells. space: its namespace in braces; widths: in characters, from the first column."""
    root = etree.fromstring(f'<worksheet xmlns="{space.strip("{}")}"/>')
    views = etree.SubElement(root, f"{space}sheetViews")
    view = etree.SubElement(views, f"{space}sheetView", workbookViewId="0")
    if has_header:
        pane = etree.SubElement(view, f"{space}pane", ySplit="1", topLeftCell="A2", activePane="bottomLeft")
        pane.set("state", "frozen")
        etree.SubElement(view, f"{space}selection", pane="bottomLeft")
    if widths:
        columns = etree.SubElement(root, f"{space}cols")
        for number, width in enumerate(widths, 1):
            column = etree.SubElement(columns, f"{space}col", min=str(number), max=str(number))
            column.set("width", format(width, ".6g"))
            column.set("customWidth", "1")
    etree.SubElement(root, f"{space}sheetData")
    return root
