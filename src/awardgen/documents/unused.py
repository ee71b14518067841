"""What nothing uses: columns that staff added, and templates that no row of 文书 names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgen.catalogue import documents as kinds
from awardgen.documents.filters import FILTERS
from awardgen.documents.templates import template_place
from awardgen.finding import Place
from awardgen.layout import TEMPLATES_FOLDER
from awardgen.rendering import TemplateError, compile_condition, compile_pattern, tag_name
from awardgen.workbook import BASICS, application_sheet
from awardgen.workbook.declared_campaign import AWARDS, GROUPS, JUDGES, PHASES, RUBRIC

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from awardgen.campaign import Campaign, Record
    from awardgen.documents.templates import Templates
    from awardgen.finding import Finding
    from awardgen.workbook import Sheet

# Whoever asks a row for all that it holds uses every column.
_EVERY_COLUMN: Final = {"items", "keys", "values", "dictsort", "list"}


def unused_findings(folder: Path, campaign: Campaign, templates: Templates) -> Iterator[Finding]:
    """Yield what nothing uses, where everything can be read that might."""
    named = {row.template for row in campaign.documents}
    for path in sorted((folder / TEMPLATES_FOLDER).rglob("*.docx")):
        name = path.relative_to(folder / TEMPLATES_FOLDER).as_posix()
        if campaign.documents and name not in named and not path.name.startswith(("~$", ".")):
            yield kinds.TEMPLATE_UNUSED.at(template_place(name), f"工作表“文书”里没有一行用“{name}”。")
    used = _names_used(campaign, templates)
    if used is None or not _EVERY_COLUMN.isdisjoint(used):
        return
    for header, place in _own_columns(campaign):
        if tag_name(header) not in used:
            message = f"“{header}”没有用在任何模板、条件或文件名里。"
            yield kinds.COLUMN_UNUSED.at(place, message, excerpt=header)


def _names_used(campaign: Campaign, templates: Templates) -> set[str] | None:
    """Return every name that is written anywhere; None where something cannot be read."""
    rows = campaign.documents
    if not rows or any(row.template not in templates.usable for row in rows):
        return None
    used: set[str] = set()
    for template in templates.usable.values():
        used |= template.names | template.attributes | template.texts
    try:
        for row in rows:
            condition, pattern = (
                compile_condition(row.condition, FILTERS),
                compile_pattern(row.file_name, FILTERS),
            )
            used |= condition.names | condition.attributes | pattern.names | pattern.attributes
    except TemplateError:
        return None
    return used


def _own_columns(campaign: Campaign) -> Iterator[tuple[str, Place]]:
    """Yield the columns that staff added, and that are not empty, with their header cells."""
    declared = {each.header for each in BASICS.settings}
    for name, place in campaign.settings.places.items():
        if name not in declared and campaign.settings.values.get(name) is not None:
            yield name, place
    sheets: list[tuple[Sheet, Sequence[Record]]] = [
        (AWARDS, [each.record for each in campaign.awards]),
        (PHASES, [each.record for each in campaign.phases]),
        (RUBRIC, [criterion.record for each in campaign.rubric.groups for criterion in each.criteria]),
        (GROUPS, [each.record for each in campaign.groups]),
        (JUDGES, [each.record for each in campaign.judges]),
    ]
    for award in campaign.awards:
        records = [each.record for each in campaign.applications_for(award)]
        sheets.append((application_sheet(award.short_name, award.kind), records))
    for sheet, rows in sheets:
        if rows:
            source = rows[0].source
            for header, letters in source.columns.items():
                is_filled = any(each.values.get(header) is not None for each in rows)
                if header not in sheet.headers and is_filled:
                    yield header, Place(source.file, source.sheet, f"{letters}{source.header_row}", header)
