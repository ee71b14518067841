"""Sets of documents that are printed together, each set in one PDF."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from awardgen.catalogue import paper as kinds
from awardgen.finding import Place
from awardgen.paper.printed import PrintedSet
from awardgen.paper.record import PdfEntry, pdf_path
from awardgen.publishing import Status
from awardgen.publishing.names import numbered, sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from awardgen.paper.merging import Part
    from awardgen.paper.shelf import Shelf

FOLDER: Final = "打印/"


def members_by_path(sets: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """Return path of a set → its Word files. sets: path of a Word file → name of its set, in the order of printing."""
    taken = {pdf_path(document).casefold() for document in sets}
    paths: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for document, name in sets.items():
        if name not in paths:
            paths[name] = next(
                path for path in numbered(f"{FOLDER}{name}.pdf") if path.casefold() not in taken
            )
            taken.add(paths[name].casefold())
        members.setdefault(paths[name], []).append(document)
    return members


def make_sets(
    shelf: Shelf, sets: Mapping[str, str], chosen: Iterable[str], *, is_all: bool
) -> Iterator[PrintedSet]:
    """Make the sets anew whose documents changed, and remove those of ours that are none any more.

    chosen: the Word files that this run is about. is_all: they are all of them; otherwise no set is made that was not
    there, one is left alone that none of them is in, and one is removed that cannot be complete.
    """
    made: set[str] = set()
    about = set(chosen)
    for path, members in members_by_path(sets).items():
        if not is_all and about.isdisjoint(members):
            continue
        there = [each for each in members if shelf.has(pdf_path(each))]
        is_complete = all(shelf.has(pdf_path(each)) or not shelf.has(each) for each in members)
        if there and (is_all or (shelf.has(path) and is_complete)):
            yield from _make_set(shelf, path, there)
            made.add(path)
        else:
            shelf.remove(path)
    if is_all:
        for path in [path for path, entry in shelf.entries.items() if entry.members and path not in made]:
            shelf.remove(path)


def _make_set(shelf: Shelf, path: str, documents: Sequence[str]) -> Iterator[PrintedSet]:
    title, pdfs = PurePosixPath(path).stem, tuple(map(pdf_path, documents))
    source = _digest([title, *((pdf, shelf.checksum(pdf)) for pdf in pdfs)])
    maker = _maker()
    if shelf.is_current(path, source, maker):
        yield PrintedSet(path, Status.UNCHANGED, shelf.entries[path].pages, tuple(documents))
        return
    if shelf.is_kept(path, source, maker):
        shelf.tell_kept(path)
        yield PrintedSet(path, Status.KEPT, None, tuple(documents))
        return
    from awardgen.paper.merging import merge  # noqa: PLC0415 - loads a library that most runs do not need

    merged = merge(title, _readable(shelf, pdfs))
    entry = PdfEntry(source, maker, sha256_of(merged.data), merged.pages, members=pdfs)
    shelf.announce({path: entry})
    status = shelf.put(path, entry, merged.data)
    yield PrintedSet(path, status, None if status is Status.KEPT else merged.pages, tuple(documents))


def _readable(shelf: Shelf, pdfs: Iterable[str]) -> Iterator[Part]:
    """Yield the PDFs that can be read: a person may have put anything in the place of one."""
    from awardgen.paper.merging import Part, is_readable  # noqa: PLC0415 - likewise

    for pdf in pdfs:
        data = shelf.folder.read(pdf)
        if shelf.is_ours(pdf) or is_readable(data):
            yield Part(PurePosixPath(pdf).stem, data)
        else:
            message = "这个PDF不是程序做的，又打不开（已损坏或者设了密码），打印文件里没有它。"
            shelf.findings.append(kinds.NOT_CONVERTED.at(Place(f"output/{pdf}"), message))


def _maker() -> str:
    return sha256_of(Path(__file__).with_name("merging.py").read_bytes())


def _digest(told: object) -> str:
    return hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()
