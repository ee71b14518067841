"""What became of a returned form."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.campaign import Application, Award, Value
    from awardgen.collecting.sources import HandedIn
    from awardgen.finding import Place


class Outcome(StrEnum):
    """What became of a form."""

    NEW = "new"
    EQUAL = "equal"
    DIFFERENT = "different"
    TAKEN = "taken"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that the form and the workbook have otherwise."""

    column: str
    in_workbook: str
    in_form: str
    place: Place


@dataclass(frozen=True, slots=True)
class Collected:
    """A form and what is to be done.

    texts: column → text as the form shows it. changes: column → value to write. application: the one that it belongs
    to, None for a new one.
    """

    award: Award
    number: str
    outcome: Outcome
    file: HandedIn
    texts: Mapping[str, str]
    changes: Mapping[str, Value]
    differences: tuple[Difference, ...] = ()
    application: Application | None = None
