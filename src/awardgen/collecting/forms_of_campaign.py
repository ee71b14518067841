"""The forms of a campaign's awards, as its templates print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.campaign import Scope, evaluate
from awardgen.collecting.form_document import form_document
from awardgen.collecting.form_plan import plan_of_form
from awardgen.collecting.form_reading import read_forms
from awardgen.documents import FILTERS, Contexts, load_templates
from awardgen.rendering import TemplateError, compile_condition
from awardgen.word_text import WordFile
from awardgen.workbook import Column, application_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from awardgen.campaign import Application, Award, Campaign
    from awardgen.collecting.form_plan import FormPlan
    from awardgen.rendering import Template

_FORM_SCOPES = (Scope.BLANK_FORM, Scope.APPLICATION)


class FormsOfCampaign:
    """plans: the form of each award, in the order of 奖项."""

    def __init__(self, folder: Path, campaign: Campaign) -> None:
        self._contexts = Contexts(campaign, evaluate(campaign))
        templates = load_templates(folder, campaign.documents).usable
        self._templates: dict[str, Template | None] = {}
        self._by_award: dict[str, FormPlan] = {}
        for award in campaign.awards:
            blank = self._contexts.blank_form(award)
            columns = _columns(award)
            candidates = [
                templates[row.template]
                for row in campaign.documents
                if row.scope in _FORM_SCOPES and row.template in templates and _holds(row.condition, blank)
            ]
            plans: list[tuple[FormPlan, Template | None]] = [
                (plan_of_form(award, columns, each, blank), each) for each in dict.fromkeys(candidates)
            ]
            plan, template = max(
                plans or [(plan_of_form(award, columns, None, blank), None)],
                key=lambda each: len(each[0].sure),
            )
            self._by_award[award.name] = plan
            self._templates[award.name] = template
        self.plans = tuple(self._by_award.values())
        self._shown: dict[int, Mapping[str, str]] = {}

    def shown_in(self, application: Application) -> Mapping[str, str]:
        """Return what an application's form shows as the workbook has it now."""
        if application.row_order not in self._shown:
            self._shown[application.row_order] = self._read_back(application)
        return self._shown[application.row_order]

    def _read_back(self, application: Application) -> Mapping[str, str]:
        template = self._templates[application.award.name]
        values = {column: application.record.text(column) for column in application.record.values}
        if template is None:
            return values
        try:
            data = template.render(self._contexts.application(application))
        except TemplateError:
            return values
        shown = read_forms(form_document(WordFile(data)), self._by_award[application.award.name])
        return {
            **values,
            **dict.fromkeys(self._columns_shown(application.award), ""),
            **(shown[0].values if shown else {}),
        }

    def _columns_shown(self, award: Award) -> tuple[str, ...]:
        plan = self._by_award[award.name]
        of_slots = [column for label in plan.sure for column in plan.slots[label].columns]
        return (*of_slots, *(column for line in plan.outside for column in line.columns))


def _columns(award: Award) -> tuple[Column, ...]:
    """Return the columns of an award's sheet: those declared, and those that staff added."""
    declared = application_sheet(award.short_name, award.kind).columns
    known = {column.header for column in declared}
    return (*declared, *(Column(header) for header in award.columns if header not in known))


def _holds(condition: str, context: Mapping[str, object]) -> bool:
    try:
        return bool(compile_condition(condition, FILTERS).evaluate(context))
    except TemplateError:
        return False
