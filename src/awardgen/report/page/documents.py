"""The documents of the campaign with what became of them, or what would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from awardgen.publishing import Status
from awardgen.publishing.manifest import read_manifest
from awardgen.report.labels import STATUS_LABELS
from awardgen.report.page.packing import Numbering

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from awardgen.documents import Plan
    from awardgen.publishing import PublishedDocument
    from awardgen.publishing.folder import Folder
    from awardgen.report.page.applicants import Applicants

LIES_THERE: Final = "已有"
TO_BE_BUILT: Final = "待生成"
STATES: Final = (*STATUS_LABELS.values(), LIES_THERE, TO_BE_BUILT)


class Listed(NamedTuple):
    """One document. path: below output/. state: what became of it, in Chinese. is_there: the file can be opened."""

    document: str
    applicant: str | None
    path: str
    state: str
    is_there: bool


def listed_as_published(documents: Iterable[PublishedDocument]) -> list[Listed]:
    """Return what a build did."""
    gone = {Status.WITHHELD, Status.REMOVED}
    return [
        Listed(each.document, each.applicant, each.path, STATUS_LABELS[each.status], each.status not in gone)
        for each in documents
    ]


def listed_as_planned(plan: Plan, folder: Folder) -> list[Listed]:
    """Return what a build would do. folder: where earlier ones wrote. Raises OSError."""
    there = read_manifest(folder).entries.keys() & folder.files().keys()
    withheld = STATUS_LABELS[Status.WITHHELD]
    listed = []
    for each in plan.documents:
        path = str(each.path)
        is_withheld = each.withheld or each.template is None
        state = withheld if is_withheld else LIES_THERE if path in there else TO_BE_BUILT
        listed.append(Listed(each.row.name, each.applicant, path, state, state == LIES_THERE))
    return listed


def document_data(documents: Sequence[Listed], applicants: Applicants) -> dict[str, Any]:
    """Return the documents as the page's data. A row: document, state, path, application, whether it is there."""
    names, states = Numbering(), Numbering()
    rows = [
        [
            names.of(each.document),
            states.of(each.state),
            each.path,
            applicants.with_number(each.applicant),
            int(each.is_there),
        ]
        for each in documents
    ]
    return {"names": names.values, "states": states.values, "rows": rows}
