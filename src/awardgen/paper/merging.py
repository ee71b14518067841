"""Several PDFs in one, for printing on both sides of the paper."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterable


class Part(NamedTuple):
    """One document. title: its bookmark."""

    title: str
    data: bytes


class Merged(NamedTuple):
    """A PDF and its number of pages, blank ones too."""

    data: bytes
    pages: int


def merge(title: str, parts: Iterable[Part]) -> Merged:
    """Put documents one after the other, each on a front page, with a bookmark. The same parts give the same bytes.

    A document of an odd number of pages gets a blank one, of the size of its last, where another follows.
    Raises pikepdf.PikepdfError where a part is no PDF, or one with a password.
    """
    merged = pikepdf.new()
    starts: list[tuple[str, int]] = []
    for part in parts:
        with pikepdf.open(io.BytesIO(part.data)) as pdf:
            if len(merged.pages) % 2:
                merged.add_blank_page(page_size=_size(merged.pages[-1]))
            starts.append((part.title, len(merged.pages)))
            merged.pages.extend(pdf.pages)
    with merged.open_outline() as outline:
        outline.root.extend(pikepdf.OutlineItem(title, page) for title, page in starts)
    merged.docinfo["/Title"] = title
    merged.Root.PageMode = pikepdf.Name.UseOutlines
    merged.Root.ViewerPreferences = pikepdf.Dictionary(
        Duplex=pikepdf.Name.DuplexFlipLongEdge, DisplayDocTitle=True
    )
    buffer = io.BytesIO()
    merged.save(buffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return Merged(buffer.getvalue(), len(merged.pages))


def is_readable(data: bytes) -> bool:
    """Say whether it is a PDF with pages that can be read without a password, and taken into another."""
    try:
        return merge("", [Part("", data)]).pages > 0
    except (pikepdf.PikepdfError, ValueError, RuntimeError, RecursionError):
        return False


def count_pages(data: bytes) -> int:
    """Return how many pages a PDF has. Raises pikepdf.PdfError."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def _size(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = (float(each) for each in page.mediabox)
    wide, high = right - left, top - bottom
    return (high, wide) if int(page.obj.get("/Rotate", 0)) % 180 else (wide, high)
