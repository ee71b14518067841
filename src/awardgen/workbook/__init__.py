"""Sheets ⇄ domain. One declaration of columns serves reading, writing and the manual."""

from awardgen.workbook.declaration import Column, Sheet, Type, Workbook
from awardgen.workbook.declared_campaign import BASICS, CAMPAIGN_WORKBOOK
from awardgen.workbook.declared_entries import (
    APPLICATION_WORKBOOK,
    BONUS_EVIDENCE,
    SCORE_WORKBOOK,
    application_sheet,
    score_sheet,
)
from awardgen.workbook.manual import manual_tables
from awardgen.workbook.readers import typed_value
from awardgen.workbook.reading import Reading, read_campaign, read_rule_settings
from awardgen.workbook.starter import create_campaign
from awardgen.workbook.starter_rows import AWARD_ROWS, DOCUMENT_ROWS
from awardgen.workbook.writeup_files import decode_text, read_write_up_file, without_blank_end
from awardgen.workbook.writing import Content, write_campaign, write_workbook

__all__ = [
    "APPLICATION_WORKBOOK",
    "AWARD_ROWS",
    "BASICS",
    "BONUS_EVIDENCE",
    "CAMPAIGN_WORKBOOK",
    "DOCUMENT_ROWS",
    "SCORE_WORKBOOK",
    "Column",
    "Content",
    "Reading",
    "Sheet",
    "Type",
    "Workbook",
    "application_sheet",
    "create_campaign",
    "decode_text",
    "manual_tables",
    "read_campaign",
    "read_rule_settings",
    "read_write_up_file",
    "score_sheet",
    "typed_value",
    "without_blank_end",
    "write_campaign",
    "write_workbook",
]
