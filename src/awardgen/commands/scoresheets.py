from __future__ import annotations

from typing import TYPE_CHECKING

import click

from awardgen.commands.options import OK, alone_in

if TYPE_CHECKING:
    from pathlib import Path


@click.command(help="给每位评委做一个评分表（Excel），放在output/评分表/。")
@click.pass_obj
def scoresheets(folder: Path) -> int:
    """Write a workbook for each judge."""
    from awardgen import collecting

    with alone_in(folder):
        sheets = collecting.write_score_sheets(folder)
    for path, is_new_version in sheets:
        note = "（原来的一份填过或改过，没有覆盖）" if is_new_version else ""
        click.echo(f"  {path.relative_to(folder)}{note}")
    click.echo(f"评分表：{len(sheets)}份。评委填好后，用 awardgen collect 收回。")
    return OK
