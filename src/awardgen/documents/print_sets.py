"""Which documents are printed together: as a clerk puts them on the copier, not as they lie in folders."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from awardgen.campaign import Scope
from awardgen.documents.file_names import safe_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from awardgen.campaign import Award, Campaign
    from awardgen.documents.planned import PlannedDocument

# Documents that can have annexes: the kinds of 党政机关公文处理工作条例 that an office like this one issues, and 公示.
_GENRE: Final = re.compile(
    r"(?:通知|决定|公告|通告|意见|通报|报告|请示|批复|函|纪要|公示|方案|办法)(?:[（(][^（()）]*[）)])?$"
)
_ANNEX: Final = "附件"
_NAMELESS: Final = "文书"
_EDGES: Final = "（）()【】[]-—_·:： 　"


def print_sets(campaign: Campaign, documents: Sequence[PlannedDocument]) -> Mapping[str, str]:
    """Return path → the name of the set that the document belongs to; every document belongs to one.

    A notice and what is annexed to it are one set, 通知及附件; the blank forms of a campaign are annexes of its first
    notice. The applications' documents are a set for each row of 文书 and award, 申报表-示范岗. What is made for each
    award or group is a set by the name of its row, and so is every other document. The names can be those of files.
    """
    heads = annex_heads(documents)
    with_annexes = {head for head in heads.values() if head}
    titles = {str(each.path): each.row.name for each in documents}
    awards = {each.number: each.award for each in campaign.applications}
    names: dict[str, str] = {}
    taken: dict[str, tuple[str, str]] = {}
    for document in documents:
        path, row = str(document.path), document.row
        head = heads.get(path) or (path if path in with_annexes else "")
        if head:
            name, key = f"{titles[head]}及附件", (head, "")
        elif row.scope is Scope.APPLICATION and (award := awards.get(document.applicant or "")):
            name, key = f"{_without(row.name, award)}-{award.short_name}", (row.name, award.name)
        else:
            name, key = row.name, (row.name, "")
        names[path] = _free(safe_value(name) or _NAMELESS, key, taken)
    return names


def annex_heads(documents: Iterable[PlannedDocument]) -> Mapping[str, str]:
    """Return annex → the document that it belongs to, by path: the last one before it that can have annexes.

    Where there is none, it is empty.
    """
    first = latest = ""
    annexes: dict[str, str] = {}
    for document in documents:
        path = str(document.path)
        if document.row.scope is Scope.BLANK_FORM:
            annexes[path] = ""
        elif document.row.scope is Scope.APPLICATION:
            continue
        elif _is_annex(document):
            annexes[path] = latest
        elif document.row.scope is Scope.CAMPAIGN and _GENRE.search(document.row.name):
            latest = path
            first = first or path
    return {path: head or first for path, head in annexes.items()}


def _is_annex(document: PlannedDocument) -> bool:
    stem = PurePosixPath(document.path).stem
    return any(each.startswith(_ANNEX) for each in (document.row.name, stem))


def _without(row_name: str, award: Award) -> str:
    """Return what a row's documents are, without the award: 示范岗申报表 → 申报表."""
    for name in (award.name, award.short_name):
        if name and name in row_name and (rest := row_name.replace(name, "", 1).strip(_EDGES)):
            return rest
    return row_name


def _free(name: str, key: tuple[str, str], taken: dict[str, tuple[str, str]]) -> str:
    """Return the name, with a number where another set has it."""
    numbered, number = name, 1
    while taken.setdefault(numbered.casefold(), key) != key:
        number += 1
        numbered = f"{name}（{number}）"
    return numbered
