from __future__ import annotations

from typing import TYPE_CHECKING

import click

from awardgen.commands.options import (
    HAS_ERRORS,
    OK,
    alone_in,
    format_option,
    jobs_option,
    page_option,
    print_json,
    strict_option,
)

if TYPE_CHECKING:
    from pathlib import Path


@click.command(help="检查表格、事迹材料、评分和模板，批注副本写到output/检查/。")
@strict_option
@click.option("--all", "every_info", is_flag=True, help="提示也逐条列出；不写时多了只列条数。")
@jobs_option
@page_option
@format_option
@click.pass_obj
def check(  # noqa: PLR0913 - the options of the command
    folder: Path, *, strict: bool, every_info: bool, jobs: int | None, page: bool, form: str
) -> int:
    """Find what is wrong."""
    from awardgen import pipeline
    from awardgen.means import Means
    from awardgen.report.progress import progress_for_terminal

    means = Means(jobs, progress=progress_for_terminal())
    with alone_in(folder):
        report = pipeline.check(folder, strict=strict, copies=True, page=page, means=means)
    if form == "json":
        from awardgen.report.jsonable import check_report

        print_json(check_report(report))
    else:
        from awardgen.report.text import print_check

        print_check(report, every_info=every_info)
    return HAS_ERRORS if report.has_errors else OK
