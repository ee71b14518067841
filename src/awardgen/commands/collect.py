from __future__ import annotations

from pathlib import Path

import click

from awardgen.commands.options import HAS_ERRORS, OK, alone_in, format_option, print_json


@click.command(help="收回交来的申报表、事迹材料和评分表（文件、文件夹或压缩包），填进工作簿。")
@click.argument("paths", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--group", metavar="工会小组", help="表上和文件夹名都看不出工会小组时，就用这一个。")
@click.option(
    "--take",
    metavar="form",
    type=click.Choice(["form"]),
    help="表与工作簿不同时，以表为准（工作簿原样留作备份）。",
)
@click.option("--dry-run", is_flag=True, help="只说明会怎样，不写任何文件。")
@format_option
@click.pass_obj
def collect(  # noqa: PLR0913 - the options of the command
    folder: Path, *, paths: tuple[Path, ...], group: str | None, take: str | None, dry_run: bool, form: str
) -> int:
    """Read returned forms back into the workbook."""
    from datetime import datetime

    from awardgen import collecting

    wishes = collecting.Wishes(group, takes_forms=take == "form", is_dry_run=dry_run)
    with alone_in(folder):
        collection = collecting.collect(folder, paths, wishes, datetime.now().astimezone())
    if form == "json":
        from awardgen.report.jsonable import collect_report

        print_json(collect_report(collection, is_dry_run=dry_run))
    else:
        from awardgen.report.collection import print_collection

        print_collection(collection, is_dry_run=dry_run)
    return HAS_ERRORS if collection.has_errors else OK
