"""Reports for a terminal, in Chinese."""

from __future__ import annotations

from collections import Counter
from itertools import groupby, islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from rich.control import strip_control_codes
from rich.markup import escape
from rich.segment import Segment, Segments
from rich.style import Style
from rich.text import Text

from awardgen.finding import Severity
from awardgen.publishing import Status
from awardgen.report.console import STYLES, terminal
from awardgen.report.labels import STATUS_LABELS, VERDICT_LABELS
from awardgen.writeup import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console

    from awardgen.finding import Finding
    from awardgen.office.diagnosis import Check
    from awardgen.publishing import PublishedDocument
    from awardgen.report.report import Inspection, Report

_VERDICT_STYLES = {
    Verdict.INSIDE: "green",
    Verdict.OUTSIDE: "bold red",
    Verdict.STRADDLES: "yellow",
    Verdict.BACKGROUND: "blue",
}

_BOLD = Style(bold=True)
_DIM = Style(dim=True)
_AT_ONCE = 10_000

MOST_INFOS = 3
"""Of more infos of one kind than this about one sheet only the number is told."""


def print_check(report: Report, *, every_info: bool = False) -> None:
    """Print what `check` found, by workbook and sheet. every_info: also one by one what asks for nothing."""
    console = terminal()
    print_findings(console, report.findings, every_info=every_info)
    _print_counts(console, report)
    _print_copies(console, report.copies)
    _print_page(console, report)


def print_build(report: Report) -> None:
    """Print what `build` found, what it wrote, and what it did not."""
    console = terminal()
    print_findings(console, report.findings)
    _print_documents(console, report.documents)
    _print_paper(console, report)
    _print_counts(console, report)
    _print_page(console, report)


def print_doctor(checks: Sequence[Check]) -> None:
    """Print what making PDFs needs, what of it is missing, and how to get all that with one command."""
    console = terminal()
    for each in checks:
        mark = Text("有　", style="green") if each.is_there else Text("缺　", style=STYLES[Severity.ERROR])
        console.print(Text.assemble(mark, (each.name, "bold"), f"　{each.found}"))
    missing = [each for each in checks if not each.is_there]
    for advice in dict.fromkeys(each.advice for each in missing):
        console.print(Text(advice))
    if not missing:
        console.print(Text("都齐了：build --pdf 和 archive 可以用，页数在每台这样的机器上都一样。"))


def print_inspection(inspection: Inspection) -> None:
    """Print a write-up with its time mentions marked, its 字数, and what is wrong with it."""
    console = terminal()
    console.print(Text(f"{inspection.file}　{inspection.write_up.length}字", style="bold"))
    console.print(_marked(inspection))
    for mention in inspection.write_up.mentions:
        verdict, style = VERDICT_LABELS[mention.verdict], _VERDICT_STYLES[mention.verdict]
        days = (
            f"{mention.first_day}"
            if mention.first_day == mention.last_day
            else f"{mention.first_day}至{mention.last_day}"
        )
        console.print(Text.assemble("  ", (mention.text, style), f"　{days}　{verdict}"))
    print_findings(console, inspection.findings)


def _marked(inspection: Inspection) -> Text:
    text = Text(inspection.text)
    for mention in inspection.write_up.mentions:
        text.stylize(_VERDICT_STYLES[mention.verdict] + " underline", mention.start, mention.end)
    return text


def _where(finding: Finding) -> str:
    place = finding.place
    return " ".join(part for part in (place.file, f"工作表“{place.sheet}”" if place.sheet else "") if part)


def print_findings(console: Console, findings: Sequence[Finding], *, every_info: bool = False) -> None:
    """Print findings by workbook and sheet."""
    for where, of_sheet in groupby(sorted(findings, key=_order), key=_where):
        console.print(Text(where or "其他", style="bold"))
        here = list(of_sheet)
        infos = Counter(finding.kind for finding in here if finding.severity is Severity.INFO)
        counted = {kind: count for kind, count in infos.items() if count > MOST_INFOS and not every_info}
        listed = [each for each in here if each.severity is not Severity.INFO or each.kind not in counted]
        segments = _listed(listed)
        while block := tuple(islice(segments, _AT_ONCE)):
            console.print(Segments(block))
        # Infos ask for nothing, and many of one kind must not bury what does.
        label = (Severity.INFO.label, STYLES[Severity.INFO])
        for kind, count in counted.items():
            console.print(Text.assemble("  ", label, f" {kind.code} {kind.name}：{count}处"))
        console.print()


