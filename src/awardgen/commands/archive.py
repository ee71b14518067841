from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from awardgen.commands.options import HAS_ERRORS, OK, DayType, alone_in, format_option, print_json

if TYPE_CHECKING:
    from datetime import date


@click.command(help="把办完的活动做成一个归档包：签章件、文书、PDF/A、归档文件目录、校验值。")
@click.option(
    "--to",
    metavar="文件夹",
    required=True,
    type=click.Path(path_type=Path),
    help="归档包的文件夹，要是新的；已有的归档包从不覆盖。",
)
@click.option(
    "--date",
    "day",
    metavar="日期",
    type=DayType(),
    help="归档日期，不写时用工作表“归档”中的，再没有就是今天。",
)
@click.option("--zip", "as_zip", is_flag=True, help="同时压缩成一个文件，放在归档包旁边。")
@click.option("--with-findings", is_flag=True, help="有错误也归档，错误记在包里。")
@format_option
@click.pass_obj
def archive(  # noqa: PLR0913 - the options of the command
    folder: Path, *, to: Path, day: date | None, as_zip: bool, with_findings: bool, form: str
) -> int:
    """Freeze the campaign."""
    from awardgen.archiving import archive as archive_campaign
    from awardgen.report.archive import archive_json, print_archived
    from awardgen.report.progress import progress_for_terminal

    with alone_in(folder):
        archived = archive_campaign(
            folder,
            to,
            day=day,
            as_zip=as_zip,
            with_findings=with_findings,
            progress=progress_for_terminal(),
        )
    if form == "json":
        print_json(archive_json(archived))
    else:
        print_archived(archived)
    return HAS_ERRORS if archived.has_errors else OK
