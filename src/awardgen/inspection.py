"""One write-up looked at by itself, for applicants who want to check before they hand in."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from awardgen.campaign import Campaign, WrittenText
from awardgen.checks.analyses import calendar_of
from awardgen.checks.writeups import length_findings, missing_deed_findings, time_findings
from awardgen.errors import AwardgenError
from awardgen.finding import Place
from awardgen.report.report import Inspection
from awardgen.workbook import decode_text, read_campaign, read_write_up_file
from awardgen.writeup import analyse

if TYPE_CHECKING:
    from datetime import date

    from awardgen.campaign import Settings, Window
    from awardgen.writeup import Calendar

STANDARD_INPUT = "-"
_TIP = "请到活动文件夹中运行，或者用 --window 2010-09-01..2011-06-30 指定起止日期。"


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What write-ups are held against."""

    settings: Settings
    window: Window
    reference: date
    calendar: Calendar


def inspect_file(file: str, yardstick: Yardstick) -> Inspection:
    """Look at one write-up (.docx, .txt, - for standard input). Raises AwardgenError where it cannot be read."""
    text = decode_text(sys.stdin.buffer.read()) if file == STANDARD_INPUT else read_write_up_file(Path(file))
    written = WrittenText(text, Place(file))
    write_up = analyse(text, yardstick.window, yardstick.reference, yardstick.calendar)
    findings = (
        *length_findings(written, write_up.length, yardstick.settings, None),
        *time_findings(written, write_up.mentions, yardstick.window, None),
        *missing_deed_findings(written, write_up.mentions, None),
    )
    return Inspection(file, text, write_up, findings)


def yardstick(folder: Path, window: Window | None, reference: date | None) -> Yardstick:
    """Return the yardstick of the campaign in the folder, with window and reference where they are given.

    A folder without a campaign serves where the window is given. Raises AwardgenError where it is not.
    """
    try:
        campaign = read_campaign(folder).campaign
    except AwardgenError as error:
        if window is None:
            raise AwardgenError(error.message, _TIP) from error
        campaign = Campaign()
    settings = campaign.settings
    window = window or settings.window
    if window is None:
        raise AwardgenError("活动设置中的事迹起始日期或截止日期没有填好。", _TIP)
    reference = reference or settings.reference or window.last_day
    return Yardstick(settings, window, reference, calendar_of(campaign.periods))
