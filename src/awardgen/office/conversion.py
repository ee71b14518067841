"""Many files converted by LibreOffice: in batches of one process, and what spoils a batch once more alone."""

from __future__ import annotations

import math
import os
import shutil
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import TYPE_CHECKING, Final, NamedTuple

from awardgen.errors import reason
from awardgen.office.process import OfficeProcess, Patience
from awardgen.office.program import OfficeMissingError, find_office

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

_MOST_IN_A_BATCH: Final = 100
_WORTH_A_PROCESS: Final = 25  # starting one takes as long as converting some forms
_MOST_PROCESSES: Final = 4  # each takes some 200 MB
_MOST_TIMES: Final = 6
_TIMED_OUT: Final = "LibreOffice转换它时停住或者中断了，单独再试一次也不行"
_NOT_OPENED: Final = "LibreOffice打不开它，文件可能已损坏，或者设了密码"
_GIVEN_UP: Final = "LibreOffice接连几次没有响应，没有再试"
_TAIL: Final = 1024


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of files that were to be converted.

    made: source → what was made of it. failed: source → why not, in a few Chinese words without a full stop. Every
    source is in one of the two, in the order in which they were given.
    """

    made: Mapping[Path, Path]
    failed: Mapping[Path, str]


class _Format(NamedTuple):
    """What is to be made.

    filter_name: as LibreOffice calls it. is_whole: whether a file was written to its end. finish: what is done to it
    then, and whether it could be done.
    """

    suffix: str
    filter_name: str
    is_whole: Callable[[Path], bool]
    finish: Callable[[Path], bool] = lambda _: True


def _is_whole_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        start = file.read(5)
        file.seek(max(0, path.stat().st_size - _TAIL))
        return start == b"%PDF-" and b"%%EOF" in file.read()


_PDF: Final = _Format(".pdf", "pdf:writer_pdf_Export", _is_whole_pdf)
# 1 is PDF/A-1b.
_ARCHIVE_PDF: Final = _Format(
    ".pdf", 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"1"}}', _is_whole_pdf
)
_DOCX: Final = _Format(".docx", "docx:MS Word 2007 XML", zipfile.is_zipfile)


def convert_to_pdf(  # noqa: PLR0913 - what may be said of the PDFs, and of the work
    files: Sequence[Path],
    into: Path,
    *,
    as_archive: bool = False,
    made_on: datetime | None = None,
    jobs: int | None = None,
    patience: Patience | None = None,
    on_progress: Callable[[int], None] | None = None,
) -> Conversion:
    """Make a PDF of each Word file, in `into` (a folder that is there), under names that do not clash.

    The same Word file, fonts and LibreOffice give the same bytes. as_archive: PDF/A-1b. made_on: the time that the
    PDFs give for themselves; None: they give none. jobs: how many processes of LibreOffice at a time; None: one for
    each core, but for no more than four. on_progress: gets how many files more are done, in any thread.
    What cannot be converted is in the result with a reason, and the others are converted all the same.
    Raises OfficeMissingError without LibreOffice.
    """
    office = find_office()
    if office is None:
        raise OfficeMissingError
    from awardgen.office.finishing import finish  # noqa: PLC0415 - so that reading a .doc loads no PDF library

    wanted = (_ARCHIVE_PDF if as_archive else _PDF)._replace(finish=partial(finish, made_on=made_on))
    tell = on_progress or (lambda _: None)
    return _Work(office, wanted, into, patience or Patience(), tell, jobs).convert(files)


def as_docx(contents: Sequence[bytes]) -> list[bytes | None]:
    """Convert .doc files; None for each that could not be converted, and for all without LibreOffice."""
    office = find_office()
    if office is None or not contents:
        return [None] * len(contents)
    with TemporaryDirectory(prefix="awardgen-") as name:
        folder = Path(name)
        sources = [folder / f"{index:05}.doc" for index in range(len(contents))]
        for source, content in zip(sources, contents, strict=True):
            source.write_bytes(content)
        into = folder / "docx"
        into.mkdir()
        made = _Work(office, _DOCX, into, Patience(), lambda _: None).convert(sources).made
        return [made[source].read_bytes() if source in made else None for source in sources]


@dataclass(slots=True)
class _Work:
    office: str
    wanted: _Format
    into: Path
    patience: Patience
    on_progress: Callable[[int], None]
    jobs: int | None = None
    _results: dict[Path, Path | str] = field(default_factory=dict)
    _seconds_lost: float = 0  # in runs in a row that made nothing and had to be ended
    _stop: Event = field(default_factory=Event)

    def convert(self, sources: Sequence[Path]) -> Conversion:
        sources = list(dict.fromkeys(sources))
        # What has the same name in two folders, or is open in Word, would be in its own way: copies are converted.
        with TemporaryDirectory(prefix="awardgen-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            copies: dict[Path, Path] = {}
            for index, source in enumerate(sources):
                copy = folder / f"{index:05}{source.suffix.lower()}"
                try:
                    shutil.copyfile(source, copy)
                    copies[copy] = source
                except OSError as error:
                    self._fail(source, f"文件读不出来（{reason(error)}）")
            self._convert_in_batches(list(copies), copies, folder)
        made = {source: found for source in sources if isinstance(found := self._results[source], Path)}
        failed = {source: found for source in sources if isinstance(found := self._results[source], str)}
        return Conversion(made, failed)

    def _convert_in_batches(self, waiting: Sequence[Path], copies: Mapping[Path, Path], folder: Path) -> None:
        """Share the files out among some processes: each works on one core."""
        jobs = self.jobs or min(os.cpu_count() or 1, _MOST_PROCESSES)
        size = min(max(math.ceil(len(waiting) / jobs), _WORTH_A_PROCESS), _MOST_IN_A_BATCH)
        batches = [waiting[at : at + size] for at in range(0, len(waiting), size)]
        with ThreadPoolExecutor(jobs) as threads:
            try:
                for _ in threads.map(lambda batch: self._convert_batch(batch, copies, folder), batches):
                    pass
            except BaseException:
                self._stop.set()
                raise

    def _convert_batch(self, batch: Sequence[Path], copies: Mapping[Path, Path], folder: Path) -> None:
        waiting = list(batch)
        while waiting and not self._stop.is_set() and self._seconds_lost < _MOST_TIMES * self.patience.start:
            ended_well = self._run(waiting, copies, folder)
            waiting = [copy for copy in waiting if copies[copy] not in self._results]
            # Files are taken in order: where the process did not end well, the first that is missing was its end.
            for copy in waiting if ended_well else waiting[:1]:
                again_well = self._run([copy], copies, folder)
                if copies[copy] not in self._results:
                    self._fail(copies[copy], _NOT_OPENED if again_well else _TIMED_OUT)
            waiting = [copy for copy in waiting if copies[copy] not in self._results]
        for copy in waiting:
            self._fail(copies[copy], _GIVEN_UP)

    def _run(self, batch: Sequence[Path], copies: Mapping[Path, Path], folder: Path) -> bool:
        began = time.monotonic()
        with TemporaryDirectory(prefix="run-", dir=folder, ignore_cleanup_errors=True) as name:
            made = Path(name) / "made"
            made.mkdir()
            process = OfficeProcess(
                self.office,
                self.wanted.filter_name,
                self.wanted.suffix,
                made,
                Path(name) / "profile",
                self.patience,
                self.on_progress,
                self._stop,
            )
            ended_well = process.convert(batch)
            any_made = False
            for copy in batch:
                path = made / f"{copy.stem}{self.wanted.suffix}"
                if path.is_file() and self.wanted.is_whole(path) and self.wanted.finish(path):
                    any_made = True
                    target = self.into / path.name
                    shutil.move(path, target)
                    self._results[copies[copy]] = target
        lost = 0 if any_made or ended_well else time.monotonic() - began
        self._seconds_lost = self._seconds_lost + lost if lost else 0
        return ended_well

    def _fail(self, source: Path, why: str) -> None:
        self._results[source] = why
        self.on_progress(1)
