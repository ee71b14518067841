"""How long `awardgen collect` takes for many forms, and how much of it is reading them.

Makes a campaign from the starter and a folder of filled forms (the blank one, typed into the way python-docx does it,
each with a write-up of 1500 characters) with one damaged file among them; collects them twice, first as new rows and
then, unchanged, as equal ones; and does the first with one process and with as many as there are cores.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from os import cpu_count, times
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document

from awardgen import pipeline
from awardgen.collecting import Wishes, collect, reading_many
from awardgen.documents import Choice
from awardgen.workbook import create_campaign

if TYPE_CHECKING:
    from collections.abc import Iterator

MOMENT = datetime(2011, 6, 21, 9, 30)  # noqa: DTZ001 - a clerk's clock
GROUP = "物业服务工会小组"
FORM = "附件2-示范岗申报表.docx"
SENTENCE = "2010年10月8日清晨，值班员发现东区供水管道渗漏，立即关闭阀门并通知抢修，两小时内恢复了供水。"
LENGTH = 1500


def main() -> None:
    """Run the benchmark as the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--forms", type=int, default=1000)
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.out) as name:
        run(Path(name), options.forms)


def run(folder: Path, count: int) -> None:
    """Make the forms and print how long collecting them takes."""
    campaign = folder / "活动"
    create_campaign(campaign, sample=True)
    pipeline.build(campaign, Choice())
    returned = folder / "交来" / GROUP
    make_forms(campaign / "output" / FORM, returned, count)
    many = 1
    print(f"{count} forms and a damaged one, {cpu_count()} cores")
    for label, least in (("one process", sys.maxsize), ("a process a core", many)):
        reading_many.WORTHWHILE = least
        copy = folder / label
        shutil.copytree(campaign / "data", copy / "data")
        shutil.copytree(campaign / "templates", copy / "templates")
        with told(f"{label}, new rows", count):
            collected = collect(copy, [returned], Wishes(), MOMENT)
        assert len(collected.forms) == count  # noqa: S101 - a run that lost a form is none
        named = [each.place.file for each in collected.findings if each.kind.code == "AW501"]
        assert [name.endswith("坏.docx") for name in named] == [True]  # noqa: S101 - likewise
        with told(f"{label}, equal rows", count):
            collected = collect(copy, [returned], Wishes(), MOMENT)
        assert {each.outcome.value for each in collected.forms} == {"equal"}  # noqa: S101


def make_forms(blank: Path, folder: Path, count: int) -> None:
    """Fill in the blank form as often as told, and cut one file short."""
    folder.mkdir(parents=True)
    content = blank.read_bytes()
    for number in range(count):
        document = Document(BytesIO(content))
        table = document.tables[0]
        story = (SENTENCE * (LENGTH // len(SENTENCE) + 1))[:LENGTH]
        for row, column, text in (
            (0, 1, f"第{number}号门卫岗"),
            (0, 3, "3"),
            (1, 1, f"赵{number}、钱祎、孙头"),
            (2, 1, story),
            (3, 1, "同意推荐。"),
        ):
            table.rows[row].cells[column].paragraphs[0].add_run(text)
        table.rows[3].cells[1].paragraphs[1].runs[0].text = "2011年6月3日"
        document.save(folder / f"{number:05}.docx")
    (folder / f"{count // 2:05}坏.docx").write_bytes(content[: len(content) // 2])


@contextmanager
def told(label: str, count: int) -> Iterator[None]:
    """Print how long the block took: on the clock, and in all processes together."""
    started, before = time.perf_counter(), times()
    yield
    took, after = time.perf_counter() - started, times()
    used = sum(after[:4]) - sum(before[:4])
    print(
        f"{label:32} {took:6.2f} s  {count / took:6.0f} forms/s  {used:6.2f} CPU s  {count / used:6.0f} forms/CPU s"
    )


if __name__ == "__main__":
    main()
