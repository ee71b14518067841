"""The styles that cells share: which of them show days, and new ones beside a given one."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.sheet_editing.number_formats import GENERAL, is_temporal, shows_day
from awardgen.sheet_editing.xml import set_count, space_of, wanted_child, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from awardgen.sheet_editing.parts import Parts
    from awardgen.sheet_editing.workbook_part import WorkbookPart

_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_ORDER: Final = (
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
)
_OWN_FORMATS: Final = 164  # the first id that is not Excel's own
# What Excel wants to find, where a workbook has come without any styles.
_LEAST: Final = (
    '<styleSheet xmlns="{}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class Stylesheet:
    """The styles of a workbook; a style is its number, as cells have it."""

    def __init__(self, parts: Parts, workbook: WorkbookPart) -> None:
        self._parts = parts
        self._workbook = workbook
        self._name = workbook.part("styles")
        self._codes: dict[int, str] = {}
        self._styles: list[_Element] = []
        self._temporal: dict[int, bool] = {}
        self._daily: dict[int, bool] = {}
        if self._name:
            self._read(parts.root(self._name))

    def is_temporal(self, style: int) -> bool:
        """Tell whether a number of that style is taken for a day or a time."""
        return self._answer(style, is_temporal, self._temporal)

    def shows_day(self, style: int) -> bool:
        """Tell whether a number of that style is shown as a day."""
        return self._answer(style, shows_day, self._daily)

    def code(self, style: int) -> str | int:
        """Return a style's number format: as it is declared, or the id of one of Excel's own."""
        number = self._format(style)
        return self._codes.get(number, number)

    def with_format(self, style: int, code: str | int) -> int:
        """Return the style that differs in its number format alone."""
        styles = self._wanted_styles()
        changed = deepcopy(styles[style] if style < len(styles) else styles[0])
        changed.set("numFmtId", str(code if isinstance(code, int) else self._wanted_format(code)))
        changed.set("applyNumberFormat", "1")
        return self._wanted(changed)

    def bold(self) -> int:
        """Return the style that differs from the plain one in its bold type alone."""
        changed = deepcopy(self._wanted_styles()[0])
        space = space_of(changed)
        fonts = wanted_child(self._root(), "fonts", before=_ORDER[2:])
        known = list(_elements(fonts))
        number = whole(changed.get("fontId"))
        font = deepcopy(known[number]) if number < len(known) else fonts.makeelement(f"{space}font")
        if font.find(f"{space}b") is None:
            font.insert(0, font.makeelement(f"{space}b"))
        changed.set("fontId", str(self._index_in(fonts, font)))
        changed.set("applyFont", "1")
        return self._wanted(changed)

    def _read(self, root: _Element) -> None:
        space = space_of(root)
        for each in root.iterfind(f"{space}numFmts/{space}numFmt"):
            self._codes[whole(each.get("numFmtId"), -1)] = each.get("formatCode", "")
        self._styles = list(root.iterfind(f"{space}cellXfs/{space}xf"))

    def _answer(self, style: int, rule: Callable[[int, str | None], bool], known: dict[int, bool]) -> bool:
        if style not in known:
            number = self._format(style)
            known[style] = rule(number, self._codes.get(number))
        return known[style]

    def _format(self, style: int) -> int:
        return whole(self._styles[style].get("numFmtId")) if style < len(self._styles) else 0

    def _root(self) -> _Element:
        if self._name is None:
            space = space_of(self._parts.root(self._workbook.name))
            root = etree.fromstring(_LEAST.format(space.strip("{}")))
            self._name = f"{self._workbook.name.rpartition('/')[0]}/styles.xml".lstrip("/")
            self._workbook.add_part(self._name, _TYPE, root, "styles")
            self._read(root)
        return self._parts.root(self._name)

    def _mark(self) -> None:
        self._parts.changed(self._name or "")

    def _index_in(self, elements: _Element, wanted: _Element) -> int:
        known = [_form(each) for each in _elements(elements)]
        form = _form(wanted)
        if form in known:
            return known.index(form)
        elements.append(wanted)
        set_count(elements)
        self._mark()
        return len(known)

    def _wanted_styles(self) -> list[_Element]:
        if not self._styles:
            styles = wanted_child(self._root(), "cellXfs", before=_ORDER[6:])
            self._styles.append(etree.SubElement(styles, f"{space_of(styles)}xf"))
            set_count(styles)
            self._mark()
        return self._styles

    def _wanted(self, style: _Element) -> int:
        """Return the number of a style that may be there already."""
        styles = wanted_child(self._root(), "cellXfs", before=_ORDER[6:])
        number = self._index_in(styles, style)
        if number == len(self._styles):
            self._styles.append(style)
        return number

    def _wanted_format(self, code: str) -> int:
        if code == GENERAL:
            return 0
        for number, each in self._codes.items():
            if each == code:
                return number
        formats = wanted_child(self._root(), "numFmts", before=_ORDER[1:])
        number = max([_OWN_FORMATS - 1, *self._codes]) + 1
        new = etree.SubElement(formats, f"{space_of(formats)}numFmt")
        new.set("numFmtId", str(number))
        new.set("formatCode", code)
        set_count(formats)
        self._mark()
        self._codes[number] = code
        return number


def _form(element: _Element) -> tuple[object, ...]:
    return (element.tag, tuple(sorted(element.attrib.items())), *map(_form, _elements(element)))


def _elements(parent: _Element) -> Iterator[_Element]:
    return parent.iterchildren(etree.Element)