def finding_line(finding: Finding) -> str:
    """Return a finding as one line of plain text: how much it weighs, its code, where it is, and what it says."""
    place = finding.place
    at = (_where(finding), place.cell, place.column, finding.applicant)
    said = (finding.severity.label, finding.kind.code, *at, finding.message)
    return strip_control_codes(" ".join(part for part in said if part).replace("\n", " "))


def _advice(finding: Finding) -> str:
    """Return what to do, said once for findings that follow each other; an info asks for nothing."""
    return "" if finding.severity is Severity.INFO else finding.hint


def _order(finding: Finding) -> tuple[str, str, int, int, str]:
    cell = finding.place.cell or ""
    row = int("".join(filter(str.isdigit, cell)) or 0)
    return (finding.place.file or "", finding.place.sheet or "", row, len(cell), cell)


def _listed(findings: Iterable[Finding]) -> Iterator[Segment]:
    """Yield findings line by line; as Text, which may break and align, each takes ten times as long."""
    for hint, alike in groupby(findings, key=_advice):
        for finding in alike:
            place = finding.place
            at = " ".join(part for part in (place.cell, place.column, finding.applicant) if part)
            yield Segment("  ")
            yield Segment(finding.severity.label, Style.parse(STYLES[finding.severity]))
            yield Segment(f" {finding.kind.code} ")
            yield Segment(strip_control_codes(f"{at} " if at else ""), _BOLD)
            yield Segment(strip_control_codes(f"{finding.message}\n"))
        if hint:
            yield Segment(strip_control_codes(f"       {hint}"), _DIM)
            yield Segment.line()


def _print_documents(console: Console, documents: Iterable[PublishedDocument]) -> None:
    documents = list(documents)
    for document in documents:
        if document.status in {Status.KEPT, Status.WITHHELD, Status.REMOVED}:
            console.print(f"  {STATUS_LABELS[document.status]}　output/{escape(document.path)}")
    counts = Counter(document.status for document in documents)
    shown = "，".join(f"{STATUS_LABELS[status]}{counts[status]}份" for status in Status if counts[status])
    console.print(f"文书：{shown or '没有可以生成的'}。文件在 output/ 文件夹中。")


def _print_paper(console: Console, report: Report) -> None:
    """Say which PDFs there are, and what can be put on the copier."""
    if report.pdfs_built is None:
        return
    pdfs = sum(each.pdf is not None for each in report.documents)
    console.print(Text(f"PDF：{pdfs}份，其中{report.pdfs_built}份新做。"))
    for each in report.printed:
        pages = f"{each.pages}页" if each.pages else STATUS_LABELS[each.status]
        console.print(Text(f"  打印　output/{each.path}　{len(each.documents)}份　{pages}"))


def _print_copies(console: Console, copies: Iterable[str]) -> None:
    """Say where to look at what was found, and what to send back."""
    paths = [PurePosixPath(path) for path in copies]
    workbooks = [path for path in paths if path.suffix == ".xlsx"]
    slips = len(paths) - len(workbooks)
    if workbooks:
        names = "、".join(path.name for path in workbooks)
        console.print(Text(f"批注副本在 {workbooks[0].parent}/ ：{names}。"))
    if slips:
        console.print(Text(f"退改通知单{slips}份，也在那里。"))


def _print_page(console: Console, report: Report) -> None:
    if report.page:
        console.print(Text(f"用浏览器打开 {report.page} 可以逐份查看。"))


def _print_counts(console: Console, report: Report) -> None:
    errors, warnings, infos = (report.count(severity) for severity in Severity)
    if errors or warnings:
        console.print(
            f"检查：错误{errors}个，警告{warnings}个，提示{infos}个。用 awardgen explain 代码 可查看某个代码的含义。"
        )
    else:
        console.print(f"检查：没有错误和警告，提示{infos}个。")
