"""From the files that were handed in to the forms, scores and write-ups in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from awardgen.catalogue import returned as kinds
from awardgen.collecting.content import Content, Unread, content_of
from awardgen.collecting.forms import FormUnknownError, form_document, forms_in
from awardgen.collecting.scores import read_scores
from awardgen.documents import NUMBER_PROPERTY
from awardgen.word_text import NotAWordFileError, WordFile
from awardgen.workbook import decode_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.campaign import Criterion
    from awardgen.collecting.forms import FormOf
    from awardgen.collecting.forms.document import FormDocument
    from awardgen.collecting.forms.plan import FormPlan
    from awardgen.collecting.scores import ReturnedScores
    from awardgen.collecting.sources import HandedIn
    from awardgen.finding import Finding

_LEAST_WRITE_UP = 30


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before a file is read: the forms of the campaign and its criteria."""

    plans: Sequence[FormPlan]
    criteria: Sequence[Criterion]


@dataclass(slots=True)
class ReadFile:
    """A file with what is in it; without forms and scores it is a write-up.

    mark: the 编号 that `build` wrote into it. has_nothing: there are only findings about it. waits: it has to be
    converted first.
    """

    file: HandedIn
    forms: tuple[FormOf, ...] = ()
    scores: tuple[ReturnedScores, ...] = ()
    text: str = ""
    mark: str | None = None
    has_nothing: bool = False
    waits: bool = False
    findings: list[Finding] = field(default_factory=list)


def read_file(file: HandedIn, known: Known) -> ReadFile:
    """Read one file."""
    read = ReadFile(file)
    kind = content_of(file.content, file.suffix)
    if isinstance(kind, Unread):
        of_kind = kinds.FORM_UNKNOWN if kind.is_unknown else kinds.FILE_UNREADABLE
        read.findings.append(of_kind.at(file.place, f"{file.path.name}没有收：{kind.why}。", hint=kind.hint))
        read.has_nothing = True
    elif kind is Content.CONVERTIBLE:
        read.waits = True
    elif kind is Content.WORKBOOK:
        _read_workbook(read, known)
    elif kind is Content.TEXT:
        _read_text(read)
    else:
        _read_word(read, known)
    return read


def _read_workbook(read: ReadFile, known: Known) -> None:
    scores = read_scores(read.file, known.criteria, read.findings)
    if scores is None:
        read.findings.append(
            kinds.FORM_UNKNOWN.at(read.file.place, f"{read.file.path.name}没有收：不是评分表。")
        )
    elif not scores and not read.findings:
        message = f"{read.file.path.name}是评分表，但没有填分数。"
        read.findings.append(kinds.NOTHING_FILLED_IN.at(read.file.place, message))
    read.scores = tuple(scores or ())
    read.has_nothing = not scores


def _read_text(read: ReadFile) -> None:
    try:
        read.text = decode_text(read.file.content)
    except ValueError:
        read.findings.append(
            kinds.FILE_UNREADABLE.at(read.file.place, f"{read.file.path.name}没有收：不是文本文件。")
        )
        read.has_nothing = True


def _read_word(read: ReadFile, known: Known) -> None:
    place, name = read.file.place, read.file.path.name
    read.has_nothing = True
    try:
        document = form_document(WordFile(read.file.content))
        forms = forms_in(document, known.plans)
    except NotAWordFileError:
        message = f"{name}没有收：文件已损坏，或者没有传完。"
        read.findings.append(kinds.FILE_UNREADABLE.at(place, message))
        return
    except FormUnknownError as unclear:
        names = "、".join(award.name for award in unclear.awards)
        message = f"{name}没有收：分不清是哪个奖项的申报表（{names}）。"
        read.findings.append(kinds.FORM_UNKNOWN.at(place, message))
        return
    text = "" if forms else _text(document)
    if not forms and len(text) < _LEAST_WRITE_UP:
        read.findings.append(_no_form(read.file, document))
        return
    read.forms, read.text, read.mark = tuple(forms), text, document.properties.get(NUMBER_PROPERTY)
    read.has_nothing = False


def _no_form(file: HandedIn, document: FormDocument) -> Finding:
    if document.has_picture:
        hint = "请向交表的人要能改字的Word文件，再收一次；要不到的，请手工填进申报.xlsx。"
        message = f"{file.path.name}没有收：里面是图片（扫描件），读不出文字。"
        return kinds.FORM_UNKNOWN.at(file.place, message, hint=hint)
    return kinds.FORM_UNKNOWN.at(file.place, f"{file.path.name}没有收：里面没有申报表。")


def _text(document: FormDocument) -> str:
    in_tables = (cell.text for table in document.tables for row in table.rows for cell in row)
    return "\n".join((*document.lines, *in_tables)).strip()
