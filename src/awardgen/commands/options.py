"""What several commands share: their options, the kinds of values these take, the exit status, JSON on stdout."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from awardgen.campaign import Window

OK, HAS_ERRORS, COULD_NOT_RUN = 0, 1, 2

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="输出格式：text给人看，json给程序用。",
)
jobs_option = click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="用几个进程；不写时每个处理器核心一个。"
)
page_option = click.option(
    "--page/--no-page", default=True, help="写不写报告页output/报告.html，不写这项就写。"
)
strict_option = click.option("--strict", is_flag=True, help="警告也算错误。")


class DayType(click.ParamType[date]):
    """A day written as 2011-06-30."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """Read the day, or tell how it is written."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail("日期请写成2011-06-30的样子。", param, ctx)


class WindowType(click.ParamType["Window"]):
    """A window written as 2010-09-01..2011-06-30."""

    name = "起始日期..截止日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Window:  # noqa: ANN401
        """Read the window, or tell how it is written."""
        from awardgen.campaign import Window

        if isinstance(value, Window):
            return value
        first, _, last = str(value).partition("..")
        try:
            return Window(date.fromisoformat(first.strip()), date.fromisoformat(last.strip()))
        except ValueError:
            self.fail("请写成2010-09-01..2011-06-30的样子，前一天不晚于后一天。", param, ctx)


def alone_in(folder: Path, output: str | None = None) -> AbstractContextManager[None]:
    """Hold a campaign for one run; whoever waits for another is told so."""
    from awardgen import campaign_lock

    return campaign_lock.alone_in(folder, lambda text: click.echo(text, err=True), output=output)


def print_json(content: Mapping[str, Any]) -> None:
    """Print JSON, for programs."""
    # What is not ASCII is escaped where the console could not show it, so the JSON stays valid anywhere.
    is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    from awardgen.report.jsonable import json_lines

    sys.stdout.writelines(json_lines(content, only_ascii=not is_utf8))
    sys.stdout.flush()
