"""Whatever was done before, a run gives what one gives that remembers nothing: the same findings, the same bytes."""

import os
import shutil
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awardgen import pipeline
from awardgen.cache import FOLDER_VARIABLE
from awardgen.catalogue import documents as kinds
from awardgen.layout import DATA_FOLDER, OUTPUT_FOLDER, TEMPLATES_FOLDER
from awardgen.means import Means
from awardgen.report.jsonable import finding
from tests.campaign_folder import CampaignFolder

ALONE = Means(jobs=1)
OF_EARLIER_FILES = {kinds.MOVED_ASIDE.code, kinds.EDITED_BY_HAND.code, kinds.FILE_IN_USE.code}
LEFT = 3  # applications of each award, so that a build is quick

WRITE_UPS = (
    "2010年10月8日，他抢修锅炉。",
    "2009年3月获奖，次年再获奖。",
    "他抢修锅炉。",
    "2010年10月8日，他抢修锅炉。" * 90,
)
OF_APPLICATIONS = {
    "A": ("SF-001", "BB-001", "bb-002", "ＢＢ-９", None),
    "B": ("饮食服务工会小组", "没有这个小组", None),
    "C": ("配电室值班岗", "甲/乙", "编号", None),
    "E": ("张伟、李强", "于洋", "坏\x01字", 7, None),
    "F": (*WRITE_UPS, "于洋", None),
    "G": (*WRITE_UPS, None),
    "H": (0.9, 0.5, "九成", None),
    "I": ("有", "无", "？", None),
    "O": ("授予", "不授予", None),
    "P": ("理由", "授予", None),
    "Q": (1, 2, None),
    "R": ("自己加的", 3, 0.5, date(2011, 1, 1), None),
}
OF_SCORES = {
    "A": ("SF-001", "BB-001", "ZZ-1", None),
    "B": ("高志远", "外人", None),
    "C": (5, 3.5, 0, 99, "优", None),
    "L": (9, 1, None),
}
OF_THANKS = {
    "A": ("SF-001", "BB-001", "ZZ-1"),
    "B": (date(2011, 1, 1), date(2001, 1, 1)),
    "E": ("是", "否", None),
}
OF_SETTINGS = {
    "奖项": {"D2": (1, 2, None), "D3": (1, 50), "B2": ("示范岗",), "F3": ("名次", "姓氏笔画")},
    "评委": {"A3": ("外人",), "B2": ("饮食服务工会小组",)},
    "工会小组": {"A2": ("饮食服务工会小组", "饮食小组"), "B3": ("某某",)},
    "评选细则": {"D2": ("1", "11"), "F2": (5, 1)},
    "文书": {
        "D8": (None, "获奖", "编号 != 'BB-001'", "奖项|list|length > 2", "没有这个"),
        "E8": (
            "事迹材料/{{ 编号 }}.docx",
            "{{ 名次 }}/{{ 编号 }}-{{ 总分 }}.docx",
            "{{ 奖项.申报列表|length }}-{{ 编号 }}.docx",
            "一样.docx",
        ),
    },
}
TEXTS = (
    "{{ 编号 }}{{ 事迹材料 }}{{ 字数 }}",
    "{{ 总分 }}{{ 名次 }}{{ 获奖 }}{{ 小组.负责人 }}{% for 甲 in 得分列表 %}{{ 甲.总分 }}{% endfor %}",
    "{% for 甲 in 奖项.申报列表 %}{{ 甲.编号 }}{{ 甲.名次 }}{{ 甲.小组 }}{% endfor %}",
    "{{ 奖项|list|length }}{{ 编号 }}",
    "{{ 没有这个 }}",
    "{{ 编号",
)


def one_of_cells(cells, rows):
    """Draw a cell of these columns, as a letter and a row, and a value for it."""
    return st.sampled_from(sorted(cells)).flatmap(
        lambda column: st.tuples(rows.map(lambda row: f"{column}{row}"), st.sampled_from(cells[column]))
    )


