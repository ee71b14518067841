"""What the XML of an .xlsx tells of its sheets and calamine does not; each part is unzipped once for it."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from awardgen.workbook.extent import reaches_too_far
from awardgen.workbook.failed_formulas import failed_cells
from awardgen.workbook.stored_sheet import StoredSheet
from awardgen.workbook.suspicious import SHEET, SuspiciousError, checked_content
from awardgen.workbook.unopened import TOO_FAR
from awardgen.zip_errors import UNREADABLE_ZIP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from lxml.etree import _Element

    from awardgen.workbook.unopened import Unopened

_HIDES = re.compile(rb"""\bhidden=["'](?:1|true)["']""")
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_ROW_NUMBER = re.compile(rb"""\br=["'](\d{1,7})["']""")


@dataclass(frozen=True, slots=True)
class StoredSheets:
    """The sheets of one workbook.

    unopened: why the workbook is not to be read, where that shows here.
    by_name: sheet name → what is stored of it.
    """

    unopened: Unopened | None = None
    by_name: Mapping[str, StoredSheet] = field(default_factory=dict)


def look_at_sheets(path: Path) -> StoredSheets:
    """Look into a workbook; of one that is damaged nothing is told, as calamine says better what is wrong with it."""
    if not zipfile.is_zipfile(path):
        return StoredSheets()
    try:
        with zipfile.ZipFile(path) as package:
            by_part: dict[str, StoredSheet] = {}
            for part in filter(SHEET.search, package.namelist()):
                xml = checked_content(package, package.getinfo(part))
                if reaches_too_far(xml):
                    return StoredSheets(TOO_FAR)
                by_part[part] = _stored(xml)
            return StoredSheets(by_name=_by_name(package, by_part))
    except SuspiciousError as error:
        return StoredSheets(error.why)
    except UNREADABLE_ZIP:
        return StoredSheets()


def _stored(xml: bytes | bytearray) -> StoredSheet:
    return StoredSheet(failed_cells(xml), _hidden_rows(xml))


def _hidden_rows(xml: bytes | bytearray) -> frozenset[int]:
    """Return the rows that somebody hid or filtered away; those that do not say their number are not known."""
    if b"hidden=" not in xml or not _HIDES.search(xml):
        return frozenset()
    hiding = (row[0] for row in _ROW.finditer(xml) if _HIDES.search(row[0]))
    return frozenset(int(number[1]) for row in hiding if (number := _ROW_NUMBER.search(row)))


def _by_name(package: zipfile.ZipFile, by_part: Mapping[str, StoredSheet]) -> dict[str, StoredSheet]:
    try:
        return {
            name: by_part[part] if part in by_part else _stored(package.read(part))
            for name, part in _sheet_parts(package)
        }
    except (KeyError, SyntaxError, ValueError):
        return {}  # calamine could read it: what is odd in it is none of the sheets


def _sheet_parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet and the part of the package that it stands in."""
    workbook = next(part for kind, part in _related(package, "").values() if kind == "officeDocument")
    related = _related(package, workbook)
    for sheet in _parsed(package.read(workbook)).iter("{*}sheet"):
        reference = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), None)
        kind, part = related.get(str(reference), ("", ""))
        if kind == "worksheet":
            yield str(sheet.get("name")), part


def _related(package: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Return what a part refers to: id → the last word of its type, and its part."""
    folder, name = posixpath.split(part)
    relationships = _parsed(package.read(posixpath.join(folder, "_rels", f"{name}.rels")))
    return {
        each.get("Id", ""): (
            each.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/"),
        )
        for each in relationships.iter("{*}Relationship")
    }


def _parsed(content: bytes) -> _Element:
    from lxml import etree  # noqa: PLC0415 - half of the commands read no workbook

    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
