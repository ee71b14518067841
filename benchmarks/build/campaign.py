"""Make a campaign folder of any size: python benchmarks/build/campaign.py FOLDER --applications 10000.

The settings, the rubric, the documents and the templates are those of the repository's own campaign; groups,
judges, applications, scores and thanks are made up, the same ones for the same seed.
"""

from __future__ import annotations

import argparse
import shutil
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from made import KINDS, POSTS, REPOSITORY, Made, entries, judges_of, starter_rows
from prose import person_name, place_name, write_up
from python_calamine import CalamineWorkbook
from scores import write_scores
from sheets import write_book

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from made import Entry
    from sheets import Cell

_FIELDS = ["饮食", "公寓", "物业", "水电", "车辆", "综合", "绿化", "维修", "采购", "接待", "医疗", "幼教"]
_CAMPUSES = ("东校区", "西校区")
_POST_DUTIES = [
    "售卖窗口",
    "值班岗",
    "运行班",
    "保洁岗",
    "维修班",
    "收发岗",
    "养护班",
    "接待岗",
    "驾驶班",
    "仓储岗",
]
_PERSON_DUTIES = [
    "售卖员",
    "管理员",
    "运行工",
    "保洁员",
    "电工",
    "收发员",
    "养护工",
    "接待员",
    "驾驶员",
    "保管员",
]
_OPINIONS = (
    "工作扎实，师生评价好，同意推荐。",
    "所列事迹经核对属实，同意推荐。",
    "经小组会议讨论，一致同意推荐。",
)
_CHANGE = "全体同志表示，要把创建活动中的好做法坚持下去。"


def main() -> None:
    """Write the folder, or with --change only 申报.xlsx with one row altered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--applications", type=int, required=True, help="posts and individuals together")
    parser.add_argument("--judges", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--change", default="", metavar="编号", help="alter this row of an existing folder")
    arguments = parser.parse_args()
    made = Made(entries(arguments.applications), arguments.judges, arguments.seed, arguments.change)
    data = arguments.folder / "data"
    if made.change and made.change not in {entry.number for entry in made.entries}:
        parser.error(f"no application {made.change}; the first is {made.entries[0].number}")
    _write_applications(data / "申报.xlsx", made)
    if not made.change:
        quotas = write_scores(data / "评分.xlsx", made)
        _write_settings(data / "活动设置.xlsx", made, quotas)
        shutil.copytree(REPOSITORY / "templates", arguments.folder / "templates", dirs_exist_ok=True)


def _groups() -> list[str]:
    return [f"{campus}{each}服务工会小组" for campus in _CAMPUSES for each in _FIELDS]


def _write_applications(path: Path, made: Made) -> None:
    groups = _groups()

    def rows(kind: str, headers: Sequence[str]) -> Iterator[list[Cell]]:
        for entry in made.entries:
            if entry.kind == kind:
                cells = _application(entry, made, groups)
                yield [cells.get(header) for header in headers]

    headers = {kind: starter_rows("申报", kind)[0] for kind in KINDS}
    write_book(path, {kind: (headers[kind], rows(kind, headers[kind])) for kind in KINDS})


def _application(entry: Entry, made: Made, groups: Sequence[str]) -> dict[str, Cell]:
    random = made.random_of(entry, "application")
    people = list(dict.fromkeys(person_name(random) for _ in range(random.randint(3, 8))))
    duty = random.choice(_POST_DUTIES if entry.kind == POSTS else _PERSON_DUTIES)
    opinion_day = date(2011, 6, 10) + timedelta(days=random.randrange(10))
    story = write_up(random)
    return {
        "编号": entry.number,
        "工会小组": random.choice(groups),
        "岗位名称": f"{place_name(random)}{duty}",
        "岗位总人数": len(people),
        "岗位人员姓名": "、".join(people) if entry.kind == POSTS else people[0],
        "主要事迹": f"{story}\n{_CHANGE}" if entry.number == made.change else story,
        "顾客满意度": random.randint(860, 995) / 1000,
        "安全责任事故": "无",
        "基层工会小组意见": random.choice(_OPINIONS),
        "小组意见日期": opinion_day,
        "小组推荐": "是",
        "审批日期": date(2011, 6, 28),
    }


def _write_settings(path: Path, made: Made, quotas: dict[str, int]) -> None:
    book = CalamineWorkbook.from_path(REPOSITORY / "data" / "活动设置.xlsx")
    sheets = {}
    for name in book.sheet_names:
        headers, *rows = starter_rows("活动设置", name)
        if name == "奖项":
            short, quota = headers.index("简称"), headers.index("名额")
            for row in rows:
                row[quota] = quotas.get(row[short])
        elif name == "工会小组":
            random = Random(made.seed)  # noqa: S311 - made-up names
            rows = [[group, person_name(random)] for group in _groups()]
        elif name == "评委":
            rows = [[judge, None] for judge in judges_of(made)]
        sheets[name] = (headers, rows)
    write_book(path, sheets)


if __name__ == "__main__":
    main()
