"""Which form a file is: by the mark that `build` left in it, else by its title, else by the labels it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.collecting.forms.reading import read_forms
from awardgen.documents import FORM_PROPERTY, NUMBER_PROPERTY
from awardgen.workbook import label_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from awardgen.campaign import Award
    from awardgen.collecting.forms.document import FormDocument
    from awardgen.collecting.forms.plan import FormPlan
    from awardgen.collecting.forms.reading import FormValues

_TITLE_LINES = 8


@dataclass(frozen=True, slots=True)
class FormOf:
    """A form in a file.

    values: column → text as shown. number: the 编号 that it shows, or that `build` wrote into it, else None.
    unclaimed: texts that belong in no column. pictures: columns that show a picture instead of a text.
    """

    award: Award
    values: Mapping[str, str]
    number: str | None
    unclaimed: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


class FormUnknownError(Exception):
    """A form cannot be told from another's. awards: those that it may belong to."""

    def __init__(self, awards: Sequence[Award]) -> None:
        super().__init__()
        self.awards = tuple(awards)


def forms_in(document: FormDocument, plans: Sequence[FormPlan]) -> list[FormOf]:
    """Return the forms of a file, none where it holds none. Raise FormUnknownError."""
    marked = document.properties.get(FORM_PROPERTY)
    found = [*_read(document, [plan for plan in plans if marked and plan.award.short_name == marked])] or [
        *_read(document, plans)
    ]
    in_tables: list[int | None] = [*sorted({form.table for _, form in found if form.table is not None})]
    number = document.properties.get(NUMBER_PROPERTY, "").strip() or None
    forms: list[FormOf] = []
    for table in in_tables or [None]:
        candidates = [(plan, form) for plan, form in found if form.table == table]
        if not candidates:
            continue
        plan, form = _labelled(_titled(candidates, _lines_above(document, table)) or candidates)
        shown = label_key(form.values.get("编号", ""))
        # Where a file holds several forms its mark is that of the first.
        known = number if not forms else None
        forms.append(FormOf(plan.award, form.values, shown or known, form.unclaimed, form.pictures))
    return forms


Candidate = tuple["FormPlan", "FormValues"]


def _read(document: FormDocument, plans: Sequence[FormPlan]) -> Iterator[Candidate]:
    for plan in plans:
        for form in read_forms(document, plan):
            yield plan, form


def _lines_above(document: FormDocument, table: int | None) -> Sequence[str]:
    if table is None:
        return document.lines[:_TITLE_LINES]
    within = [cell.text for row in document.tables[table].rows[:1] for cell in row]
    return [*document.around(table)[0][-_TITLE_LINES:], *within]


def _titled(candidates: Sequence[Candidate], lines: Sequence[str]) -> list[Candidate]:
    """Return those candidates whose award the nearest line above the table names, where it names one alone."""
    for line in reversed(lines):
        title = label_key(line)
        for attribute in ("name", "short_name"):
            named = [each for each in candidates if label_key(getattr(each[0].award, attribute)) in title]
            if len({plan.award.name for plan, _ in named}) == 1:
                return named
            if named:
                break
    return []


def _labelled(candidates: Sequence[Candidate]) -> Candidate:
    """Return the candidate with the most of its labels there and the fewest missing; an award may have two forms."""
    scores = [2 * form.labels - len(plan.sure) for plan, form in candidates]
    best = [each for each, score in zip(candidates, scores, strict=True) if score == max(scores)]
    awards = {plan.award.name: plan.award for plan, _ in best}
    if len(awards) > 1:
        raise FormUnknownError([*awards.values()])
    return best[0]
