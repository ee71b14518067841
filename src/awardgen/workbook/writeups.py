"""Where the write-up of an application stands: a cell, a file that the cell names, a file named after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from awardgen.campaign import WrittenText, number_key
from awardgen.catalogue import writeups as kinds
from awardgen.errors import AwardgenError
from awardgen.finding import Place
from awardgen.layout import DATA_FOLDER
from awardgen.workbook.cell_values import unprintable
from awardgen.workbook.cells import UNPRINTABLE, excerpt_of, normal
from awardgen.workbook.declared_entries import SUMMARY_HEADER, WRITE_UP_HEADER, WRITE_UP_HEADERS
from awardgen.workbook.table import APPLICANT
from awardgen.workbook.writeup_files import READABLE_SUFFIXES, read_write_up_file

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from awardgen.campaign import Record
    from awardgen.finding import Finding

WRITE_UP_FOLDER = "事迹"
_NAMES_A_FILE = re.compile(r"文件\s*[:：]\s*(.+)", re.DOTALL)
_OTHER_DOCUMENTS = frozenset({".doc", ".wps", ".rtf", ".odt", ".pdf"})


class WriteUps:
    """The write-ups of a campaign folder.

    numbers: every 编号 in the order of the rows, so that SF-1 does not take SF-10.docx.
    """

    def __init__(self, folder: Path, numbers: Iterable[str], findings: list[Finding]) -> None:
        self._folder = folder
        self._data = folder / DATA_FOLDER
        self._findings = findings
        self._files = _files_by_number(self._data / WRITE_UP_FOLDER, numbers)

    def of(self, record: Record) -> tuple[WrittenText | None, WrittenText | None]:
        """Return an application's write-up, and its summary where that is another text."""
        typed = record.text(WRITE_UP_HEADER).strip()
        summary = _in_cell(record, SUMMARY_HEADER)
        if named := _NAMES_A_FILE.fullmatch(typed):
            path = self._path_inside(named[1].strip())
            if path is None:
                self._report_missing(record, named[1].strip())
                return None, summary
            return self._read(path, record), summary
        if typed:
            return _in_cell(record, WRITE_UP_HEADER), summary
        if path := self._file_of(record):
            return self._read(path, record), summary
        if summary is None:
            self._report_empty(record)
        return summary, None

    def _report_empty(self, record: Record) -> None:
        """Say so even where the columns are missing: it withholds the documents, which a missing column does not."""
        there = [header for header in WRITE_UP_HEADERS if header in record.source.columns]
        if there:
            both = "都" if len(there) > 1 else ""
            cells = f"“{'”和“'.join(there)}”{both}是空的，也"
        else:
            cells = ""
        place = record.place(next(iter(there), APPLICANT))
        message = f"{cells}没有事迹材料文件。"
        self._findings.append(kinds.WRITE_UP_EMPTY.at(place, message, applicant=_applicant(record)))

    def _path_inside(self, name: str) -> Path | None:
        """Return the file that a cell names, None where it is not there or not inside data/."""
        try:
            root = self._data.resolve()
            path = (self._data / name.replace("\\", "/")).resolve()
            return path if path.is_relative_to(root) and path.is_file() else None
        except (OSError, ValueError):  # a name that the file system refuses
            return None

    def _report_missing(self, record: Record, name: str) -> None:
        self._findings.append(
            kinds.WRITE_UP_FILE_MISSING.at(
                record.place(WRITE_UP_HEADER),
                f"在data文件夹中找不到“{name}”。",
                applicant=_applicant(record),
                excerpt=excerpt_of(record.text(WRITE_UP_HEADER)),
            )
        )

    def _file_of(self, record: Record) -> Path | None:
        paths = self._files.get(normal(record.text(APPLICANT)), [])
        readable = [path for path in paths if path.suffix.lower() in READABLE_SUFFIXES]
        if len(readable) > 1:
            column = WRITE_UP_HEADER if WRITE_UP_HEADER in record.source.columns else APPLICANT
            self._findings.append(
                kinds.WRITE_UP_FILES_SEVERAL.at(
                    record.place(column),
                    f"有{len(readable)}个文件：{'、'.join(path.name for path in readable)}；"
                    f"采用的是{readable[0].name}。",
                    applicant=_applicant(record),
                )
            )
        return next(iter(readable or paths), None)

    def _read(self, path: Path, record: Record) -> WrittenText | None:
        place = Place(
            (self._data / path.relative_to(self._data.resolve())).relative_to(self._folder).as_posix()
        )
        applicant = _applicant(record)
        try:
            text = read_write_up_file(path)
        except AwardgenError as problem:
            self._findings.append(
                kinds.WRITE_UP_FILE_UNREADABLE.at(place, problem.message, applicant=applicant)
            )
            return None
        if not text:
            self._findings.append(
                kinds.WRITE_UP_EMPTY.at(place, f"文件{path.name}里没有文字。", applicant=applicant)
            )
            return None
        if bad := UNPRINTABLE.search(text):
            self._findings.append(unprintable(bad.start(), text, place, applicant))
        return WrittenText(text, place)


def _in_cell(record: Record, column: str) -> WrittenText | None:
    text = record.text(column)
    return WrittenText(text, record.place(column)) if text else None


def _applicant(record: Record) -> str | None:
    return normal(record.text(APPLICANT)) or None


def _files_by_number(folder: Path, numbers: Iterable[str]) -> dict[str, list[Path]]:
    """Return the files of each 编号, by name; a file belongs to the longest 编号 that its name starts with.

    Case does not count unless two 编号 differ in nothing else: then the one written alike has the file,
    else the earlier one.
    """
    if not folder.is_dir():
        return {}
    owners: dict[str, list[str]] = {}
    for number in filter(None, numbers):
        owners.setdefault(number_key(number), []).append(number)
    files: dict[str, list[Path]] = {}
    suffixes = READABLE_SUFFIXES | _OTHER_DOCUMENTS
    for path in sorted(folder.resolve().iterdir()):
        if path.suffix.lower() in suffixes and not path.name.startswith("~$") and path.is_file():
            stem = normal(path.stem)
            key = number_key(stem)
            start = next((key[:end] for end in range(len(key), 0, -1) if _starts(key, end, owners)), None)
            if start is not None:
                alike = owners[start]
                owner = next((number for number in alike if stem.startswith(number)), alike[0])
                files.setdefault(owner, []).append(path)
    return files


def _starts(stem: str, end: int, numbers: Collection[str]) -> bool:
    """Tell whether the name starts with a 编号 of that length which does not run on."""
    following = stem[end : end + 1]
    runs_on = following.isascii() and following.isalnum()
    return stem[:end] in numbers and not runs_on
