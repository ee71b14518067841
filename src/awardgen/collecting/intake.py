"""What a returned form is to the workbook: a new row, an equal one, or one that differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.campaign import number_key
from awardgen.catalogue import returned as kinds
from awardgen.collecting.groups import Groups
from awardgen.collecting.numbering import Numbering
from awardgen.collecting.outcome import Collected, Difference, Outcome
from awardgen.workbook import application_sheet, label_key, typed_value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from awardgen.campaign import Application, Award, Campaign, Value
    from awardgen.collecting.forms import FormOf
    from awardgen.collecting.sources import HandedIn
    from awardgen.finding import Finding

GROUP, NUMBER = "工会小组", "编号"
POST, PEOPLE = "岗位名称", "岗位人员姓名"
_IDENTITY = (POST, PEOPLE)
_SHOWN = 60


class Intake:
    """Holds returned forms against a campaign, one after the other.

    shown_in: an application → what its form shows by column. group: of files that tell none. takes_forms: where a
    form differs, it is right. Raise AwardgenError where there is no such group.
    """

    def __init__(
        self,
        campaign: Campaign,
        shown_in: Callable[[Application], Mapping[str, str]],
        *,
        group: str | None = None,
        takes_forms: bool = False,
    ) -> None:
        self._campaign = campaign
        self._shown_in = shown_in
        self._groups = Groups(each.name for each in campaign.groups)
        self._group = self._groups.named(group) if group else None
        self._takes_forms = takes_forms
        self._numbering = Numbering(
            {
                award.short_name: [each.number for each in campaign.applications_for(award) if each.number]
                for award in campaign.awards
            }
        )
        self._by_number = {number_key(each.number): each for each in campaign.applications if each.number}
        self._by_identity: dict[tuple[str, ...], list[Application]] = {}
        for each in campaign.applications:
            self._by_identity.setdefault(_identity(each.award, each.record.text), []).append(each)
        self._collected: dict[str, Collected] = {}
        self._new: dict[tuple[str, ...], Collected] = {}

    def take(self, form: FormOf, file: HandedIn, findings: list[Finding]) -> Collected | None:
        """Return what is to be done with a form; None where it is only a finding."""
        values = {column: text for column, text in form.values.items() if column != NUMBER}
        if not values:
            findings.append(
                kinds.NOTHING_FILLED_IN.at(file.place, f"“{form.award.name}”的申报表各栏都是空的。")
            )
            return None
        application = self._application(form)
        if application is not None and application.award.name != form.award.name:
            message = (
                f"编号{application.number}在工作簿中是“{application.award.name}”，"
                f"这份是“{form.award.name}”的申报表，没有收。"
            )
            findings.append(kinds.FORM_UNKNOWN.at(file.place, message, applicant=application.number))
            return None
        identity = _identity(form.award, lambda column: values.get(column, ""))
        if application is not None:
            collected = self._known(application, form, values, file)
            key = application.number or str(application.row_order)
        else:
            earlier = self._new.get(identity) if _says_whose(identity) else None
            key = form.number or (earlier.number if earlier else "")
            collected = None
        if key and (first := self._collected.get(number_key(key))):
            return self._again(first, form, values, file, findings)
        if collected is None:
            collected = self._made_new(form, values, file, findings)
            self._new[identity] = collected
            key = collected.number
        self._collected[number_key(key)] = collected
        _report_rest(form, file, collected.number, findings)
        return collected

    def _application(self, form: FormOf) -> Application | None:
        if form.number and (known := self._by_number.get(number_key(form.number))):
            return known
        identity = _identity(form.award, lambda column: form.values.get(column, ""))
        alike = self._by_identity.get(identity, []) if _says_whose(identity) else []
        return alike[0] if len(alike) == 1 and not form.number else None

    def _again(
        self,
        first: Collected,
        form: FormOf,
        values: Mapping[str, str],
        file: HandedIn,
        findings: list[Finding],
    ) -> Collected | None:
        """Return a form that came before with the same words; with other words it is only a finding."""
        known = first.texts
        if first.application is not None:
            known = {**self._shown_in(first.application), **known}
        if all(is_alike(known.get(column, ""), text) for column, text in values.items()):
            return Collected(
                form.award, first.number, Outcome.REPEATED, file, values, {}, (), first.application
            )
        message = f"编号{first.number}已从“{first.file.path.name}”收下，这一份内容不同，没有收。"
        findings.append(kinds.FORM_REPEATED.at(file.place, message, applicant=first.number))
        return None

    def _known(
        self, application: Application, form: FormOf, values: Mapping[str, str], file: HandedIn
    ) -> Collected:
        """Hold a form against its row. What a form leaves empty takes nothing away from the workbook."""
        shown = self._shown_in(application)
        differences = tuple(
            Difference(column, shown.get(column, ""), text, application.record.place(column))
            for column, text in values.items()
            if not self._says_the_same(form.award, column, shown.get(column, ""), text)
        )
        changes: dict[str, Value] = {}
        outcome = Outcome.DIFFERENT if differences else Outcome.EQUAL
        if differences and self._takes_forms:
            changes = {
                each.column: self._typed(form.award, each.column, each.in_form) for each in differences
            }
            outcome = Outcome.TAKEN
        return Collected(
            form.award, application.number, outcome, file, values, changes, differences, application
        )

    def _made_new(
        self, form: FormOf, values: Mapping[str, str], file: HandedIn, findings: list[Finding]
    ) -> Collected:
        number = form.number
        if number is None:
            number = self._numbering.next_for(form.award.short_name)
            findings.append(kinds.NUMBER_GIVEN.at(file.place, f"编为{number}。", applicant=number))
        else:
            self._numbering.take(form.award.short_name, number)
        self._report_namesake(form, values, number, file, findings)
        group = values.get(GROUP) or self._groups.of_file(file.path) or self._group
        if group is None:
            findings.append(kinds.GROUP_UNCLEAR.at(file.place, "看不出属于哪个工会小组。", applicant=number))
        changes: dict[str, Value] = {NUMBER: number, GROUP: group}
        for column, text in values.items():
            changes.setdefault(column, None)
            try:
                changes[column] = self._typed_or_fail(form.award, column, text)
            except ValueError:
                changes[column] = text
                message = f"“{column}”填的是“{_short(text)}”。"
                findings.append(kinds.VALUE_UNREADABLE.at(file.place, message, applicant=number))
        return Collected(form.award, number, Outcome.NEW, file, values, changes)

    def _report_namesake(
        self, form: FormOf, values: Mapping[str, str], number: str, file: HandedIn, findings: list[Finding]
    ) -> None:
        """Report a new row whose people are those of another: its post may only have been written otherwise."""
        people = label_key(values.get(PEOPLE, ""))
        for each in self._campaign.applications_for(form.award):
            if people and label_key(each.record.text(PEOPLE)) == people:
                message = f"新收的{number}与工作簿中的{each.number}人员相同，都是“{_short(values[PEOPLE])}”。"
                findings.append(kinds.NAMESAKE.at(file.place, message, applicant=number))

    def _says_the_same(self, award: Award, column: str, one: str, other: str) -> bool:
        """Tell whether two texts are one value: 2011.6.3 is 2011年6月3日."""
        return is_alike(one, other) or (
            bool(one) and self._typed(award, column, one) == self._typed(award, column, other)
        )

    def _typed(self, award: Award, column: str, text: str) -> Value:
        try:
            return self._typed_or_fail(award, column, text)
        except ValueError:
            return text

    def _typed_or_fail(self, award: Award, column: str, text: str) -> Value:
        declared = {each.header: each for each in application_sheet(award.short_name, award.kind).columns}
        return typed_value(declared.get(column), text)


def _report_rest(form: FormOf, file: HandedIn, number: str, findings: list[Finding]) -> None:
    """Report what the form shows besides: nothing is lost unseen."""
    messages = [f"“{_short(text)}”没有收：不知道属于哪一列。" for text in form.unclaimed]
    messages += [f"“{column}”一栏是图片，读不出文字，没有收。" for column in form.pictures]
    findings += [kinds.CONTENT_UNCLAIMED.at(file.place, message, applicant=number) for message in messages]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"


def _says_whose(identity: tuple[str, ...]) -> bool:
    return any(identity[1:])


def is_alike(one: str, other: str) -> bool:
    """Tell whether two texts say the same; white space and the width of characters say nothing."""
    return label_key(one) == label_key(other)


def _identity(award: Award, text_of: Callable[[str], str]) -> tuple[str, ...]:
    return (award.name, *(label_key(text_of(column)) for column in _IDENTITY))