ROWS = st.integers(2, 1 + LEFT)
SETTINGS = st.sampled_from(sorted(OF_SETTINGS)).flatmap(
    lambda sheet: st.tuples(st.just(sheet), one_of_cells(OF_SETTINGS[sheet], st.just("")))
)
EDITS = st.one_of(
    st.tuples(
        st.just("application"), st.sampled_from(["示范岗", "标兵"]), one_of_cells(OF_APPLICATIONS, ROWS)
    ),
    st.tuples(st.just("score"), one_of_cells(OF_SCORES, st.integers(2, 12))),
    st.tuples(st.just("thanks"), one_of_cells(OF_THANKS, st.integers(2, 5))),
    st.tuples(st.just("settings"), SETTINGS),
    st.tuples(
        st.just("template"), st.sampled_from(["事迹材料.docx", "表彰名单.docx"]), st.sampled_from(TEXTS)
    ),
    st.tuples(
        st.just("own column"), st.sampled_from(["示范岗", "标兵"]), st.sampled_from(["岗位级别", "安全"])
    ),
    st.tuples(st.just("row away"), st.sampled_from(["示范岗", "标兵"]), ROWS),
    st.tuples(st.just("file"), st.sampled_from(["BB-001.txt", "BB-002 于.txt"]), st.sampled_from(WRITE_UPS)),
    st.tuples(st.just("beside"), st.sampled_from(["评分 - 副本.xlsx", "~$申报.xlsx", "评分.ods"])),
    st.tuples(st.just("back")),
)


def do(campaign, first, edit):
    """Change a campaign as a clerk might. first: the folder as it was at the beginning."""
    match edit:
        case ("application", sheet, (cell, value)):
            campaign.edit("申报", sheet, **{cell: value if value != "坏\x01字" else "坏_x0001_字"})
        case ("score", (cell, value)):
            campaign.edit("评分", "评分", **{cell: value})
        case ("thanks", (cell, value)):
            campaign.edit("评分", "附加分", **{cell: value})
        case ("settings", (sheet, (cell, value))):
            campaign.edit("活动设置", sheet, **{cell: value})
        case ("template", name, text):
            campaign.add_template(name, text)
        case ("own column", sheet, header):
            campaign.edit("申报", sheet, R1=header)
        case ("row away", sheet, row):
            campaign.delete_row("申报", sheet, row)
        case ("file", name, text):
            folder = campaign.path / DATA_FOLDER / "事迹"
            folder.mkdir(exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        case ("beside", name):
            shutil.copy(campaign.path / DATA_FOLDER / "评分.xlsx", campaign.path / DATA_FOLDER / name)
        case _:
            copy_inputs(first, campaign.path)


def copy_inputs(source, target):
    for name in (DATA_FOLDER, TEMPLATES_FOLDER):
        shutil.rmtree(target / name, ignore_errors=True)
        shutil.copytree(source / name, target / name)


def told(report):
    return sorted(
        (finding(each) for each in report.findings if each.kind.code not in OF_EARLIER_FILES), key=str
    )


def documents(report):
    return {
        (each.document, each.applicant, each.path, each.sha256)
        for each in report.documents
        if each.status not in {"removed", "withheld"}
    }


def files(folder):
    output = folder / OUTPUT_FOLDER
    paths = [path for path in output.rglob("*.docx") if not path.relative_to(output).parts[0].startswith(".")]
    return {str(path.relative_to(output)): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A small campaign: a few applications of each award, and their scores."""
    campaign = CampaignFolder(tmp_path_factory.mktemp("first") / "活动")
    for sheet in ("示范岗", "标兵"):
        for _ in range(12):
            campaign.delete_row("申报", sheet, 2 + LEFT)
    return campaign.path


@given(st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=3))
@settings(max_examples=int(os.environ.get("AWARDGEN_MANY_EDITS", "4")), deadline=None)
def test_a_run_after_any_edits_is_as_one_that_remembers_nothing(first, tmp_path_factory, rounds):
    folder = tmp_path_factory.mktemp("edited")
    remembered, cache = folder / "活动", folder / "cache"
    copy_inputs(first, remembered)
    campaign = CampaignFolder.__new__(CampaignFolder)
    campaign.path = remembered
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER_VARIABLE, str(cache))
        pipeline.build(remembered, means=ALONE)
        for number, edits in enumerate(rounds):
            for edit in edits:
                do(campaign, first, edit)
            afresh = folder / f"afresh{number}" / "活动"
            copy_inputs(remembered, afresh)
            patch.setenv(FOLDER_VARIABLE, str(cache))
            ours, checked = pipeline.build(remembered, means=ALONE), pipeline.check(remembered, means=ALONE)
            patch.setenv(FOLDER_VARIABLE, str(folder / f"empty{number}"))
            other = pipeline.build(afresh, means=ALONE)
            assert told(ours) == told(other)
            assert documents(ours) == documents(other)
            assert files(remembered) == files(afresh)
            patch.setenv(FOLDER_VARIABLE, str(folder / f"empty{number}b"))
            assert told(checked) == told(pipeline.check(afresh, means=ALONE))
    shutil.rmtree(folder)
