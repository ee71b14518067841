"""A slip stands where it is mended: at the cell that a tag prints, else at the paragraph of the template."""

import pytest

from awardgen import pipeline

SILENT = ("AW437", "AW438", "AW453", "AW454")  # what the starter leaves to its office


def slips(starter):
    return [
        (each.kind.code, each.place.file, each.place.cell, each.excerpt)
        for each in pipeline.check(starter.path).findings
        if "AW430" <= each.kind.code <= "AW459" and each.kind.code not in SILENT
    ]


SETTINGS = "data/活动设置.xlsx"


def test_what_a_cell_says_is_mended_in_the_cell(starter):
    starter.set(主题词="优质服务示范岗 优质服务标兵 通知")
    assert slips(starter) == [("AW430", SETTINGS, "B11", "优质服务标兵")]


def test_what_a_template_says_is_mended_in_the_template(starter):
    starter.add_template("函.docx", "附事迹材料2000字左右，{{ 主送机关 }}推荐“优秀服务示范岗”。")
    starter.append("活动设置", "文书", "函", "函.docx", "活动", None, "函.docx")
    assert slips(starter) == [
        ("AW430", "templates/函.docx", None, "优秀服务示范岗"),
        ("AW442", "templates/函.docx", None, "2000字"),
    ]


def test_figures_that_tags_print_are_right_by_themselves(starter):
    text = "附事迹材料{{ 事迹字数 }}字，获奖{% for 奖 in 奖项列表 %}{{ 奖 }}{{ 奖.获奖列表|length }}个{% endfor %}。"
    starter.add_template("函.docx", text)
    starter.append("活动设置", "文书", "函", "函.docx", "活动", None, "函.docx")
    starter.set(事迹字数=1800)
    assert slips(starter) == []


def test_a_sentence_without_its_value_is_found_at_the_setting(starter):
    starter.add_template("函.docx", "本函共印{{ 印数 }}份。")
    starter.append("活动设置", "文书", "函", "函.docx", "活动", None, "函.docx")
    starter.set(印数=None)
    (found,) = slips(starter)
    assert found[:3] == ("AW452", SETTINGS, "B10")


@pytest.mark.parametrize("workbooks", [(), ("评分",), ("申报", "评分")])
def test_a_document_that_is_too_early_is_read_without_its_values(starter, workbooks):
    starter.add_template("决定.docx", "{% for 人 in 获奖列表 %}{{ 人.岗位人员姓名 }}{% endfor %}于××表彰。")
    starter.append("活动设置", "文书", "决定", "决定.docx", "奖项", None, "决定-{{ 奖项 }}.docx")
    starter.forget(*workbooks)
    assert slips(starter) == [("AW451", "templates/决定.docx", None, "××")]


def test_one_number_for_two_annexes_is_found_at_the_number(starter):
    starter.edit("活动设置", "奖项", E3=2)
    assert slips(starter) == [("AW432", SETTINGS, "E3", "2")]
