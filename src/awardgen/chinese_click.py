"""click in Chinese: help pages and usage errors as staff read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable


class ChineseUsageError(click.UsageError):
    """A usage error whose message is ours."""


def usage_message(error: click.ClickException) -> str:  # noqa: PLR0911 - one message for each kind of error
    """Return a usage error in Chinese."""
    if isinstance(error, click.NoSuchOption):
        return f"没有选项“{error.option_name}”{_nearest(error.possibilities)}。"
    if isinstance(error, click.MissingParameter):
        return f"缺少{_name(error.param)}。"
    if isinstance(error, click.BadParameter) and error.param and isinstance(error.param.type, click.Choice):
        return f"{_name(error.param)}只能是：{'、'.join(map(str, error.param.type.choices))}。"
    if isinstance(error, click.BadParameter):
        return f"{_name(error.param)}不能这样写：{error.message}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项“{error.option_name}”的用法不对，或者缺少它的值。"
    if isinstance(error, click.BadArgumentUsage):
        return "参数的用法不对。"
    if isinstance(error, click.FileError):
        return f"打不开文件“{error.ui_filename}”。"
    return (
        error.format_message() if isinstance(error, ChineseUsageError) else "命令的写法不对，或者多写了内容。"
    )


def _nearest(possibilities: Iterable[str] | None) -> str:
    found = list(possibilities or ())
    return f"，是不是“{'”或“'.join(found)}”" if found else ""


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "参数"
    if isinstance(parameter, click.Option):
        return f"选项“{parameter.opts[-1]}”"
    return f"参数“{parameter.human_readable_name}”"


class ChineseCommand(click.Command):
    """A command whose help page is Chinese."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这一页说明。"
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[选项]…")
        formatter.write_usage(ctx.command_path, pieces, prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [
            record for each in self.get_params(ctx) if (record := each.get_help_record(ctx)) is not None
        ]
        if records:
            with formatter.section("选项"):
                formatter.write_dl(records)


class ChineseGroup(ChineseCommand, click.Group):
    """A group of commands whose help page is Chinese, listed in the order of a campaign."""

    command_class = ChineseCommand

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        rows = [(name, command.get_short_help_str(80)) for name, command in self.commands.items()]
        with formatter.section("命令"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in self.commands and not name.startswith("-"):
            known = "、".join(self.commands)
            message = f"没有命令“{name}”，可用的命令有：{known}。"
            raise ChineseUsageError(message, ctx)
        return super().resolve_command(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        del ctx
        return ["[选项]", "命令", "[参数]…"]
