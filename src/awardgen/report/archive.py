"""What `archive` and `verify` have to tell, for a terminal and as JSON."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.text import Text

from awardgen.finding import Severity
from awardgen.report.console import terminal
from awardgen.report.jsonable import SCHEMA_VERSION, counts, finding
from awardgen.report.text import print_findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from awardgen.archiving import Archived
    from awardgen.finding import Finding
    from awardgen.verification import Verified


def print_archived(archived: Archived) -> None:
    """Print what was found, and where the package lies or why there is none."""
    console = terminal()
    print_findings(console, archived.findings)
    _print_counts(console, archived.findings)
    if archived.bag is None or archived.record is None:
        console.print("没有归档：还有错误没有改正。改正以后再归档；一定要这样归档的，加 --with-findings。")
        return
    pages = sum(each.pages for each in archived.record.entries)
    console.print(f"已归档{len(archived.record.entries)}件，{pages}页。")
    for path in filter(None, (archived.bag, archived.zip)):
        console.print(Text(f"  {path}"))
    console.print(Text(f"校验：awardgen verify {archived.bag}"))


def archive_json(archived: Archived) -> dict[str, Any]:
    """Return the report of `archive`. bag, zip: null where errors stood in the way."""
    entries = archived.record.entries if archived.record and archived.bag else ()
    return {
        "schema_version": SCHEMA_VERSION,
        "bag": str(archived.bag) if archived.bag else None,
        "zip": str(archived.zip) if archived.zip else None,
        "counts": counts(archived.findings),
        "items": [asdict(each) for each in entries],
        "findings": [finding(each) for each in archived.findings],
    }


def print_verified(verified: Verified) -> None:
    """Print what is wrong with a package, and what was held against what."""
    console = terminal()
    print_findings(console, verified.findings, every_info=True)
    _print_counts(console, verified.findings)
    statuses = Counter(each.status for each in verified.documents)
    shown = "，".join(f"{status.label}{count}份" for status, count in statuses.items())
    if shown:
        console.print(f"文书：{shown}。")
    whole = "归档包完好。" if verified.is_valid else "归档包有问题，请看上面的错误。"
    console.print(f"{verified.files}个文件，{whole}")


def verify_json(verified: Verified) -> dict[str, Any]:
    """Return the report of `verify`. valid: no finding is an error. awardgen: null for a bag of another program."""
    return {
        "schema_version": SCHEMA_VERSION,
        "bag": verified.bag,
        "valid": verified.is_valid,
        "awardgen": verified.awardgen,
        "files": verified.files,
        "counts": counts(verified.findings),
        "documents": [
            {"document": each.document, "path": each.path, "status": each.status.value}
            for each in verified.documents
        ],
        "findings": [finding(each) for each in verified.findings],
    }


def _print_counts(console: Console, findings: Sequence[Finding]) -> None:
    told = Counter(each.severity for each in findings)
    console.print("检查：" + "，".join(f"{each.label}{told[each]}个" for each in Severity) + "。")
