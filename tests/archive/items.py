"""Documents and items of an archive, made by hand."""

from datetime import date
from pathlib import Path, PurePosixPath

from awardgen.archive.entry import Entry, KeptDocument, KeptScan
from awardgen.archive.item import ArchivedDocument, Description, Item
from awardgen.archive.record import Record
from awardgen.campaign import DocumentRow, Scope
from awardgen.campaign.record import Record as SheetRow
from awardgen.campaign.record import SheetSource

SOURCE = SheetSource("data/活动设置.xlsx", "文书", {"文书": "A", "归档": "F"})


def row(name, scope=Scope.CAMPAIGN, archived_with=""):
    return DocumentRow(SheetRow({}, SOURCE, 2), name, f"{name}.docx", scope, "", "", archived_with)


def document(  # noqa: PLR0913, PLR0917 - what tells one from another
    name, scope=Scope.CAMPAIGN, output=None, key="", application=None, archived_with="", annex_of=""
):
    path = PurePosixPath(output or f"{name}.docx")
    return ArchivedDocument(
        row(name, scope, archived_with), key, application, path, annex_of, Path(path), is_edited=False
    )


def item(number, *documents):
    about = Description(documents[0].row.name, "工会", "", date(2011, 6, 1), "")
    return Item(number, f"Z-{number}", documents, about)


def entry(number=1, pages=3, scans=(), *, edited=False):
    kept = KeptDocument(
        "通知", "", "通知.docx", "data/件/0001/原件/通知.docx", "data/件/0001/PDF/通知.pdf", pages, edited
    )
    return Entry(
        f"{number:04}",
        f"Z109-{number:04}",
        "",
        "工会",
        "题",
        "20110601",
        "",
        pages,
        "",
        tuple(scans),
        (kept,),
    )


def scan(pages=2):
    return KeptScan("data/件/0001/正本/通知.pdf", pages)


def record(*entries, errors=0):
    return Record("0.1.0", "c0de", date(2011, 7, 1), "评选", errors, entries, ())
