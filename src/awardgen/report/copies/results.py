"""What a run of `check` leaves in output/检查/."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from awardgen.documents import render
from awardgen.layout import OUTPUT_FOLDER
from awardgen.report.copies.check_folder import CHECK_FOLDER, CheckFolder
from awardgen.report.copies.workbook_copies import copy_workbooks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from awardgen.documents import Plan
    from awardgen.finding import Finding


class Slips(NamedTuple):
    """Filled slips by their path below output/, and what is wrong with their templates."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]


class Held(NamedTuple):
    """What lies in the folder now, below the campaign's, and what stood in the way."""

    paths: tuple[str, ...]
    findings: tuple[Finding, ...]


def fill_slips(plan: Plan) -> Slips:
    """Fill what tells the groups their problems. Wherever their row would have them, they lie in 检查/."""
    files = {}
    findings = list(plan.findings)
    for document in plan.documents:
        rendered = render(document)
        findings += rendered.findings
        if rendered.data is not None:
            path = PurePosixPath(document.path)
            inside = path if path.parts[0] == CHECK_FOLDER else CHECK_FOLDER / path
            files[str(inside)] = rendered.data
    return Slips(files, tuple(findings))


def hold_results(folder: Path, heading: str, findings: Sequence[Finding], slips: Mapping[str, bytes]) -> Held:
    """Write the copies and the slips of a campaign. heading: what the findings are of."""
    copies = {f"{CHECK_FOLDER}/{name}": data for name, data in copy_workbooks(folder, heading, findings)}
    files = {**copies, **slips}
    stood_in_the_way = CheckFolder(folder).hold(files)
    paths = (f"{OUTPUT_FOLDER}/{path}" for path in files if (folder / OUTPUT_FOLDER / path).is_file())
    return Held(tuple(paths), tuple(stood_in_the_way))
