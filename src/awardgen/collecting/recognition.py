"""Which form a file is: by the mark that `build` left in it, else by its title, else by the labels it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.collecting.form_reading import read_forms
from awardgen.documents import FORM_PROPERTY, NUMBER_PROPERTY
from awardgen.workbook import label_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from awardgen.campaign import Award
    from awardgen.collecting.form_document import FormDocument
    from awardgen.collecting.form_plan import FormPlan
    from awardgen.collecting.form_reading import FormValues

_TITLE_LINES = 8


@dataclass(frozen=True, slots=True)
class FormOf:
    """A form in a file. values: column → text as shown. number: the 编号 that `build` wrote into it, else None."""

    award: Award
    values: Mapping[str, str]
    number: str | None


class FormUnknownError(Exception):
    """A form cannot be told from another's. awards: those that it may belong to."""

    def __init__(self, awards: Sequence[Award]) -> None:
        super().__init__()
        self.awards = tuple(awards)


def forms_in(document: FormDocument, plans: Sequence[FormPlan]) -> list[FormOf]:
    """Return the forms of a file, none where it holds none. Raise FormUnknownError."""
    read = {index: read_forms(document, plan) for index, plan in enumerate(plans)}
    tables = sorted({form.table for forms in read.values() for form in forms})
    marked = document.properties.get(FORM_PROPERTY)
    number = document.properties.get(NUMBER_PROPERTY, "").strip() or None
    forms: list[FormOf] = []
    for table in tables:
        candidates = [
            (plans[index], form) for index, of_plan in read.items() for form in of_plan if form.table == table
        ]
        plan, form = (
            _marked(candidates, marked)
            or _titled(candidates, document.lines[: document.tables[table].before])
            or _labelled(candidates)
        )
        shown = label_key(form.values.get("编号", ""))
        # Where a file holds several forms its mark is that of the first.
        known = number if not forms else None
        forms.append(FormOf(plan.award, form.values, shown or known))
    return forms


Candidate = tuple["FormPlan", "FormValues"]


def _marked(candidates: Sequence[Candidate], mark: str | None) -> Candidate | None:
    return next((each for each in candidates if mark and each[0].award.short_name == mark), None)


def _titled(candidates: Sequence[Candidate], lines: Sequence[str]) -> Candidate | None:
    """Return the candidate whose award the nearest line above the table names, where it names one alone."""
    for line in reversed(lines[-_TITLE_LINES:]):
        title = label_key(line)
        for attribute in ("name", "short_name"):
            named = [each for each in candidates if label_key(getattr(each[0].award, attribute)) in title]
            if len(named) == 1:
                return named[0]
            if named:
                break
    return None


def _labelled(candidates: Sequence[Candidate]) -> Candidate:
    """Return the candidate with the most of its labels there and the fewest missing."""
    scores = [2 * form.labels - len(plan.sure) for plan, form in candidates]
    best = [each for each, score in zip(candidates, scores, strict=True) if score == max(scores)]
    if len(best) > 1:
        raise FormUnknownError([plan.award for plan, _ in best])
    return best[0]
