from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from awardgen.commands.options import OK, jobs_option

if TYPE_CHECKING:
    from pathlib import Path

    from awardgen.serving import Address


@click.command(help="在浏览器里看报告；保存工作簿或模板后自动重新生成。")
@click.option("--port", type=click.IntRange(0, 65535), metavar="端口", help="不写就从8765起找一个空的。")
@click.option(
    "--host", metavar="地址", help="也让别的电脑看：写这台电脑的地址；网址里带有口令，不要转给外人。"
)
@click.option("--open/--no-open", "opens", default=True, help="打不打开浏览器，不写这项就打开。")
@jobs_option
@click.pass_obj
def serve(folder: Path, *, port: int | None, host: str | None, opens: bool, jobs: int | None) -> int:
    """Serve the report until Ctrl-C."""
    from awardgen.errors import AwardgenError
    from awardgen.layout import DATA_FOLDER
    from awardgen.means import Means
    from awardgen.serving import serve as serve_campaign

    if not (folder / DATA_FOLDER).is_dir():
        raise AwardgenError(f"{folder}中没有data文件夹。", "请到活动文件夹中运行，或者用 -C 指定活动文件夹。")

    def opened(address: Address) -> None:
        click.echo(f"报告在 {address.url} ，按 Ctrl+C 结束。")
        if opens and _has_screen():
            click.launch(address.url)

    try:
        serve_campaign(folder, host, port, tell=click.echo, opened=opened, means=Means(jobs))
    except KeyboardInterrupt:
        click.echo("已结束。")
    return OK


def _has_screen() -> bool:
    """Say whether a browser can show itself, and none takes over the terminal instead."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
