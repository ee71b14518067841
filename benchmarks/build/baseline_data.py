"""What the baseline's templates are given: the workbooks read with pandas, means, ranks and lists."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from pathlib import Path

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


def read_sheets(path: Path) -> Sheets:
    """Return the sheets of a workbook by name."""
    return pd.read_excel(path, sheet_name=None, dtype=object, na_filter=False, engine="calamine")


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """Return the rows of a sheet by header."""
    return [{str(name): _tidy(value) for name, value in row.items()} for row in frame.to_dict("records")]


def _tidy(value: Any) -> Any:  # noqa: ANN401 - a cell holds anything
    if isinstance(value, float):
        return int(value) if value.is_integer() else round(value, 4)
    if isinstance(value, datetime):
        return value.date()
    return value


def shared_context(settings: Sheets, applications: Sheets, scores: Sheets) -> Row:
    """Return what every document may use: the settings and the lists."""
    shared: Row = {row["项目"]: row["内容"] for row in rows_of(settings["基本信息"])}
    groups = [Named(row, row["工会小组"]) for row in rows_of(settings["工会小组"])]
    judges = [Named(row, row["评委"]) for row in rows_of(settings["评委"])]
    awards = [Named(row, row["奖项"]) for row in rows_of(settings["奖项"])]
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
    shared["步骤列表"] = [Named(row, row["步骤"]) for row in rows_of(settings["实施步骤"])]
    shared["细则"] = _rubric(rows_of(settings["评选细则"]))
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
    for row, result, rank in zip(rows_of(frame), found.to_dict("records"), ranks, strict=True):
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
