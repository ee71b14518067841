import pandas as pd
import pytest

from awardgen.errors import AwardgenError
from awardgen.frames import frames


def test_an_application_is_a_row_with_what_came_of_it(starter):
    starter.edit("申报", "标兵", G2=0.92, H2="有")
    applications = frames(starter.path).applications.set_index("编号")
    assert list(applications["奖项"].unique()) == ["优质服务示范岗", "优秀服务标兵"]
    ranked = applications[applications["名次"].notna()].sort_values("名次")
    assert ranked.groupby("奖项")["总分"].agg(lambda totals: totals.is_monotonic_decreasing).all()
    assert list(ranked.groupby("奖项")["获奖"].first()) == [True, True]
    vetoed = applications.loc["BB-001"]
    assert vetoed["顾客满意度"] == pytest.approx(0.92)
    assert bool(vetoed["安全责任事故"])
    assert pd.isna(vetoed["名次"])


def test_a_judges_row_is_a_row_under_the_number_that_the_application_has(starter):
    starter.edit("评分", "评分", A2="sf-001", C2=3.5)
    scores = frames(starter.path).scores
    assert scores.loc[0, "编号"] == "SF-001"
    assert scores.loc[0, "1"] == pytest.approx(3.5)
    by_judge = scores.groupby("评委")[["1", "2"]].mean()
    assert by_judge.notna().all().all()
    assert len(by_judge) == scores["评委"].nunique() > 1


def test_what_is_empty_or_cannot_be_read_is_no_number(starter):
    starter.edit("评分", "评分", C2=None)
    assert pd.isna(frames(starter.path).scores.loc[0, "1"])


def test_a_stage_that_is_not_reached_has_no_rows(starter):
    starter.forget("评分")
    read = frames(starter.path)
    assert read.scores.empty
    assert read.applications["总分"].isna().all()
    assert not read.applications.empty


def test_where_there_is_no_campaign_it_says_so(tmp_path):
    with pytest.raises(AwardgenError, match="不是活动文件夹"):
        frames(tmp_path)
