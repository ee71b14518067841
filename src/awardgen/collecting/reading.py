"""From the files that were handed in to the forms and write-ups in them."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from awardgen.catalogue import returned as kinds
from awardgen.collecting.form_document import form_document
from awardgen.collecting.recognition import FormUnknownError, forms_in
from awardgen.collecting.score_reading import WORKBOOK_SUFFIXES, read_scores
from awardgen.documents import NUMBER_PROPERTY
from awardgen.office import as_docx, find_office
from awardgen.word_text import WordFile
from awardgen.workbook import decode_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from awardgen.campaign import Criterion
    from awardgen.collecting.form_document import FormDocument
    from awardgen.collecting.form_plan import FormPlan
    from awardgen.collecting.recognition import FormOf
    from awardgen.collecting.score_reading import ReturnedScores
    from awardgen.collecting.sources import HandedIn
    from awardgen.finding import Finding

_UNREADABLE = (
    ValueError,
    KeyError,
    SyntaxError,
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    EOFError,
    OSError,
)
_LEAST_WRITE_UP = 30
_CONVERTED = (".doc", ".wps")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file with what is in it; without forms and scores it is a write-up.

    mark: the 编号 that `build` wrote into it.
    """

    file: HandedIn
    forms: tuple[FormOf, ...] = ()
    scores: tuple[ReturnedScores, ...] = ()
    text: str = ""
    mark: str | None = None


def read_files(
    files: Iterable[HandedIn],
    plans: Sequence[FormPlan],
    criteria: Sequence[Criterion],
    findings: list[Finding],
) -> Iterator[ReadFile]:
    """Read every file; what cannot be read is a finding, and the others are read all the same."""
    waiting: list[HandedIn] = []
    for file in files:
        if file.suffix in _CONVERTED and not file.content.startswith(b"PK"):
            waiting.append(file)
        elif file.suffix in WORKBOOK_SUFFIXES:
            scores = read_scores(file, criteria, findings)
            if scores is None:
                findings.append(kinds.FORM_UNKNOWN.at(file.place, f"{file.path.name}不是评分表，没有收。"))
            elif scores:
                yield ReadFile(file, scores=tuple(scores))
        elif read := _read(file, plans, findings):
            yield read
    for file, content in zip(waiting, as_docx([each.content for each in waiting]), strict=True):
        if content is None:
            why = "LibreOffice没能转换它" if find_office() else "这台机器上没有LibreOffice"
            findings.append(kinds.CONVERTER_MISSING.at(file.place, f"{file.path.name}没有收：{why}。"))
        elif read := _read(replace(file, content=content, converted=True), plans, findings):
            yield read


def _read_text(file: HandedIn, findings: list[Finding]) -> ReadFile | None:
    try:
        return ReadFile(file, text=decode_text(file.content))
    except ValueError:
        findings.append(kinds.FILE_UNREADABLE.at(file.place, f"{file.path.name}不是文本文件。"))
        return None


def _read(file: HandedIn, plans: Sequence[FormPlan], findings: list[Finding]) -> ReadFile | None:
    if file.suffix == ".txt":
        return _read_text(file, findings)
    if file.suffix not in {".docx", ".docm", *_CONVERTED}:
        findings.append(kinds.FORM_UNKNOWN.at(file.place, f"{file.path.name}不是Word或Excel文件，没有收。"))
        return None
    try:
        document = form_document(WordFile(file.content))
        forms = forms_in(document, plans)
    except _UNREADABLE:
        findings.append(kinds.FILE_UNREADABLE.at(file.place, f"{file.path.name}读不出来。"))
        return None
    except FormUnknownError as unclear:
        names = "、".join(award.name for award in unclear.awards)
        findings.append(kinds.FORM_UNKNOWN.at(file.place, f"分不清是哪个奖项的申报表：{names}。"))
        return None
    text = _text(document)
    if not forms and len(text) < _LEAST_WRITE_UP:
        findings.append(kinds.FORM_UNKNOWN.at(file.place, f"{file.path.name}里没有申报表。"))
        return None
    return ReadFile(file, tuple(forms), text=text, mark=document.properties.get(NUMBER_PROPERTY))


def _text(document: FormDocument) -> str:
    in_tables = (cell.text for table in document.tables for row in table.rows for cell in row)
    return "\n".join((*document.lines, *in_tables)).strip()
