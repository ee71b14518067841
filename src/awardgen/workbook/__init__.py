"""Sheets ⇄ domain. One declaration of columns serves reading, writing and the manual."""

from awardgen.workbook.ahead import OpenedAhead
from awardgen.workbook.cells import Cell, Grid, clean, column_letters, label_key, squeeze
from awardgen.workbook.cells import text_of as cell_text
from awardgen.workbook.declaration import Column, Sheet, Type, Workbook
from awardgen.workbook.declared_campaign import ARCHIVE, BASICS, CAMPAIGN_WORKBOOK
from awardgen.workbook.declared_entries import (
    APPLICATION_WORKBOOK,
    BONUS_EVIDENCE,
    SCORE_WORKBOOK,
    application_sheet,
    score_sheet,
)
from awardgen.workbook.declared_settings import CATALOGUE_2000
from awardgen.workbook.files import WorkbookUnreadableError, open_workbook
from awardgen.workbook.manual import manual_tables
from awardgen.workbook.positions import SheetPosition, positions_of
from awardgen.workbook.readers import typed_score, typed_value
from awardgen.workbook.reading import begin_reading, promises_many, read_campaign, read_rule_settings
from awardgen.workbook.starter import create_campaign
from awardgen.workbook.starter_rows import AWARD_ROWS, DOCUMENT_ROWS
from awardgen.workbook.unfinished_reading import Reading, ReadScores, UnfinishedReading
from awardgen.workbook.writeup_files import decode_text, read_write_up_file, without_blank_end
from awardgen.workbook.writeups import WRITE_UP_FOLDER
from awardgen.workbook.writing import Content, write_campaign, write_workbook

__all__ = [
    "APPLICATION_WORKBOOK",
    "ARCHIVE",
    "AWARD_ROWS",
    "BASICS",
    "BONUS_EVIDENCE",
    "CAMPAIGN_WORKBOOK",
    "CATALOGUE_2000",
    "DOCUMENT_ROWS",
    "SCORE_WORKBOOK",
    "WRITE_UP_FOLDER",
    "Cell",
    "Column",
    "Content",
    "Grid",
    "OpenedAhead",
    "ReadScores",
    "Reading",
    "Sheet",
    "SheetPosition",
    "Type",
    "UnfinishedReading",
    "Workbook",
    "WorkbookUnreadableError",
    "application_sheet",
    "begin_reading",
    "cell_text",
    "clean",
    "column_letters",
    "create_campaign",
    "decode_text",
    "label_key",
    "manual_tables",
    "open_workbook",
    "positions_of",
    "promises_many",
    "read_campaign",
    "read_rule_settings",
    "read_write_up_file",
    "score_sheet",
    "squeeze",
    "typed_score",
    "typed_value",
    "without_blank_end",
    "write_campaign",
    "write_workbook",
]
