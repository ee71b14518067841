"""Write-ups with their marks as the page's data, in chunks that are unpacked when somebody looks at one.

10,000 write-ups take more than a page can hold, however well they are packed. First come those in which something was
found, whole; what does not fit is cut down to the passages around its marks, so that every mark can be looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from awardgen.report.page.packing import packed
from awardgen.writeup import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from awardgen.campaign import Application, WrittenText
    from awardgen.checks.analyses import Analyses
    from awardgen.writeup import Mention

VERDICTS: Final = list(Verdict)
WHOLE, PASSAGES, NOTHING = 0, 1, 2
"""How much of an application's write-up is on the page."""

_CHUNK: Final = 50
_AROUND: Final = 14  # characters on either side of a mark that stay of a text that is cut down
_MARGIN: Final = 1.2  # by which passages may take more than those of the sample

Json = list[Any]


class Texts(NamedTuple):
    """Packed write-ups.

    chunks: each a list with an application's texts an item. places: of each application (chunk, item, how much of it
    is there), None where it has no text.
    """

    chunks: list[str]
    places: list[tuple[int, int, int] | None]


def pack_texts(
    applications: Sequence[Application], analyses: Analyses, is_doubtful: Callable[[int], bool], room: int
) -> Texts:
    """Pack what fits. is_doubtful: whether something was found, by position. room: bytes."""
    places: list[tuple[int, int, int] | None] = [None] * len(applications)
    chunks: list[str] = []

    def pack(some: Sequence[int], extent: int) -> str:
        return packed([[_text(each, analyses, extent) for each in _texts(applications[i])] for i in some])

    with_text = [index for index, each in enumerate(applications) if _texts(each)]
    waiting = sorted(with_text, key=lambda index: not is_doubtful(index))
    sample = waiting[:: len(waiting) // _CHUNK + 1]
    reserved = _MARGIN * len(pack(sample, PASSAGES)) / max(len(sample), 1)
    extent = WHOLE
    for start in range(0, len(waiting), _CHUNK):
        some = waiting[start : start + _CHUNK]
        left = (len(waiting) - start - len(some)) * reserved
        chunk = pack(some, extent) if extent != NOTHING else ""
        if extent == WHOLE and len(chunk) + left > room:
            extent, chunk = PASSAGES, pack(some, PASSAGES)
        if len(chunk) > room:
            extent, chunk = NOTHING, ""
        for item, index in enumerate(some):
            places[index] = (len(chunks), item, extent)
        if chunk:
            chunks.append(chunk)
            room -= len(chunk)
    return Texts(chunks, places)


def _texts(application: Application) -> list[WrittenText]:
    return [each for each in (application.write_up, application.summary) if each is not None]


def _text(written: WrittenText, analyses: Analyses, extent: int) -> dict[str, Any]:
    write_up, place = analyses(written.text), written.place
    return {
        "place": [place.file, place.sheet, place.cell, place.column],
        "length": write_up.length,
        "size": len(written.text),
        "pieces": [[0, written.text]]
        if extent == WHOLE
        else list(_passages(written.text, write_up.mentions)),
        "mentions": [_mention(each) for each in write_up.mentions],
    }


def _mention(mention: Mention) -> Json:
    """Return a mention; its days are counted from 1 January of the year 1, which is 1."""
    first, last = mention.first_day.toordinal(), mention.last_day.toordinal()
    return [mention.start, mention.end, first, last, VERDICTS.index(mention.verdict), mention.why]


def _passages(text: str, mentions: Sequence[Mention]) -> Iterator[Json]:
    start = end = 0
    for each in mentions:
        if each.start - _AROUND > end > start:
            yield [start, text[start:end]]
            start = end
        if end == start:
            start = max(each.start - _AROUND, end)
        end = min(each.end + _AROUND, len(text))
    if end > start:
        yield [start, text[start:end]]
