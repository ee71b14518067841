"""The forms of a campaign's awards, as its templates print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.campaign import Scope, evaluate
from awardgen.collecting.forms.document_reading import form_document
from awardgen.collecting.forms.plan import plan_of_form
from awardgen.collecting.forms.reading import read_forms
from awardgen.documents import FILTERS, Contexts, load_templates
from awardgen.rendering import TemplateError, compile_condition
from awardgen.word_text import WordFile
from awardgen.workbook import Column, application_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from awardgen.campaign import Application, Award, Campaign
    from awardgen.collecting.forms.plan import FormPlan
    from awardgen.rendering import Template

_FORM_SCOPES = (Scope.BLANK_FORM, Scope.APPLICATION)


class FormsOfCampaign:
    """plans: the forms of each award, in the order of 奖项; an award whose templates differ has several."""

    def __init__(self, folder: Path, campaign: Campaign) -> None:
        self._contexts = Contexts(campaign, evaluate(campaign))
        templates = load_templates(folder, campaign.documents).usable
        self._by_award: dict[str, tuple[FormPlan, Template | None]] = {}
        plans: list[FormPlan] = []
        for award in campaign.awards:
            blank = self._contexts.blank_form(award)
            columns = _columns(award)
            candidates = dict.fromkeys(
                templates[row.template]
                for row in campaign.documents
                if row.scope in _FORM_SCOPES and row.template in templates and _holds(row.condition, blank)
            )
            learnt: list[tuple[FormPlan, Template | None]] = [
                (plan, each)
                for each in candidates
                if (plan := plan_of_form(award, columns, each, blank)).sure
            ]
            learnt = learnt or [(plan_of_form(award, columns, None, blank), None)]
            plans += [plan for plan, _ in learnt]
            self._by_award[award.name] = max(learnt, key=lambda each: len(each[0].sure))
        self.plans = tuple(plans)
        self._shown: dict[int, Mapping[str, str]] = {}

    def shown_in(self, application: Application) -> Mapping[str, str]:
        """Return what an application's form shows as the workbook has it now."""
        if application.row_order not in self._shown:
            self._shown[application.row_order] = self._read_back(application)
        return self._shown[application.row_order]

    def _read_back(self, application: Application) -> Mapping[str, str]:
        plan, template = self._by_award[application.award.name]
        values = {column: application.record.text(column) for column in application.record.values}
        if template is None:
            return values
        try:
            data = template.render(self._contexts.application(application))
        except TemplateError:
            return values
        shown = read_forms(form_document(WordFile(data)), plan)
        return {
            **values,
            **dict.fromkeys(plan.columns_shown, ""),
            **(shown[0].values if shown else {}),
        }


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
