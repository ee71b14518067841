from __future__ import annotations

from pathlib import Path

import click

from awardgen.commands.options import OK


@click.command(help="新建活动文件夹：空的工作簿（带下拉列表）和全套模板。")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@click.option("--sample", is_flag=True, help="改为放入2010年活动的完整示例。")
def init(folder: Path, *, sample: bool) -> int:
    """Create a campaign folder."""
    from awardgen.workbook import create_campaign

    create_campaign(folder, sample=sample)
    click.echo(f"已建好活动文件夹：{folder}")
    click.echo("下一步：用Excel填写data/活动设置.xlsx，再运行 awardgen check。")
    return OK
