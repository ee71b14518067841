"""Reading file after file, in several processes where there are many; old formats are converted all in one go."""

from __future__ import annotations

import pickle
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from awardgen.catalogue import returned as kinds
from awardgen.collecting.reading import Known, read_file
from awardgen.office import as_docx, find_office
from awardgen.workers import workers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from awardgen.collecting.reading import ReadFile
    from awardgen.collecting.sources import HandedIn
    from awardgen.finding import Finding

_A_CHUNK = 20
WORTHWHILE = 2000
"""Files; with fewer, starting processes costs about what it saves (benchmarks/collecting)."""


def read_files(files: Iterable[HandedIn], known: Known, findings: list[Finding]) -> Iterator[ReadFile]:
    """Read every file; what cannot be read is a finding, and the others are read all the same.

    They come in their order, whichever process has read them; those that had to be converted come last.
    """
    waiting: list[HandedIn] = []
    for read in _read_all(files, known):
        if read.waits:
            waiting.append(read.file)
        else:
            findings += read.findings
            if not read.has_nothing:
                yield read
    for file, content in zip(waiting, as_docx([each.content for each in waiting]), strict=True):
        if content is None:
            why = "LibreOffice没能转换它" if find_office() else "这台机器上没有LibreOffice"
            findings.append(kinds.CONVERTER_MISSING.at(file.place, f"{file.path.name}没有收：{why}。"))
            continue
        read = read_file(replace(file, content=content, converted=True), known)
        findings += read.findings
        if not read.has_nothing:
            yield read


def _read_all(files: Iterable[HandedIn], known: Known) -> Iterator[ReadFile]:
    stream = iter(files)
    first = list(islice(stream, WORTHWHILE))
    is_worthwhile = len(first) == WORTHWHILE
    if not is_worthwhile:
        yield from (read_file(each, known) for each in first)
        return
    pickled = pickle.dumps(known)
    chunks = _chunks(chain(first, stream))
    with workers() as team:
        results = team.map(
            partial(_read_there, pickled), chunks, worthwhile=True, here=partial(_read_here, known)
        )
        for chunk, chunk_read in results:
            for file, read in zip(chunk, chunk_read, strict=True):
                read.file = file  # its content did not travel back
                yield read


def _chunks(files: Iterator[HandedIn]) -> Iterator[list[HandedIn]]:
    while chunk := list(islice(files, _A_CHUNK)):
        yield chunk


def _read_here(known: Known, files: Sequence[HandedIn]) -> list[ReadFile]:
    return [read_file(each, known) for each in files]


def _read_there(pickled: bytes, files: Sequence[HandedIn]) -> list[ReadFile]:
    known = _unpickled(pickled)
    results = _read_here(known, files)
    for each in results:
        each.file = replace(each.file, content=b"")
    return results


@lru_cache(maxsize=1)
def _unpickled(pickled: bytes) -> Known:
    known = pickle.loads(pickled)  # noqa: S301 - of this program's own making, handed to its own process
    assert isinstance(known, Known)  # noqa: S101 - for the type alone
    return known
