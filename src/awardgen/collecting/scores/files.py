"""The judges' workbooks in output/评分表/; one that was filled in there is never overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathvalidate import sanitize_filename

from awardgen.collecting.kept_files import replace_file
from awardgen.collecting.scores.sheets import score_sheets
from awardgen.errors import AwardgenError
from awardgen.layout import OUTPUT_FOLDER
from awardgen.workbook import read_campaign

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "评分表"


def write_score_sheets(folder: Path) -> list[tuple[Path, bool]]:
    """Write a workbook for each judge of a campaign; return its path, and whether it lies beside an older one.

    Raise AwardgenError where there are no judges, criteria or applications yet.
    """
    campaign = read_campaign(folder).campaign
    for what, is_there in (
        ("工作表“评委”还没有评委", any(judge.name for judge in campaign.judges)),
        ("工作表“评选细则”还没有评选标准", any(each.number for each in campaign.rubric.criteria)),
        ("申报.xlsx还没有申报", any(each.number for each in campaign.applications)),
    ):
        if not is_there:
            raise AwardgenError(f"做不了评分表：{what}。", "请先填好，再运行一次。")
    written: list[tuple[Path, bool]] = []
    for sheet in score_sheets(campaign):
        name = sanitize_filename(f"评分表-{sheet.judge}", platform="universal")
        path = folder / OUTPUT_FOLDER / FOLDER / f"{name}.xlsx"
        is_new_version = path.exists() and path.read_bytes() != sheet.content
        if is_new_version:
            path = path.with_name(f"{name}.新版.xlsx")
        replace_file(path, sheet.content)
        written.append((path, is_new_version))
    return written
