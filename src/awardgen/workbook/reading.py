"""The folder of a campaign → the domain, and everything that was wrong in its cells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from awardgen.campaign import ArchiveSettings, Campaign
from awardgen.catalogue import tables
from awardgen.collector import all_is_kept
from awardgen.errors import AwardgenError
from awardgen.finding import Place
from awardgen.workbook import campaign_sheets as rows
from awardgen.workbook import declared_campaign as declared
from awardgen.workbook.declared_entries import (
    APPLICATION_WORKBOOK,
    application_sheet,
)
from awardgen.workbook.entries import applications_from
from awardgen.workbook.files import WorkbookUnreadableError, find_workbook, open_workbook
from awardgen.workbook.identities import KnownNames, KnownNumbers
from awardgen.workbook.neighbours import report_neighbours
from awardgen.workbook.reader import Reader
from awardgen.workbook.settings_sheet import (
    no_settings,
    read_archive_settings,
    read_settings,
    usual_archive_values,
)
from awardgen.workbook.similar import report_unread
from awardgen.workbook.unfinished_reading import UnfinishedReading

if TYPE_CHECKING:
    from pathlib import Path

    from awardgen.campaign import Application, Award, Record, RuleSetting
    from awardgen.workbook.ahead import OpenedAhead
    from awardgen.workbook.declaration import Sheet
    from awardgen.workbook.files import Book
    from awardgen.workbook.unfinished_reading import Reading


_MANY = 400_000


def promises_many(folder: Path) -> bool:
    """Tell by the size of 申报 whether there will be some hundred write-ups: a kilobyte each, as it is zipped."""
    path = find_workbook(folder, APPLICATION_WORKBOOK.name)
    try:
        return path is not None and path.stat().st_size > _MANY
    except OSError:
        return False


def read_campaign(folder: Path) -> Reading:
    """Read the workbooks and write-ups of a campaign folder; raise what `begin_reading` does."""
    return begin_reading(folder).finish()


def begin_reading(folder: Path, ahead: OpenedAhead | None = None) -> UnfinishedReading:
    """Read all of a campaign folder but the scores. ahead: may have begun to open 申报.

    Raises AwardgenError where there is no 活动设置 workbook or it cannot be opened.
    """
    path = find_workbook(folder, declared.CAMPAIGN_WORKBOOK.name)
    if path is None:
        raise AwardgenError(
            f"{folder}不是活动文件夹：没有找到data/活动设置.xlsx。",
            "请在活动文件夹中运行，或者用 -C 指明它；要新建一个，请用 awardgen init。",
        )
    try:
        book = open_workbook(folder, path)
    except WorkbookUnreadableError as problem:
        raise AwardgenError(
            f"{path.name}打不开：{problem.why}。",
            problem.hint,
        ) from problem
    reader = Reader(folder)
    report_neighbours(folder, path, declared.CAMPAIGN_WORKBOOK.name, reader.findings)
    with all_is_kept():
        campaign = _read_settings_workbook(book, reader)
        awards, applications = _read_applications(campaign.awards, reader, ahead)
        groups = KnownNames(each.name for each in campaign.groups)
        applications = tuple(
            each if (group := groups.spelled(each.group)) == each.group else replace(each, group=group)
            for each in applications
        )
        judges = tuple(replace(each, group=groups.spelled(each.group)) for each in campaign.judges)
        campaign = replace(campaign, awards=awards, applications=applications, judges=judges)
        return UnfinishedReading(campaign, reader, KnownNumbers(each.number for each in applications))


def read_rule_settings(folder: Path) -> tuple[RuleSetting, ...]:
    """Read only the sheet 检查规则 of a campaign folder; none where there is no campaign or it cannot be read."""
    path = find_workbook(folder, declared.CAMPAIGN_WORKBOOK.name)
    if path is None:
        return ()
    try:
        book = open_workbook(folder, path)
    except WorkbookUnreadableError:
        return ()
    return rows.rule_settings_from(Reader(folder).table(book, declared.CHECK_RULES).records)


def _read_settings_workbook(book: Book, reader: Reader) -> Campaign:
    for sheet in declared.CAMPAIGN_WORKBOOK.sheets:
        if sheet.required and book.find(sheet.name) is None:
            place = Place(book.file, sheet.name)
            reader.findings.append(tables.SHEET_MISSING.at(place, f"活动设置缺少工作表“{sheet.name}”。"))
    settings = no_settings()
    if found := book.find(declared.BASICS.name):
        settings, headers = read_settings(found, book.file, reader.findings)
        reader.headers[declared.BASICS.name] = headers
    archive = ArchiveSettings(usual_archive_values())
    if found := book.find(declared.ARCHIVE.name):
        archive, headers = read_archive_settings(found, book.file, reader.findings)
        reader.headers[declared.ARCHIVE.name] = headers

    report_unread(book, declared.CAMPAIGN_WORKBOOK.sheets, reader.findings)

    def records(sheet: Sheet) -> tuple[Record, ...]:
        return reader.table(book, sheet).records

    return Campaign(
        settings=settings,
        awards=rows.awards_from(records(declared.AWARDS), reader.findings),
        phases=rows.phases_from(records(declared.PHASES)),
        rubric=rows.rubric_from(records(declared.RUBRIC)),
        groups=rows.groups_from(records(declared.GROUPS), reader.findings),
        judges=rows.judges_from(records(declared.JUDGES), reader.findings),
        documents=rows.documents_from(records(declared.DOCUMENTS), reader.findings),
        settlements=rows.settlements_from(records(declared.SETTLEMENTS)),
        stroke_references=rows.stroke_references_from(records(declared.RARE_CHARACTERS)),
        periods=rows.periods_from(records(declared.CALENDAR), reader.findings),
        rule_settings=rows.rule_settings_from(records(declared.CHECK_RULES)),
        archive=archive,
    )


def _read_applications(
    awards: tuple[Award, ...], reader: Reader, ahead: OpenedAhead | None
) -> tuple[tuple[Award, ...], tuple[Application, ...]]:
    """Return the awards with the columns of their sheets, and the applications."""
    book = reader.later_book(APPLICATION_WORKBOOK, ahead)
    if book is None:
        return awards, ()
    names = tuple(award.short_name for award in awards)
    report_unread(book, [application_sheet(each.short_name, each.kind) for each in awards], reader.findings)
    read: list[Award] = []
    listed: list[tuple[Award, Record]] = []
    for award in awards:
        sheet = application_sheet(award.short_name, award.kind)
        table = reader.later_table(book, sheet)
        if not table.records:
            reader.report_not_reached(book, sheet.name, names)
        read.append(replace(award, columns=table.headers))
        listed += [(read[-1], record) for record in table.records]
    return tuple(read), applications_from(listed, reader.folder, reader.findings)
