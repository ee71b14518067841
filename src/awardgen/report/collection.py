"""What `collect` tells a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from awardgen.collecting import Outcome
from awardgen.report.console import terminal
from awardgen.report.text import print_findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.collecting import Collection

_OUTCOMES = {
    Outcome.NEW: "新收",
    Outcome.EQUAL: "与工作簿相同",
    Outcome.DIFFERENT: "与工作簿不同",
    Outcome.TAKEN: "已按表改",
    Outcome.REPEATED: "重复交来",
}


def print_collection(collection: Collection, *, is_dry_run: bool) -> None:
    """Print what was found in the files that came back, and what became of them."""
    console = terminal()
    print_findings(console, collection.findings)
    for each in collection.forms:
        if each.outcome in {Outcome.NEW, Outcome.TAKEN}:
            console.print(Text(f"  {_OUTCOMES[each.outcome]}　{each.number}　{each.file.path.name}"))
    for write_up in collection.write_ups:
        if write_up.outcome in {Outcome.NEW, Outcome.TAKEN}:
            console.print(Text(f"  事迹材料　{write_up.number}　{write_up.path}"))
    forms = _counted([each.outcome for each in collection.forms])
    scores = _counted([each.outcome for each in collection.scores])
    write_ups = _counted([each.outcome for each in collection.write_ups])
    console.print(f"申报表：{forms}；评分：{scores}；事迹材料：{write_ups}。")
    if is_dry_run:
        console.print("这是试收，没有写任何文件。")
    for path in collection.kept:
        console.print(f"收表以前的工作簿留作data/{path.name}。")


def _counted(outcomes: Sequence[Outcome]) -> str:
    counts = Counter(outcomes)
    return (
        "，".join(f"{_OUTCOMES[outcome]}{counts[outcome]}份" for outcome in Outcome if counts[outcome])
        or "没有"
    )
