from __future__ import annotations

from typing import TYPE_CHECKING

import click

from awardgen.commands.options import HAS_ERRORS, OK, DayType, WindowType, format_option, print_json

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from awardgen.campaign import Window


@click.command(help="查看一份事迹材料（.docx、.txt，-表示标准输入）的字数和时间。")
@click.argument("files", metavar="文件…", nargs=-1, required=True)
@click.option("--window", type=WindowType(), help="事迹起止日期；不写就用活动设置中的。")
@click.option(
    "--reference", type=DayType(), help="今年、去年从这一天算起；不写就用活动设置中的申报截止日期。"
)
@format_option
@click.pass_obj
def inspect(
    folder: Path, *, files: tuple[str, ...], window: Window | None, reference: date | None, form: str
) -> int:
    """Look at write-ups one by one."""
    from awardgen.finding import Severity
    from awardgen.inspection import inspect_file, yardstick

    held_against = yardstick(folder, window, reference)
    inspections = [inspect_file(file, held_against) for file in files]
    if form == "json":
        from awardgen.report.jsonable import inspect_report

        print_json(inspect_report(inspections))
    else:
        from awardgen.report.text import print_inspection

        for each in inspections:
            print_inspection(each)
    errors = any(found.severity is Severity.ERROR for each in inspections for found in each.findings)
    return HAS_ERRORS if errors else OK
