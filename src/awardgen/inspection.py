"""One write-up looked at by itself, for applicants who want to check before they hand in."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from awardgen.campaign import Settings, WrittenText
from awardgen.checks.writeups import length_findings, time_findings
from awardgen.errors import AwardgenError
from awardgen.finding import Place
from awardgen.workbook import decode_text, read_campaign, read_write_up_file
from awardgen.writeup import analyse

if TYPE_CHECKING:
    from datetime import date

    from awardgen.campaign import Window
    from awardgen.finding import Finding
    from awardgen.writeup import WriteUp

STANDARD_INPUT = "-"
_TIP = "请到活动文件夹中运行，或者用 --window 2010-09-01..2011-06-30 指定起止日期。"


@dataclass(frozen=True, slots=True)
class Inspection:
    """A write-up's text, its analysis and what is wrong with it. file: as it was named."""

    file: str
    text: str
    write_up: WriteUp
    findings: tuple[Finding, ...]


def inspect_file(file: str, settings: Settings) -> Inspection:
    """Look at one write-up (.docx, .txt, - for standard input).

    settings: from `inspection_settings`. Raises AwardgenError where the file cannot be read.
    """
    if settings.window is None:
        raise AwardgenError("活动设置中的事迹起始日期或截止日期没有填好。", _TIP)
    text = decode_text(sys.stdin.buffer.read()) if file == STANDARD_INPUT else read_write_up_file(Path(file))
    written = WrittenText(text, Place(file))
    findings = (*length_findings(written, settings, None), *time_findings(written, settings, None))
    reference = settings.reference or settings.window.last_day
    return Inspection(file, text, analyse(text, settings.window, reference), findings)


def inspection_settings(folder: Path, window: Window | None, reference: date | None) -> Settings:
    """Return the settings of the campaign in the folder, with window and reference where they are given.

    A folder without a campaign serves where the window is given. Raises AwardgenError where it is not.
    """
    try:
        settings = read_campaign(folder).campaign.settings
    except AwardgenError as error:
        if window is None:
            raise AwardgenError(error.message, _TIP) from error
        settings = Settings()
    window = window or settings.window
    reference = reference or settings.reference or (window.last_day if window else None)
    return replace(settings, window=window, reference=reference)
