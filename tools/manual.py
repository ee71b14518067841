"""Write the generated tables of docs/使用手册.md: run `python -m tools.manual` after a declaration has changed."""

import re
from pathlib import Path

from awardgen.catalogue import KINDS
from awardgen.workbook import manual_tables

MANUAL = Path(__file__).parents[1] / "docs" / "使用手册.md"


def codes_table() -> str:
    """Return every kind of finding, in Markdown."""
    lines = ["| 代码 | 问题 | 级别 | 含义 | 处理 |", "| --- | --- | --- | --- | --- |"]
    for kind in KINDS.values():
        severity = kind.severity.label + ("，暂不生成" if kind.withholds else "")
        cells = (kind.code, kind.name, severity, kind.explanation, kind.hint)
        lines.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join(lines) + "\n"


def with_tables(manual: str) -> str:
    """Return the manual with its generated tables as they are declared now."""
    for name, table in (("sheets", manual_tables()), ("codes", codes_table())):
        section = re.compile(rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
        manual = section.sub(lambda found, table=table: f"{found[1]}{table}{found[2]}", manual)  # type: ignore[misc]
    return manual


if __name__ == "__main__":
    MANUAL.write_text(with_tables(MANUAL.read_text(encoding="utf-8")), encoding="utf-8")
