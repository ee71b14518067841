"""What was found wrong in a user's data: values with a stable code and a place, never exceptions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Severity(StrEnum):
    """How much a finding weighs: errors set the exit status, infos are there to be known."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> str:
        """Return the word that staff read."""
        return _LABELS[self]


_LABELS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands.

    file: relative to the campaign folder, with forward slashes.
    cell: in A1 notation.
    column: the header, or the 项目 of a settings row.
    """

    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    column: str | None = None


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, doubtful or worth knowing. `Kind.at` makes them.

    applicant: the 编号 it belongs to.
    start, end: character offsets into the text of the cell or file, end exclusive.
    excerpt: the text it is about; a row of 核实 settles a finding by its excerpt.
    first_day, last_day: the interval that a time mention was read as.
    settled: a person looked at it and decided (the sheet 核实), so that it is only there to be known.
    """

    kind: Kind
    message: str
    hint: str
    severity: Severity
    place: Place = NOWHERE
    applicant: str | None = None
    start: int | None = None
    end: int | None = None
    excerpt: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    settled: bool = False

    def with_severity(self, severity: Severity) -> Finding:
        return replace(self, severity=severity)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding; `awardgen.catalogue` lists them all.

    code: AW and three digits; it never changes meaning.
    name: a few Chinese words.
    explanation, hint: Chinese, for `awardgen explain` and the manual.
    withholds: a document that rests on the faulty value would be false or impossible.
    to_applicant: Chinese, what the slip that goes back to the applicants (退改通知单) asks for; empty where that is the
        hint, None where the applicant has no part in it.
    """

    code: str
    name: str
    severity: Severity
    explanation: str
    hint: str
    withholds: bool = False
    to_applicant: str | None = ""

    def at(  # noqa: PLR0913 - a finding has this many facets, each optional and named
        self,
        place: Place,
        message: str,
        *,
        applicant: str | None = None,
        start: int | None = None,
        end: int | None = None,
        excerpt: str | None = None,
        first_day: date | None = None,
        last_day: date | None = None,
        hint: str = "",
        severity: Severity | None = None,
    ) -> Finding:
        """Return a finding of this kind; its hint and severity are the kind's unless given."""
        return Finding(
            kind=self,
            message=message,
            hint=hint or self.hint,
            severity=severity or self.severity,
            place=place,
            applicant=applicant,
            start=start,
            end=end,
            excerpt=excerpt,
            first_day=first_day,
            last_day=last_day,
        )
