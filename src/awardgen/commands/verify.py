from __future__ import annotations

from pathlib import Path

import click

from awardgen.commands.options import HAS_ERRORS, OK, format_option, print_json


@click.command(help="校验一个归档包（文件夹或压缩包）：校验值、缺少和多出的文件、页数、重新生成比较。")
@click.argument("bag", metavar="归档包", type=click.Path(path_type=Path))
@format_option
def verify(*, bag: Path, form: str) -> int:
    """Check a package."""
    from awardgen.report.archive import print_verified, verify_json
    from awardgen.report.progress import progress_for_terminal
    from awardgen.verification import verify as verify_bag

    verified = verify_bag(bag, progress=progress_for_terminal())
    if form == "json":
        print_json(verify_json(verified))
    else:
        print_verified(verified)
    return OK if verified.is_valid else HAS_ERRORS
