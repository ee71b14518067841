"""The commands, their options and their exit status; the one place that catches AwardgenError.

pandas, docx and rich are loaded inside the commands that need them, so that `--help` answers at once.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from awardgen import __version__
from awardgen.chinese_click import ChineseGroup, usage_message
from awardgen.errors import AwardgenError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.campaign import Window
    from awardgen.report.report import Report

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


@cli.command(help="新建活动文件夹：空的工作簿（带下拉列表）和全套模板。")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@click.option("--sample", is_flag=True, help="改为放入2010年活动的完整示例。")
def init(folder: Path, *, sample: bool) -> int:
    """Create a campaign folder."""
    from awardgen.workbook import create_campaign

    create_campaign(folder, sample=sample)
    click.echo(f"已建好活动文件夹：{folder}")
    click.echo("下一步：用Excel填写data/活动设置.xlsx，再运行 awardgen check。")
    return OK


@cli.command(help="检查表格、事迹材料、评分和模板，批注副本写到output/检查/。")
@strict_option
@click.option("--all", "every_info", is_flag=True, help="提示也逐条列出；不写时多了只列条数。")
@jobs_option
@format_option
@click.pass_obj
def check(folder: Path, *, strict: bool, every_info: bool, jobs: int | None, form: str) -> int:
    """Find what is wrong."""
    from awardgen import pipeline
    from awardgen.report.progress import progress_for_terminal

    means = pipeline.Means(jobs, progress=progress_for_terminal())
    report = pipeline.check(folder, strict=strict, copies=True, means=means)
    if form == "json":
        from awardgen.report.jsonable import check_report

        _print_json(check_report(report))
    else:
        from awardgen.report.text import print_check

        print_check(report, every_info=every_info)
    return HAS_ERRORS if report.has_errors else OK


@cli.command(help="检查，然后生成文书。写出文书名称时只生成这些文书。")
@click.argument("documents", metavar="[文书]…", nargs=-1)
@click.option("--only", "numbers", metavar="编号", multiple=True, help="只生成这个编号的文书，可以写几次。")
@strict_option
@click.option("--force", is_flag=True, help="覆盖手工修改过的文书（原件移到output/.手改/）。")
@jobs_option
@click.option("--cluster", metavar="地址", help="在Dask集群上生成，地址形如tcp://主机:8786。")
@click.option(
    "--output", metavar="文件夹或网址", help="文书写到这里，而不是output/；集群的各台机器都要能写。"
)
@format_option
@click.pass_obj
def build(  # noqa: PLR0913 - the options of the command
    folder: Path,
    *,
    documents: tuple[str, ...],
    numbers: tuple[str, ...],
    strict: bool,
    force: bool,
    jobs: int | None,
    cluster: str | None,
    output: str | None,
    form: str,
) -> int:
    """Check and write the documents."""
    from awardgen.unchanged import report_if_nothing_changed

    report = None
    if not (documents or numbers or force):
        report = report_if_nothing_changed(folder, output, strict=strict)
    if report is None:
        report = _build(
            folder, documents, numbers, strict=strict, force=force, jobs=jobs, cluster=cluster, output=output
        )
    if form == "json":
        from awardgen.report.jsonable import build_report

        _print_json(build_report(report))
    else:
        from awardgen.report.text import print_build

        print_build(report)
    return HAS_ERRORS if report.has_errors else OK


def _build(  # noqa: PLR0913 - the options of the command
    folder: Path,
    documents: tuple[str, ...],
    numbers: tuple[str, ...],
    *,
    strict: bool,
    force: bool,
    jobs: int | None,
    cluster: str | None,
    output: str | None,
) -> Report:
    from awardgen import pipeline
    from awardgen.documents import Choice
    from awardgen.report.progress import progress_for_terminal

    choice = Choice(documents, numbers)
    means = pipeline.Means(jobs, cluster, progress_for_terminal())
    return pipeline.build(folder, choice, strict=strict, force=force, output=output, means=means)


@cli.command(help="查看一份事迹材料（.docx、.txt，-表示标准输入）的字数和时间。")
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

        _print_json(inspect_report(inspections))
    else:
        from awardgen.report.text import print_inspection

        for each in inspections:
            print_inspection(each)
    errors = any(found.severity is Severity.ERROR for each in inspections for found in each.findings)
    return HAS_ERRORS if errors else OK


@cli.command(help="收回交来的申报表和事迹材料（文件、文件夹或压缩包），填进申报.xlsx。")
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
    collection = collecting.collect(folder, paths, wishes, datetime.now().astimezone())
    if form == "json":
        from awardgen.report.jsonable import collect_report

        _print_json(collect_report(collection, is_dry_run=dry_run))
    else:
        from awardgen.report.collection import print_collection

        print_collection(collection, is_dry_run=dry_run)
    return HAS_ERRORS if collection.has_errors else OK


@cli.command(help="给每位评委做一个评分表（Excel），放在output/评分表/。")
@click.pass_obj
def scoresheets(folder: Path) -> int:
    """Write a workbook for each judge."""
    from awardgen import collecting

    sheets = collecting.write_score_sheets(folder)
    for path, is_new_version in sheets:
        note = "（原来的一份填过或改过，没有覆盖）" if is_new_version else ""
        click.echo(f"  {path.relative_to(folder)}{note}")
    click.echo(f"评分表：{len(sheets)}份。评委填好后，用 awardgen collect 收回。")
    return OK


@cli.command(help="说明一个代码（如AW101）的含义和处理办法；不写代码就列出全部代码。")
@click.argument("code", metavar="[代码]", required=False)
@click.pass_obj
def explain(folder: Path, code: str | None) -> int:
    """Explain a kind of finding, or list them all."""
    from awardgen.catalogue import KINDS
    from awardgen.catalogue.codes import nearest_kind, plain_code
    from awardgen.checks import levels_by_code
    from awardgen.report.explanation import print_explanation, print_kinds
    from awardgen.workbook import read_rule_settings

    if code is not None and plain_code(code) not in KINDS:
        near = nearest_kind(plain_code(code))
        meant = f"最接近的是{near.code}（{near.name}）。" if near else ""
        raise AwardgenError(f"没有代码“{code}”。", f"{meant}运行 awardgen explain 可列出全部代码。")
    levels = levels_by_code(read_rule_settings(folder))
    if code is None:
        print_kinds(KINDS.values(), levels)
    else:
        print_explanation(KINDS[plain_code(code)], levels)
    return OK


def _print_json(content: Mapping[str, Any]) -> None:
    # What is not ASCII is escaped where the console could not show it, so the JSON stays valid anywhere.
    is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    from awardgen.report.jsonable import json_lines

    sys.stdout.writelines(json_lines(content, only_ascii=not is_utf8))
    sys.stdout.flush()


def main() -> None:
    """Run the command line: every failure is one message and an exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A cp936 console lacks many characters (·, rare names); it shows a mark for them.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
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
    return status if isinstance(status, int) else OK


def _fail(error: AwardgenError, *, as_json: bool) -> int:
    if as_json:
        from awardgen.report.jsonable import error_report

        _print_json(error_report(error))
    click.echo(f"出错了：{error.message}", err=True)
    if error.tip:
        click.echo(error.tip, err=True)
    return COULD_NOT_RUN
