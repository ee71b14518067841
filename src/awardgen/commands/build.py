from __future__ import annotations

from contextlib import ExitStack
from functools import cache
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
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from awardgen.report.report import Report
    from awardgen.workers import Workers


@click.command(help="检查，然后生成文书。写出文书名称时只生成这些文书。")
@click.argument("documents", metavar="[文书]…", nargs=-1)
@click.option("--only", "numbers", metavar="编号", multiple=True, help="只生成这个编号的文书，可以写几次。")
@strict_option
@click.option("--pdf", is_flag=True, help="再做成PDF：每份文书旁边一份，output/打印/里按打印的次序合并。")
@click.option("--force", is_flag=True, help="覆盖手工修改过的文书（原件移到output/.手改/）。")
@jobs_option
@click.option("--cluster", metavar="地址", help="在Dask集群上生成，地址形如tcp://主机:8786。")
@click.option(
    "--output", metavar="文件夹或网址", help="文书写到这里，而不是output/；集群的各台机器都要能写。"
)
@page_option
@format_option
@click.pass_obj
def build(  # noqa: PLR0913 - the options of the command
    folder: Path,
    *,
    documents: tuple[str, ...],
    numbers: tuple[str, ...],
    strict: bool,
    pdf: bool,
    force: bool,
    jobs: int | None,
    cluster: str | None,
    output: str | None,
    page: bool,
    form: str,
) -> int:
    """Check and write the documents."""
    from awardgen.unchanged import begin

    if pdf:
        from awardgen.papers import refuse_what_cannot_print

        refuse_what_cannot_print()
    is_all = not (documents or numbers)
    with alone_in(folder, output):
        with ExitStack() as stack:
            team = cache(lambda: stack.enter_context(_called_together(jobs, cluster)))
            begun = begin(folder, output, strict=strict, team=team) if is_all and not force else None
            # Loaded only here: where something changed, a workbook is being opened beside it.
            from awardgen.papers import with_pdfs, without_old_pdfs

            show = _shown_as(form)
            report = begun.report_if_nothing_changed(page=page) if begun else None
            if report is not None and pdf and not report.print_sets:
                report = begun = None  # the last run did not have to know what is printed together
            if report is None:
                from awardgen import pipeline
                from awardgen.documents import Choice
                from awardgen.means import Means
                from awardgen.report.progress import progress_for_terminal

                report = pipeline.build(
                    folder,
                    Choice(documents, numbers),
                    strict=strict,
                    force=force,
                    output=output,
                    for_paper=pdf,
                    page=page,
                    means=Means(progress=progress_for_terminal(), team=team()),
                    begun=begun,
                )
        if pdf:
            report = with_pdfs(report, folder, output, is_all=is_all, force=force, strict=strict, jobs=jobs)
        else:
            report = without_old_pdfs(report, folder, output, is_all=is_all, strict=strict)
    show(report)
    return HAS_ERRORS if report.has_errors else OK


def _called_together(jobs: int | None, cluster: str | None) -> AbstractContextManager[Workers]:
    from awardgen.workers import workers  # a run without changes needs nobody

    return workers(jobs, cluster)


def _shown_as(form: str) -> Callable[[Report], None]:
    """Return what prints a report."""
    if form == "json":
        from awardgen.report.jsonable import build_report

        return lambda report: print_json(build_report(report))
    from awardgen.report.text import print_build

    return print_build
