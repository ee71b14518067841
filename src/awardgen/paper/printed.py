from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from awardgen.publishing import Status


@dataclass(frozen=True, slots=True)
class PrintedSet:
    """Documents in one PDF, to be printed together.

    path: below output/. pages: with the blank ones; None where a PDF that a person put there is kept.
    documents: the paths of the Word files, in order.
    """

    path: str
    status: Status
    pages: int | None
    documents: tuple[str, ...]
