"""What the documents of a campaign will say, and what its settings' cells say."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from awardgen.campaign import Scope
from awardgen.checks.periods import PeriodReader, analyser_of_periods
from awardgen.consistency_checks.passage import Passage
from awardgen.documents import FILTERS, in_short
from awardgen.finding import Place
from awardgen.layout import TEMPLATES_FOLDER
from awardgen.rendering import Template, TemplateError, Trace, UnclosedTagError, find_tags

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from awardgen.campaign import Campaign, DocumentRow, Record
    from awardgen.documents import Plan, PlannedDocument
    from awardgen.rendering import TracedParagraph

#: Of the others one stands for all: they differ in the rows of 申报.xlsx alone, which have rules of their own.
_ALL_ARE_READ: Final = (Scope.CAMPAIGN, Scope.AWARD, Scope.BLANK_FORM)
_FILLED_DOWN: Final = ("项目", "通知称谓", "项目分值", "通知说明")


@dataclass(frozen=True)
class DocumentText:
    """What one document prints. key: the award it is for, where its row has one an award.

    is_filled: with the values of the settings; otherwise the template's own words alone, as it is too early.
    """

    row: DocumentRow
    key: str
    passages: tuple[Passage, ...]
    is_filled: bool = True


@dataclass(frozen=True)
class Wording:
    """What the rules look at."""

    campaign: Campaign
    documents: tuple[DocumentText, ...]

    @cached_property
    def cells(self) -> tuple[Passage, ...]:
        """The settings that are texts, each in its cell."""
        return tuple(_cells(self.campaign))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text: the cells first, then the documents in the order of 文书."""
        return (*self.cells, *(each for document in self.documents for each in document.passages))

    @cached_property
    def periods(self) -> PeriodReader:
        return PeriodReader(analyser_of_periods(self.campaign))


def read_wording(campaign: Campaign, plan: Plan, templates: Mapping[str, bytes]) -> Wording:
    """Fill in the documents and read them. templates: name → what the file holds."""
    planned: defaultdict[str, list[PlannedDocument]] = defaultdict(list)
    for document in plan.documents:
        planned[document.row.name].append(document)
    texts: list[DocumentText] = []
    traces: dict[str, tuple[Trace, Template]] = {}
    for row in campaign.documents:
        try:
            if row.template not in traces and row.template in templates:
                trace = Trace(templates[row.template])
                traces[row.template] = trace, Template(trace.data, filters=FILTERS)
        except TemplateError:
            continue  # told of when the template is loaded
        if row.template in traces:
            of_row = planned[row.name] if row.scope in _ALL_ARE_READ else planned[row.name][:1]
            texts += _texts(row, *traces[row.template], of_row)
    return Wording(campaign, tuple(texts))


def _texts(
    row: DocumentRow, trace: Trace, template: Template, documents: Sequence[PlannedDocument]
) -> Iterator[DocumentText]:
    filled = False
    for document in documents:
        try:
            paragraphs = trace.paragraphs(in_short(template, document.context))
        except TemplateError:
            continue  # told of when the templates are tried out
        filled = True
        yield DocumentText(row, document.key, tuple(_passages(row, paragraphs)))
    if not filled:
        yield DocumentText(row, "", tuple(_passages(row, trace.unfilled())), is_filled=False)


def _passages(row: DocumentRow, paragraphs: Sequence[TracedParagraph]) -> Iterator[Passage]:
    """Join what stands in one cell of a table: narrow cells break their words over paragraphs."""
    place = Place(f"{TEMPLATES_FOLDER}/{row.template}")
    joined: list[TracedParagraph] = []
    for each in [*paragraphs, None]:
        same = each is not None and joined and each.cell is not None and each.cell == joined[-1].cell
        if joined and not (same and joined[-1].columns > 1):
            yield _passage(joined, place)
            joined = []
        if each is not None:
            joined.append(each)


def _passage(paragraphs: Sequence[TracedParagraph], place: Place) -> Passage:
    text, values = "", []
    for each in paragraphs:
        text += "\n" if text else ""
        values += [value.moved(len(text)) for value in each.values]
        text += each.text
    first = paragraphs[0]
    return Passage(text, place, f"{first.part}{first.place}", tuple(values), first.columns)


def _cells(campaign: Campaign) -> Iterator[Passage]:
    settings = campaign.settings
    for name, value in settings.values.items():
        if isinstance(value, str) and value.strip() and name in settings.places:
            yield Passage(value, settings.places[name])
    for phase in campaign.phases:
        yield from _of_record(phase.record)
    for group in campaign.rubric.groups:
        yield from _of_record(group.record, only=_FILLED_DOWN)
        for criterion in group.criteria:
            yield from _of_record(criterion.record, without=_FILLED_DOWN)
    for row in campaign.documents:
        yield from _of_record(row.record, only=("文书", "文件名"))


def _of_record(record: Record, only: Sequence[str] = (), without: Sequence[str] = ()) -> Iterator[Passage]:
    for column, value in record.values.items():
        if (
            isinstance(value, str)
            and value.strip()
            and (column in only or not only)
            and column not in without
        ):
            yield Passage(_without_tags(value), record.place(column))


def _without_tags(text: str) -> str:
    """Blank out the tags of a file name, so that what is found keeps its offsets."""
    try:
        tags = find_tags(text)
    except UnclosedTagError:
        return text
    for tag in tags:
        text = text[: tag.start] + " " * (tag.end - tag.start) + text[tag.end :]
    return text
