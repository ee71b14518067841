"""The range 归档: checked with the rest, made by `archive` alone."""

from decimal import Decimal

from docx import Document

from awardgen import pipeline
from awardgen.campaign import Campaign, Scope, evaluate
from awardgen.documents import ArchiveRows, BoxRows, Contexts

ITEM = {"序号": Decimal(1), "件号": "0001", "题名": "通知", "页数": Decimal(5), "日期": None}
ROWS = ArchiveRows(
    {"全宗号": "Z109"},
    {"件数": Decimal(1), "总页数": Decimal(5)},
    [BoxRows({"盒号": "1", "起件号": "0001", "止件号": "0001"}, [ITEM])],
)


def context():
    return Contexts(Campaign(), evaluate(Campaign())).archive(ROWS)


def test_items_stand_in_their_boxes_and_in_one_list():
    found = context()
    (item,) = found["归档列表"]
    assert (item["题名"], str(item), item["页数"]) == ("通知", "通知", 5)
    assert found["盒列表"][0]["归档列表"] == [item]
    assert not item["日期"]


def test_settings_and_totals_are_tags():
    assert (context()["全宗号"], context()["件数"], context()["总页数"]) == ("Z109", 1, 5)


def test_every_name_is_known_to_the_range_alone():
    contexts = Contexts(Campaign(), evaluate(Campaign()))
    assert {"归档列表", "盒列表", "全宗号", "总页数"} <= contexts.known_names(Scope.ARCHIVE)
    assert "归档列表" not in contexts.known_names(Scope.CAMPAIGN)


def test_check_tells_of_a_wrong_name_and_build_makes_none(starter):
    document = Document()
    document.add_paragraph("{{ 全宗好 }}{% for 件 in 归档列表 %}{{ 件.页数量 }}{% endfor %}")
    document.save(starter.path / "templates" / "备考表.docx")
    found = [
        each for each in pipeline.check(starter.path).findings if each.place.file == "templates/备考表.docx"
    ]
    assert {each.kind.code for each in found} == {"AW402"}
    assert len(found) == 2
    pipeline.build(starter.path)
    assert not starter.output("备考表.docx").exists()
