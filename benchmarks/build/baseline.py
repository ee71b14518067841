"""The same job as an office developer would write it: pandas reads, docxtpl fills, one document after the other.

    python benchmarks/build/baseline.py FOLDER OUTPUT [--sample 500]

It takes the campaign's own templates and rows of 文书, checks nothing and keeps no record of what it wrote. Of
docxtpl's ways to fill one template often the fastest was taken: the template's bytes read once, a new DocxTemplate
of them for each document (one for all is 5 % slower), one Jinja environment for everything. The last line printed
is JSON with the seconds of each step, and the processor time of the forms.
"""

from __future__ import annotations

import argparse
import json
import time
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
from docxtpl import DocxTemplate
from jinja2 import Environment

from awardgen.documents.filters import FILTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Row = dict[str, Any]
Sheets = dict[str, pd.DataFrame]
FEWEST_JUDGES_TO_DROP_FROM = 6


class Named(dict[str, Any]):
    """A row that prints its name: {{ 奖项 }}."""

    def __init__(self, row: Row, name: str) -> None:
        super().__init__(row)
        self.name = name

    def __str__(self) -> str:
        return self.name


class Templates:
    """The templates of a folder, each read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, bytes] = {}
        self.environment = Environment(autoescape=True)
        self.environment.filters.update(FILTERS)

    def fill(self, name: str, context: Mapping[str, Any], path: Path) -> None:
        if name not in self._read:
            self._read[name] = (self._folder / name).read_bytes()
        document = DocxTemplate(BytesIO(self._read[name]))
        document.render(dict(context), self.environment, autoescape=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        document.save(path)


def main() -> None:
    """Do the job and print how long its steps took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--sample", type=int, help="fill only this many of the documents of applications")
    arguments = parser.parse_args()
    began = time.perf_counter()
    settings = _read(arguments.folder / "data" / "活动设置.xlsx")
    applications = _read(arguments.folder / "data" / "申报.xlsx")
    scores = _read(arguments.folder / "data" / "评分.xlsx")
    read = time.perf_counter()
    shared = _context(settings, applications, scores)
    ranked = time.perf_counter()
    templates = Templates(arguments.folder / "templates")
    by_scope = _plan(settings["文书"], shared, templates.environment)
    of_applications = by_scope.pop("申报", [])
    step = 1 if arguments.sample is None else max(1, len(of_applications) // arguments.sample)
    for documents in by_scope.values():
        for name, context, path in documents:
            templates.fill(name, context, arguments.output / path)
    listed = time.perf_counter()
    chosen = of_applications[::step]
    processor = time.process_time()
    for name, context, path in chosen:
        templates.fill(name, context, arguments.output / path)
    filled = time.perf_counter()
    seconds = {
        "read": read - began,
        "rank": ranked - read,
        "lists": listed - ranked,
        "forms": filled - listed,
    }
    told = {"seconds": seconds, "cpu": time.process_time() - processor}
    print(json.dumps({**told, "filled": len(chosen), "planned": len(of_applications)}))


def _read(path: Path) -> Sheets:
    return pd.read_excel(path, sheet_name=None, dtype=object, na_filter=False, engine="calamine")


def _rows(frame: pd.DataFrame) -> list[Row]:
    return [{str(name): _tidy(value) for name, value in row.items()} for row in frame.to_dict("records")]


def _tidy(value: Any) -> Any:  # noqa: ANN401 - a cell holds anything
    if isinstance(value, float):
        return int(value) if value.is_integer() else round(value, 4)
    if isinstance(value, datetime):
        return value.date()
    return value


def _context(settings: Sheets, applications: Sheets, scores: Sheets) -> Row:
    """Return what every document may use: the settings and the lists."""
    shared: Row = {row["项目"]: row["内容"] for row in _rows(settings["基本信息"])}
    groups = [Named(row, row["工会小组"]) for row in _rows(settings["工会小组"])]
    judges = [Named(row, row["评委"]) for row in _rows(settings["评委"])]
    awards = [Named(row, row["奖项"]) for row in _rows(settings["奖项"])]
    points = _points(settings, scores, shared)
    by_group = {group.name: group for group in groups}
    for award in awards:
        listed = _ranked(applications[award["简称"]], points, award, judges)
        for row in listed:
            row["小组"] = by_group[row["工会小组"]]
        award.update(_lists(listed))
    for group in groups:
        members = [row for award in awards for row in award["申报列表"] if row["工会小组"] == group.name]
        group.update(_lists(members))
    shared |= {"奖项列表": awards, "小组列表": groups, "评委列表": judges}
    shared["步骤列表"] = [Named(row, row["步骤"]) for row in _rows(settings["实施步骤"])]
    shared["细则"] = _rubric(_rows(settings["评选细则"]))
    return shared


def _points(settings: Sheets, scores: Sheets, shared: Row) -> pd.DataFrame:
    """Return by 编号: 平均分, 附加分, 总分, and each judge's total in a column of the judge's name."""
    criteria = [str(number) for number in settings["评选细则"]["序号"]]
    given = scores["评分"].copy()
    given["合计"] = given[criteria].astype(float).sum(axis=1)
    by_application = given.groupby("编号")["合计"]
    count, total = by_application.count(), by_application.sum()
    drops = count >= FEWEST_JUDGES_TO_DROP_FROM
    left = (total - drops * (by_application.max() + by_application.min())) / (count - 2 * drops)
    thanks = scores["附加分"]
    pieces = thanks[thanks["查实"] == "是"].groupby("编号").size().reindex(left.index, fill_value=0)
    bonus = (pieces * shared["附加分每件"]).clip(upper=shared["附加分上限"])
    table = given.pivot_table(index="编号", columns="评委", values="合计")
    return table.assign(平均分=left, 附加分=bonus, 总分=(left + bonus).round(2))


def _ranked(frame: pd.DataFrame, points: pd.DataFrame, award: Row, judges: list[Named]) -> list[Row]:
    found = points.loc[list(frame["编号"])].reset_index()
    ranks = found["总分"].rank(method="min", ascending=False).astype(int)
    listed = []
    for row, result, rank in zip(_rows(frame), found.to_dict("records"), ranks, strict=True):
        days = {name: _day(value) for name, value in row.items() if isinstance(value, date)}
        totals = [{"评委": judge.name, "总分": _tidy(result[judge.name]), "去掉": False} for judge in judges]
        results = {name: _tidy(result[name]) for name in ("平均分", "附加分", "总分")}
        write_up = row["事迹材料"] or row["主要事迹"]
        wins = rank <= award["名额"]
        listed.append(
            {
                **row,
                **days,
                **results,
                "名次": rank,
                "获奖": wins,
                "得分列表": totals,
                "事迹材料": write_up,
                "奖项": award,
            }
        )
    return listed


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _lists(rows: list[Row]) -> Row:
    return {
        "申报列表": rows,
        "推荐列表": [row for row in rows if row["小组推荐"] == "是"],
        "获奖列表": [row for row in rows if row["获奖"]],
    }


def _rubric(rows: list[Row]) -> list[Named]:
    groups: list[Named] = []
    for row in rows:
        if not groups or row["项目"] != groups[-1].name:
            groups.append(Named({**row, "标准列表": []}, row["项目"]))
        groups[-1]["标准列表"].append(row)
    return groups


def _plan(
    documents: pd.DataFrame, shared: Row, environment: Environment
) -> dict[str, list[tuple[str, Row, str]]]:
    """Return by 范围: template, context and path of each document."""
    plan: dict[str, list[tuple[str, Row, str]]] = {}
    for row in _rows(documents):
        condition = environment.compile_expression(row["条件"]) if row["条件"] else None
        file_name = environment.from_string(row["文件名"])
        for context in _contexts(row["范围"], shared):
            if condition is None or condition(context):
                path = file_name.render(context)
                plan.setdefault(row["范围"], []).append((row["模板"], context, path))
    return plan


def _contexts(scope: str, shared: Row) -> Iterator[Row]:
    if scope == "活动":
        yield shared
    elif scope == "小组":
        for group in shared["小组列表"]:
            yield {**shared, **group, "小组": group}
    for award in shared["奖项列表"]:
        if scope == "空表":
            yield {**shared, "奖项": award}
        elif scope == "奖项":
            yield {**shared, **award, "奖项": award}
        elif scope == "申报":
            for each in award["申报列表"]:
                yield {**shared, **each}


if __name__ == "__main__":
    main()
