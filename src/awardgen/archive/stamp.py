"""归档章 on the first page: 45 × 16 mm, red, at the top right where nothing stands (DA/T 22-2015, 5.4.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pikepdf

from awardgen.archive.page_images import MILLIMETRE

if TYPE_CHECKING:
    from pathlib import Path

    from awardgen.archive.page_images import FirstPage

# With the millimetre of air that is around it on its sheet.
WIDTH, HEIGHT = 47 * MILLIMETRE, 18 * MILLIMETRE
_CLEAR: Final = 1 * MILLIMETRE
_STEP: Final = 1 * MILLIMETRE
_FROM_TOP: Final = 8 * MILLIMETRE
_FROM_RIGHT: Final = 20 * MILLIMETRE
_FROM_LEFT: Final = 10 * MILLIMETRE
_LOWEST: Final = 0.4  # of the page's height: below that it is no longer the top of the page
_MARKED_CONTENT: Final = frozenset(("BMC", "BDC", "EMC", "MP", "DP"))


@dataclass(frozen=True, slots=True)
class Room:
    """Where the stamp goes, in points from the page's top left corner. is_clear: nothing stands there."""

    left: float
    top: float
    is_clear: bool


@dataclass(frozen=True, slots=True)
class Stamp:
    """One page of the sheet of stamps, and where it goes. sheet: a PDF, a stamp a page."""

    sheet: Path
    page: int
    room: Room

    def put_on(self, pdf: pikepdf.Pdf) -> None:
        """Lay the stamp over the first page."""
        first = pdf.pages[0]
        with pikepdf.open(self.sheet) as sheet:
            source = sheet.pages[self.page]
            # The sheet's structure does not come along, so its marks would point to nothing.
            kept = [
                each
                for each in pikepdf.parse_content_stream(source)
                if str(each.operator) not in _MARKED_CONTENT
            ]
            source.Contents = sheet.make_stream(pikepdf.unparse_content_stream(kept))
            box = first.mediabox
            left = float(box[0]) + self.room.left
            bottom = float(box[3]) - self.room.top - HEIGHT
            place = pikepdf.Rectangle(left, bottom, left + WIDTH, bottom + HEIGHT)
            # What pikepdf's add_overlay does, but under a name that is not drawn by lot.
            form = pdf.copy_foreign(source.as_form_xobject())
            name = first.add_resource(form, pikepdf.Name.XObject, pikepdf.Name.ArchiveStamp)
            first.contents_add(b"q\n", prepend=True)
            first.contents_add(b"\nQ\n" + first.calc_form_xobject_placement(form, name, place))


def room_on(page: FirstPage) -> Room:
    """Return where the stamp goes: as near the top right corner as nothing stands in its way."""
    width, height = page.size
    right = width - _FROM_RIGHT - WIDTH
    best = Room(right, _FROM_TOP, is_clear=False)
    least = -1.0
    top = _FROM_TOP
    while top + HEIGHT < height * _LOWEST:
        left = right
        while left >= _FROM_LEFT:
            # A little lower is better than further to the left: stamps are looked for at the right edge.
            cost = (top - _FROM_TOP) * 2 + (right - left)
            if (least < 0 or cost < least) and not page.ink_within(
                left - _CLEAR, top - _CLEAR, WIDTH + 2 * _CLEAR, HEIGHT + 2 * _CLEAR
            ):
                best, least = Room(left, top, is_clear=True), cost
            left -= _STEP
        top += _STEP
    return best
