"""The part that lists a workbook's sheets, and what else all of them share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.sheet_editing.errors import UnknownSheetError, UnusableWorkbookError
from awardgen.sheet_editing.references import read_area
from awardgen.sheet_editing.xml import is_true, space_of, wanted_child, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from awardgen.sheet_editing.parts import Parts
    from awardgen.sheet_editing.references import Area

_SAVE_AS: Final = "请在Excel或WPS里打开并另存为“Excel 工作簿（*.xlsx）”。"
_AFTER_CALCULATION: Final = (
    "oleSize",
    "customWorkbookViews",
    "pivotCaches",
    "smartTagPr",
    "smartTagTypes",
    "webPublishing",
    "fileRecoveryPr",
    "webPublishObjects",
    "extLst",
)
_SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_LONGEST_NAME: Final = 31  # UTF-16 units, as Excel counts
_NOT_IN_NAME: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]|^'|'$")
_RESERVED: Final = "history"
_FORMULA: Final = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")
_FILTERED: Final = "_xlnm._FilterDatabase"
_LAST_ROW_OF_NAME: Final = re.compile(r"\d+$")


@dataclass(frozen=True, slots=True)
class ListedSheet:
    """A sheet as the workbook lists it. part: its name in the package; index: its place among all sheets, from 0."""

    name: str
    part: str
    index: int


class WorkbookPart:
    """The workbook's own part. Raise UnusableWorkbookError where there is none."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.name = next(
            (each.target for each in parts.related("") if each.short_kind == "officeDocument"), ""
        )
        if self.name.lower().endswith(".bin"):
            raise UnusableWorkbookError("这是二进制格式（.xlsb）的文件，不能直接写入。", _SAVE_AS)
        if self.name not in parts or etree.QName(parts.root(self.name)).localname != "workbook":
            raise UnusableWorkbookError("文件不是Excel工作簿（.xlsx）。", _SAVE_AS)
        self._root = parts.root(self.name)
        self._space = space_of(self._root)
        properties = self._root.find(f"{self._space}workbookPr")
        self.is_1904 = properties is not None and is_true(properties.get("date1904"))

    def sheets(self) -> list[ListedSheet]:
        """Return the sheets of cells, hidden ones too, in their order. Charts on sheets of their own are left out."""
        related = {each.id: each for each in self._parts.related(self.name)}
        found = []
        for index, element in enumerate(self._listed()):
            reference = related.get(element.get(_reference_name(element), ""))
            if reference and reference.short_kind == "worksheet":
                found.append(ListedSheet(element.get("name", ""), reference.target, index))
        return found

    def part(self, short_kind: str) -> str | None:
        """Return the part of that type that the workbook refers to: styles, sharedStrings."""
        targets = (each.target for each in self._parts.related(self.name) if each.short_kind == short_kind)
        return next((target for target in targets if target in self._parts), None)

    def add_part(self, name: str, content_type: str, root: _Element, short_kind: str) -> str:
        """Add a part to which the workbook refers; return the reference's id."""
        stem = next(each.kind for each in self._parts.related("") if each.short_kind == "officeDocument")
        kind = stem.removesuffix("officeDocument") + short_kind
        return self._parts.add(name, content_type, root, self.name, kind)

    def add_sheet(self, name: str, root: _Element) -> ListedSheet:
        """Add a sheet behind the others. Raise UnknownSheetError for a name that Excel would not take."""
        listed = self._listed()
        self._check_name(name, [each.get("name", "") for each in listed])
        folder = self.name.rpartition("/")[0]
        numbers = range(1, len(listed) + len(self._parts.related(self.name)) + 2)
        names = (f"{folder}/worksheets/sheet{number}.xml".lstrip("/") for number in numbers)
        part = next(each for each in names if each not in self._parts)
        reference = self.add_part(part, _SHEET_TYPE, root, "worksheet")
        element = listed[-1].makeelement(f"{self._space}sheet", name=name)
        element.set("sheetId", str(1 + max(whole(each.get("sheetId")) for each in listed)))
        element.set(_reference_name(listed[0]), reference)
        listed[-1].addnext(element)
        self._parts.changed(self.name)
        return ListedSheet(name, part, len(listed))

    def calculate_on_load(self) -> None:
        """Have every formula computed when the workbook is next opened, where there are any."""
        settings = self._root.find(f"{self._space}calcPr")
        if not self._has_formulas() or (settings is not None and is_true(settings.get("fullCalcOnLoad"))):
            return
        wanted_child(self._root, "calcPr", before=_AFTER_CALCULATION).set("fullCalcOnLoad", "1")
        self._parts.changed(self.name)

    def forget_calculation_order(self) -> None:
        """Take away the list of formulas in their order: Excel makes it anew, and would mend one that is wrong."""
        for each in self._parts.related(self.name):
            if each.short_kind == "calcChain":
                self._parts.remove(each, self.name)

    def extend_filter(self, index: int, area: Area) -> None:
        """Have the hidden name of a sheet's filter stand for the area and one row more."""
        for name in self._root.iterfind(f"{self._space}definedNames/{self._space}definedName"):
            if name.get("name") == _FILTERED and name.get("localSheetId") == str(index):
                text = (name.text or "").strip()
                if read_area(text.rpartition("!")[2]) == area:
                    name.text = _LAST_ROW_OF_NAME.sub(str(area.last_row + 1), text)
                    self._parts.changed(self.name)

    def _listed(self) -> list[_Element]:
        listed = list(self._root.iterfind(f"{self._space}sheets/{self._space}sheet"))
        if not listed:
            raise UnusableWorkbookError("工作簿里没有工作表。")
        return listed

    def _has_formulas(self) -> bool:
        for sheet in self.sheets():
            raw = self._parts.raw(sheet.part)
            if raw is not None and raw[:2] not in (b"\xff\xfe", b"\xfe\xff"):
                if _FORMULA.search(raw):
                    return True
                continue
            root = self._parts.root(sheet.part)
            if next(root.iter(f"{space_of(root)}f"), None) is not None:
                return True
        return False

    def _check_name(self, name: str, taken: list[str]) -> None:
        if name.casefold() in map(str.casefold, taken):
            raise UnknownSheetError(f"已有名为“{name}”的工作表。")
        is_long = len(name.encode("utf-16-le", "surrogatepass")) // 2 > _LONGEST_NAME
        if not name.strip() or is_long or _NOT_IN_NAME.search(name) or name.lower() == _RESERVED:
            tip = f"名称最多{_LONGEST_NAME}个字符，不能有[ ] : * ? / \\这些符号。"
            raise UnknownSheetError(f"工作表不能叫“{name}”。", tip)


def _reference_name(sheet: _Element) -> str:
    """Return the name of the attribute that holds the id of a sheet's reference; its namespace has two spellings."""
    return next((str(name) for name in sheet.attrib if str(name).endswith("}id")), "id")
