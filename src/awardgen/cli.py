"""The command line: its commands, and their exit status; the one place that catches AwardgenError."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

import click

from awardgen import __version__
from awardgen.chinese_click import ChineseGroup, usage_message
from awardgen.commands.archive import archive
from awardgen.commands.build import build
from awardgen.commands.check import check
from awardgen.commands.collect import collect
from awardgen.commands.doctor import doctor
from awardgen.commands.explain import explain
from awardgen.commands.init import init
from awardgen.commands.inspect import inspect
from awardgen.commands.options import COULD_NOT_RUN, OK, print_json
from awardgen.commands.scoresheets import scoresheets
from awardgen.commands.serve import serve
from awardgen.commands.verify import verify
from awardgen.errors import AwardgenError


@click.group(cls=ChineseGroup, help="由三个Excel工作簿和一套Word模板，生成评选活动的全部文书。")
@click.option(
    "-C",
    "folder",
    metavar="活动文件夹",
    type=click.Path(path_type=Path),
    default=Path(),
    help="活动所在的文件夹，不写就是当前文件夹。",
)
@click.version_option(__version__, "--version", message="awardgen %(version)s", help="显示版本。")
@click.pass_context
def cli(context: click.Context, folder: Path) -> None:
    """Hold the campaign folder for the commands."""
    context.obj = folder


_COMMANDS = (init, check, build, inspect, collect, scoresheets, serve, archive, verify, doctor, explain)
for _command in _COMMANDS:
    cli.add_command(_command)


def main() -> None:
    """Run the command line: every failure is one message and an exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A cp936 console lacks many characters (·, rare names); it shows a mark for them.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    # Whoever ends the program ends what it started, too, as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    _leave(run(sys.argv[1:]))


def _leave(status: int) -> NoReturn:
    """End the process at once: to give back a million objects one by one takes a tenth of a run."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # nobody listens any more, of which Python knows best
        sys.exit(status)
    os._exit(status)


def run(arguments: list[str]) -> int:  # noqa: PLR0911 - an end a line
    """Run one command and return its exit status."""
    wants_json = "json" in arguments or "--format=json" in arguments
    try:
        status = cli.main(args=arguments, prog_name="awardgen", standalone_mode=False)
    except AwardgenError as error:
        return _fail(error, as_json=wants_json)
    except click.Abort:
        tip = "已写好的文书都是完整的；再运行一次就接着做完。"
        return _fail(AwardgenError("已中断。", tip), as_json=wants_json)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return OK
    except click.ClickException as error:
        tip = "用 awardgen --help 查看用法。"
        return _fail(AwardgenError(usage_message(error), tip), as_json=wants_json)
    except BrokenPipeError:  # whoever read the output has seen enough
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - Python flushes it at its end
        return COULD_NOT_RUN
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback is shown to staff
        from awardgen.unforeseen import as_message

        return _fail(as_message(error), as_json=wants_json)
    return status if isinstance(status, int) else OK


def _fail(error: AwardgenError, *, as_json: bool) -> int:
    if as_json:
        from awardgen.report.jsonable import error_report

        print_json(error_report(error))
    click.echo(f"出错了：{error.message}", err=True)
    if error.tip:
        click.echo(error.tip, err=True)
    return COULD_NOT_RUN
