"""PDF pages as they look, coarsely: whether there is anything on one, and where there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2
from numpy import cumsum, pad

if TYPE_CHECKING:
    from pathlib import Path

    from numpy import bool_, uint8
    from numpy.typing import NDArray

MILLIMETRE: Final = 72 / 25.4  # points
_PIXELS_PER_POINT: Final = 1.0
_COARSE: Final = 0.5
_MOST_DOTS_A_SIDE: Final = 2000
_MOST_PAGES: Final = 20_000
_DARK: Final = 200  # of 255: a light grey is the paper of a scan
# A speck of dust on a scan is no content; a page number alone is 60 of these dots.
_SPECKS: Final = 8


class PdfUnreadableError(Exception):
    """A file is no PDF that can be read, or it is locked."""


class PageSize(NamedTuple):
    """In points."""

    width: float
    height: float


def pages_with_content(path: Path) -> int:
    """Return 页数: the pages that show text or a picture (DA/T 22-2015, 5.5.2: 文件中有图文的页面为一页).

    Raises PdfUnreadableError.
    """
    try:
        with pypdfium2.PdfDocument(path) as pdf:
            if len(pdf) > _MOST_PAGES:
                raise PdfUnreadableError
            return sum(1 for page in pdf if _ink(page, _COARSE).sum() >= _SPECKS)
    except pypdfium2.PdfiumError as error:
        raise PdfUnreadableError from error


class FirstPage:
    """The first page of a PDF, to find room on it. Raises PdfUnreadableError."""

    def __init__(self, path: Path) -> None:
        try:
            with pypdfium2.PdfDocument(path) as pdf:
                page = pdf[0]
                self.size = PageSize(*page.get_size())
                ink = _ink(page, _PIXELS_PER_POINT)
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise PdfUnreadableError from error
        self._sums = pad(cumsum(cumsum(ink, axis=0, dtype=int), axis=1), ((1, 0), (1, 0)))

    def ink_within(self, left: float, top: float, width: float, height: float) -> int:
        """Return how many dots are not blank in a rectangle, in points from the page's top left corner."""
        rows, columns = (each - 1 for each in self._sums.shape)
        y1, y2 = (min(max(round(each * _PIXELS_PER_POINT), 0), rows) for each in (top, top + height))
        x1, x2 = (min(max(round(each * _PIXELS_PER_POINT), 0), columns) for each in (left, left + width))
        sums = self._sums
        return int(sums[y2, x2] - sums[y1, x2] - sums[y2, x1] + sums[y1, x1])


def _ink(page: pypdfium2.PdfPage, scale: float) -> NDArray[bool_]:
    # A page may claim to be as large as it likes.
    scale = min(scale, _MOST_DOTS_A_SIDE / max(*page.get_size(), 1))
    bitmap = page.render(scale=scale, grayscale=True)
    dots: NDArray[uint8] = bitmap.to_numpy()
    return dots.reshape(bitmap.height, bitmap.width, -1)[:, :, 0] < _DARK
