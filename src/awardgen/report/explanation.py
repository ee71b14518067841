"""What the kinds of findings mean, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from awardgen.report.console import STYLES, terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from awardgen.campaign import RuleLevel
    from awardgen.finding import Kind


def print_explanation(kind: Kind, levels: Mapping[str, RuleLevel]) -> None:
    """Print what a kind of finding means and how to put it right. levels: by code, as the campaign set them."""
    console = terminal()
    heading = (f"{kind.code} {kind.name}", "bold")
    console.print(Text.assemble(heading, "（", (kind.severity.label, STYLES[kind.severity]), "）"))
    console.print(Text(f"含义：{kind.explanation}"))
    console.print(Text(f"处理：{kind.hint}"))
    if kind.withholds:
        console.print(Text("影响：有这个问题时，相关文书暂不生成。"))
    if kind.code in levels:
        console.print(Text(f"本活动：工作表“检查规则”中改为“{levels[kind.code]}”。"))


def print_kinds(kinds: Iterable[Kind], levels: Mapping[str, RuleLevel]) -> None:
    """Print every kind, one a line. levels: by code, as the campaign set them."""
    console = terminal()
    for kind in sorted(kinds, key=lambda kind: kind.code):
        changed = f"（本活动：{levels[kind.code]}）" if kind.code in levels else ""
        level = (kind.severity.label, STYLES[kind.severity])
        console.print(Text.assemble((kind.code, "bold"), " ", level, f" {kind.name}{changed}"))
    console.print("用 awardgen explain 代码 查看一个代码的含义和处理办法。")
