"""Which files are one 件: a document with its annexes (DA/T 22-2015, 5.1.1), an application with its write-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgen.campaign import Scope
from awardgen.catalogue import archive as kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from awardgen.archive.item import ArchivedDocument
    from awardgen.campaign import DocumentRow
    from awardgen.finding import Finding

NOT_ARCHIVED: Final = "不归档"
_COLUMN: Final = "归档"
_NOTICE: Final = "通知"


def group_documents(documents: Iterable[ArchivedDocument]) -> list[tuple[ArchivedDocument, ...]]:
    """Return the files of each item, in the order of 文书; the first of each is its main document.

    What a campaign says in the column 归档 holds; else annexes belong to what they are annexed to, all files about one
    application are one item, and every other file is one.
    """
    documents = [each for each in documents if each.row.archived_with != NOT_ARCHIVED]
    by_path = {str(each.output): each for each in documents}
    named = {each.row.name for each in documents}
    groups: dict[tuple[str, str], list[ArchivedDocument]] = {}
    for each in documents:
        groups.setdefault(_group_of(each, by_path, named), []).append(each)
    # A row may be told to go with one that stands below it, which is then the main document all the same.
    return [
        tuple(sorted(members, key=lambda each, name=key[0]: each.row.name != name))  # type: ignore[misc]
        for key, members in groups.items()
    ]


def is_notice(document: ArchivedDocument) -> bool:
    """Tell the notice of the campaign from its other documents."""
    row = document.row
    return row.scope is Scope.CAMPAIGN and _NOTICE in row.name and not document.annex_of


def faulty_rows(rows: Sequence[DocumentRow]) -> Iterator[Finding]:
    """Yield what is wrong in the column 归档."""
    names = {row.name for row in rows}
    for row in rows:
        if row.archived_with and row.archived_with not in {*names, NOT_ARCHIVED}:
            message = f"文书“{row.name}”要与“{row.archived_with}”合为一件，但没有这种文书。"
            yield kinds.ARCHIVED_WITH_UNKNOWN.at(
                row.record.place(_COLUMN), message, excerpt=row.archived_with
            )


def _group_of(
    document: ArchivedDocument, by_path: Mapping[str, ArchivedDocument], named: set[str]
) -> tuple[str, str]:
    """Return what the files of one item have in common: the row of its main document, and what that is about."""
    row = document.row
    if row.archived_with in named and row.archived_with != row.name:
        return row.archived_with, document.key
    head = by_path.get(document.annex_of)
    if head is not None:
        return head.row.name, head.key
    if document.application is not None:
        return "", document.key
    return row.name, document.key
