"""What lies beside a workbook and a clerk may take for it: copies, another kind of the same name, Excel's lock."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from awardgen.catalogue import tables
from awardgen.finding import Place, Severity
from awardgen.layout import DATA_FOLDER
from awardgen.workbook.cells import squeeze
from awardgen.workbook.files import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from awardgen.finding import Finding

_OTHER_SUFFIXES = frozenset({".csv", ".et", ".ett", ".xlsm", ".xlsb", ".xltx", ".xlt", ".txt", ".numbers"})
_LOCKS = (re.compile(r"~\$(.+)"), re.compile(r"\.~lock\.(.+)#"), re.compile(r"\.~(.+)"))
_COPY = re.compile(
    r"(?:[-_—.]*(?:\(\d+\)|副本|复件|拷贝|备份|copy|旧|新|最新|终稿|定稿|最终|修改|改|[vV]?\d{1,8})稿?版?)+"
)
_BEFORE = re.compile(r"^(?:副本|复件|拷贝|备份|新建|copyof)[-_—]?")


def report_neighbours(folder: Path, read: Path | None, name: str, findings: list[Finding]) -> None:
    """Tell what of the folder data/ may be taken for a workbook. read: the one that is read. name: without suffix."""
    data = folder / DATA_FOLDER
    files = (path for path in data.iterdir() if path.is_file()) if data.is_dir() else ()
    for path in sorted(files, key=lambda each: each.name):
        findings.extend(_about(path, read, name))


def _about(path: Path, read: Path | None, name: str) -> Iterator[Finding]:
    place = Place(f"{DATA_FOLDER}/{path.name}")
    if path.name.startswith(("~", ".")):
        opened = next((found[1] for lock in _LOCKS if (found := lock.fullmatch(path.name))), "")
        # Word's and Excel's locks of a long name leave out its first two characters.
        if read is not None and opened and opened in {read.name, read.name[2:]}:
            message = f"{read.name}正在Excel或WPS中打开，还没有保存的修改没有读到。"
            yield tables.WORKBOOK_OPEN.at(Place(f"{DATA_FOLDER}/{read.name}"), message)
        return
    if read is None:
        if path.stem == name and path.suffix.lower() in _OTHER_SUFFIXES:
            message = f"{path.name}不是可以读取的工作簿（只能读.xlsx、.xls、.ods），其中的内容没有读取。"
            hint = f"请用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”，文件名为{name}.xlsx。"
            yield tables.WORKBOOK_UNREADABLE.at(place, message, hint=hint)
        elif path.suffix.lower() in SUFFIXES and _is_copy(path.stem, name):
            message = f"没有{name}.xlsx，但有名称相近的{path.name}，其中的内容没有读取。"
            hint = f"要用它的，请把文件名改成{name}{path.suffix.lower()}。"
            yield tables.WORKBOOK_BESIDE.at(place, message, hint=hint)
        return
    if path == read or path.suffix.lower() not in SUFFIXES:
        return
    if path.stem == name:
        yield tables.WORKBOOK_BESIDE.at(place, f"{path.name}没有读取，读取的是{read.name}。")
    elif _is_copy(path.stem, name):
        message = f"{path.name}看来是{read.name}的副本，没有读取。"
        yield tables.WORKBOOK_BESIDE.at(place, message, severity=Severity.INFO)


def _is_copy(stem: str, name: str) -> bool:
    """Tell whether a file name is a workbook's with what copying or keeping an older one adds to it."""
    plain = _BEFORE.sub("", squeeze(stem).casefold(), count=1)
    added = plain.removeprefix(name)
    return plain.startswith(name) and (not added or _COPY.fullmatch(added) is not None)
