"""Make a campaign folder of any size: python benchmarks/build/campaign.py FOLDER --applications 10000.

The settings, the rubric, the documents and the templates are those of the repository's own campaign; groups,
judges, applications, scores and thanks are made up, the same ones for the same seed.
"""

from __future__ import annotations

import argparse
import shutil
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from prose import person_name, place_name, write_up
from python_calamine import CalamineWorkbook
from sheets import write_book

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sheets import Cell

REPOSITORY = Path(__file__).resolve().parents[2]
POSTS, INDIVIDUALS = "示范岗", "标兵"
KINDS = (POSTS, INDIVIDUALS)
_PREFIXES = {POSTS: "SF", INDIVIDUALS: "BB"}
_QUOTA_SHARE = 10  # one in ten wins
_DROPPING_ABOVE = 5  # judges; 去掉最高最低分的评委人数 of the repository's campaign
_THANKED_SHARE = 0.06
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One application as it is numbered. position: over both awards."""

    kind: str
    number: str
    position: int


@dataclass(frozen=True, slots=True)
class Made:
    """A campaign that is to be written. judges: how many score; change: the 编号 of a row to alter."""

    entries: tuple[Entry, ...]
    judges: int
    seed: int
    change: str = ""

    def random_of(self, entry: Entry, purpose: str) -> Random:
        # Each row has a source of its own, so that a change in one leaves the others as they are.
        return Random(f"{self.seed}:{purpose}:{entry.position}")  # noqa: S311 - made-up texts


def main() -> None:
    """Write the folder, or with --change only 申报.xlsx with one row altered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--applications", type=int, required=True, help="posts and individuals together")
    parser.add_argument("--judges", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--change", default="", metavar="编号", help="alter this row of an existing folder")
    arguments = parser.parse_args()
    made = Made(_entries(arguments.applications), arguments.judges, arguments.seed, arguments.change)
    data = arguments.folder / "data"
    if made.change and made.change not in {entry.number for entry in made.entries}:
        parser.error(f"no application {made.change}; the first is {made.entries[0].number}")
    _write_applications(data / "申报.xlsx", made)
    if not made.change:
        quotas = _write_scores(data / "评分.xlsx", made)
        _write_settings(data / "活动设置.xlsx", made, quotas)
        shutil.copytree(REPOSITORY / "templates", arguments.folder / "templates", dirs_exist_ok=True)


def _entries(count: int) -> tuple[Entry, ...]:
    width = max(3, len(str(count)))
    posts = count // 2
    rows = [(POSTS, index + 1) for index in range(posts)]
    rows += [(INDIVIDUALS, index + 1) for index in range(count - posts)]
    return tuple(
        Entry(kind, f"{_PREFIXES[kind]}-{index:0{width}}", position)
        for position, (kind, index) in enumerate(rows)
    )


def _groups() -> list[str]:
    return [f"{campus}{each}服务工会小组" for campus in _CAMPUSES for each in _FIELDS]


def _read(name: str, sheet: str) -> list[list[Any]]:
    book = CalamineWorkbook.from_path(REPOSITORY / "data" / f"{name}.xlsx")
    rows = book.get_sheet_by_name(sheet).to_python()
    return [[None if cell == "" else cell for cell in row] for row in rows]


def _write_applications(path: Path, made: Made) -> None:
    groups = _groups()

    def rows(kind: str, headers: Sequence[str]) -> Iterator[list[Cell]]:
        for entry in made.entries:
            if entry.kind == kind:
                cells = _application(entry, made, groups)
                yield [cells.get(header) for header in headers]

    headers = {kind: _read("申报", kind)[0] for kind in KINDS}
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


def _judges(made: Made) -> list[str]:
    named = [str(row[0]) for row in _read("活动设置", "评委")[1:]]
    return [*named, *(f"评委{index + 1}" for index in range(len(named), made.judges))][: made.judges]


def _write_scores(path: Path, made: Made) -> dict[str, int]:
    """Write 评分.xlsx; return a 名额 for each award that cuts through no tie."""
    rubric = _read("活动设置", "评选细则")
    limits = [float(row[rubric[0].index("分值")]) for row in rubric[1:]]
    judges = _judges(made)
    totals: defaultdict[str, list[float]] = defaultdict(list)
    thanks = [row for entry in made.entries for row in _thanks(entry, made)]
    thanked: defaultdict[str, int] = defaultdict(int)
    for row in thanks:
        thanked[str(row[0])] += 1

    def rows() -> Iterator[list[Cell]]:
        for entry in made.entries:
            random = made.random_of(entry, "scores")
            quality = 0.8 + 0.15 * random.random()
            points = [_points(limits, quality, random) for _ in judges]
            sums = sorted(map(sum, points))
            left = sums[1:-1] if len(sums) > _DROPPING_ABOVE else sums
            totals[entry.kind].append(round(sum(left) / len(left) + thanked[entry.number], 6))
            for judge, given in zip(judges, points, strict=True):
                yield [entry.number, judge, *given]

    score_headers = ["编号", "评委", *(str(index + 1) for index in range(len(limits)))]
    thanks_headers = _read("评分", "附加分")[0]
    write_book(path, {"评分": (score_headers, rows()), "附加分": (thanks_headers, thanks)})
    return {kind: _quota(totals[kind]) for kind in totals}


def _points(limits: Sequence[float], quality: float, random: Random) -> list[float]:
    """Return a judge's points in halves, about the quality's share of each limit."""
    return [
        min(limit, int(2 * limit * (quality + 0.15 * (random.random() - 0.5)) + 0.5) / 2) for limit in limits
    ]


def _quota(totals: Sequence[float]) -> int:
    ordered = sorted(totals, reverse=True)
    quota = max(1, len(ordered) // _QUOTA_SHARE)
    while quota < len(ordered) and ordered[quota - 1] == ordered[quota]:
        quota += 1
    return quota


def _thanks(entry: Entry, made: Made) -> Iterator[list[Cell]]:
    random = made.random_of(entry, "thanks")
    if random.random() < _THANKED_SHARE:
        for piece in range(random.randint(1, 3)):
            day = date(2010, 9, 1) + timedelta(days=random.randrange(300))
            form = random.choice(("锦旗", "表扬信", "来电", "留言"))
            yield [entry.number, day, form, f"{person_name(random)}同学（第{piece + 1}件）", "是"]


def _write_settings(path: Path, made: Made, quotas: dict[str, int]) -> None:
    book = CalamineWorkbook.from_path(REPOSITORY / "data" / "活动设置.xlsx")
    sheets = {}
    for name in book.sheet_names:
        headers, *rows = _read("活动设置", name)
        if name == "奖项":
            short, quota = headers.index("简称"), headers.index("名额")
            for row in rows:
                row[quota] = quotas.get(row[short])
        elif name == "工会小组":
            random = Random(made.seed)  # noqa: S311 - made-up names
            rows = [[group, person_name(random)] for group in _groups()]
        elif name == "评委":
            rows = [[judge, None] for judge in _judges(made)]
        sheets[name] = (headers, rows)
    write_book(path, sheets)


if __name__ == "__main__":
    main()
