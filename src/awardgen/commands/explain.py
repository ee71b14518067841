from __future__ import annotations

from typing import TYPE_CHECKING

import click

from awardgen.commands.options import OK
from awardgen.errors import AwardgenError

if TYPE_CHECKING:
    from pathlib import Path


@click.command(help="说明一个代码（如AW101）的含义和处理办法；不写代码就列出全部代码。")
@click.argument("code", metavar="[代码]", required=False)
@click.pass_obj
def explain(folder: Path, code: str | None) -> int:
    """Explain a kind of finding, or list them all."""
    from awardgen.catalogue import KINDS
    from awardgen.catalogue.codes import nearest_kind, plain_code
    from awardgen.checks.rule_levels import levels_by_code
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
