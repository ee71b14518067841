"""A notice that is set right has no finding; each planted fault has one, at its place."""

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from awardgen.layout_checks import Edition, check_layout
from awardgen.workbook import BASICS
from tests.campaign_folder import REPOSITORY
from tests.layout_checks.notices import CENTRE, LEFT, RIGHT, Notice, set_type

OF_THE_ARCHIVE = {"归档文件目录", "备考表", "盒脊标签"}  # they follow DA/T 22
TEMPLATES = [
    path for path in sorted((REPOSITORY / "templates").glob("*.docx")) if path.stem not in OF_THE_ARCHIVE
]


@pytest.mark.parametrize("edition", Edition)
def test_a_notice_set_by_the_standard_has_no_finding(edition):
    assert Notice(edition).findings() == []


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_the_starters_templates_have_no_finding(path, edition):
    assert check_layout(path.read_bytes(), path.name, edition) == []


def test_the_editions_are_those_of_the_settings():
    (column,) = [each for each in BASICS.settings if each.header == "公文版式"]
    assert list(column.choices) == [each.value for each in Edition]


def margin(notice):
    notice.document.sections[0].top_margin = notice.document.sections[0].left_margin = Mm(25)


def letter_paper(notice):
    notice.document.sections[0].page_width, notice.document.sections[0].page_height = Mm(215.9), Mm(279.4)


def gutter(notice):
    notice.document.sections[0].gutter = Mm(10)


def page_number(side, **form):
    def plant(notice):
        notice.number_pages(notice.document.sections[0].footer, side, **form)

    return plant


def no_odd_and_even(notice):
    notice.document.settings.odd_and_even_pages_header_footer = False


def no_page_number(notice):
    for footer in (notice.document.sections[0].footer, notice.document.sections[0].even_page_footer):
        footer.paragraphs[0].clear()


def align(name, how):
    return lambda notice: setattr(notice.lines[name], "alignment", how)


def indent(name, points):
    return lambda notice: setattr(notice.lines[name].paragraph_format, "first_line_indent", Pt(points))


def text(name, words):
    return lambda notice: notice.text(name, words)


def of_type(name, font, size):
    return lambda notice: notice.type(name, font, size)


def pasted(notice):
    set_type(notice.lines["body"].add_run("从网页上贴来的一句话。"), "微软雅黑", 12)


def spacing(value):
    return lambda notice: setattr(notice.lines["body"].paragraph_format, "line_spacing", value)


def wide(notice):
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), "40")
    notice.lines["body"].runs[0]._element.rPr.append(spacing)


PLANTED = {
    "paper": (letter_paper, "AW460", "正文", "216×279毫米"),
    "margin 25 mm": (margin, "AW461", "正文", "上25、左25毫米，应为上37、左28毫米"),
    "gutter": (gutter, "AW461", "正文", "左38毫米"),
    "line spacing 1.5": (spacing(1.5), "AW462", "body", "1.5倍行距"),
    "line spacing 30 pt": (spacing(Pt(30)), "AW462", "body", "固定值30磅"),
    "tracking": (wide, "AW463", "body", "加宽了2.0磅"),
    "body 小四宋体": (of_type("body", "宋体", 12), "AW464", "body", "小四宋体，应为3号仿宋"),
    "title 三号黑体": (of_type("title", "黑体", 16), "AW464", "title", "3号黑体，应为2号小标宋"),
    "heading 宋体": (of_type("heading 1", "宋体", 16), "AW464", "heading 1", "应为3号黑体"),
    "second level 仿宋": (of_type("heading 2", "仿宋", 16), "AW464", "heading 2", "3号仿宋，应为3号楷体"),
    "words pasted": (pasted, "AW464", "body", "小四微软雅黑"),
    "imprint 3号": (of_type("imprint", "仿宋", 16), "AW464", "imprint", "应为4号仿宋"),
    "mark 宋体": (of_type("mark", "宋体", 36), "AW464", "mark", "应为小标宋"),
    "title left": (align("title", LEFT), "AW466", "title", "没有居中"),
    "number right": (align("number", RIGHT), "AW466", "number", "没有居中"),
    "addressee indented": (indent("addressee", 32), "AW466", "addressee", "缩进了2字"),
    "body not indented": (indent("body", 0), "AW466", "body", "左空二字"),
    "date at the edge": (
        lambda notice: setattr(notice.lines["date"].paragraph_format, "right_indent", Pt(0)),
        "AW466",
        "date",
        "右空0字",
    ),
    "date centred": (align("date", CENTRE), "AW466", "date", "居中"),
    "annex note flush": (indent("annex", 0), "AW466", "annex", "左空0字"),
    "square brackets": (text("number", "后集委发[2010]15号"), "AW467", "number", "六角括号"),
    "第": (text("number", "后集委发〔2010〕第15号"), "AW467", "number", "不加“第”"),
    "leading zero": (text("number", "后集委发〔2010〕015号"), "AW467", "number", "应为“15”"),
    "year of two figures": (text("number", "后集委发〔10〕15号"), "AW467", "number", "写全四位"),
    "no 号": (text("number", "后集委发〔2010〕15"), "AW467", "number", "没有“号”"),
    "tags in the number": (
        text("number", "后集委发[{{ 活动年度 }}]第015号"),
        "AW467",
        "number",
        "六角括号",
    ),
    "number cited": (
        text("body", f"根据后集委发[2009]3号文件，{'经研究决定' * 3}。"),
        "AW467",
        "body",
        "六角括号",
    ),
    "zeros in the date": (text("date", "2010年09月15日"), "AW468", "date", "应为2010年9月15日"),
    "date in Chinese": (text("date", "二○一○年九月十五日"), "AW468", "date", "应用阿拉伯数字"),
    "date with points": (text("date", "2010.9.15"), "AW468", "date", "写成“2010.9.15”"),
    "tag for the date": (text("date", "{{ 成文日期|汉字日期 }}"), "AW468", "date", "会印成汉字"),
    "zeros in the imprint": (
        text("imprint", "办公室　　2010年09月21日印发"),
        "AW468",
        "imprint",
        "月、日不编虚位",
    ),
    "a level left out": (text("heading 1b", "三、目标任务"), "AW469", "heading 1b", "应是第2个"),
    "no page number": (no_page_number, "AW470", "页脚", "没有页码"),
    "page number without dashes": (page_number(RIGHT, before="", after=""), "AW470", "页脚第1段", "写成“1”"),
    "page number of 5号": (page_number(RIGHT, size=10.5), "AW470", "页脚第1段", "字号是5号"),
    "page number on the wrong side": (page_number(LEFT), "AW471", "页脚第1段", "在左"),
    "page number centred": (page_number(CENTRE), "AW471", "页脚第1段", "在居中"),
    "pages not told apart": (no_odd_and_even, "AW471", "页脚第1段", "奇偶页不同"),
    "annex without colon": (text("annex", "附件 1.评选细则"), "AW472", "annex", "没有冒号"),
    "annex with half colon": (text("annex", "附件:1.评选细则"), "AW472", "annex", "半角冒号"),
    "annex 1、": (text("annex", "附件：1、评选细则"), "AW472", "annex", "序号后是“、”"),
    "annex with a stop": (text("annex 2", "2.申报表。"), "AW472", "annex 2", "不加标点"),
    "no line above annexes": (lambda notice: notice.remove("above annexes"), "AW473", "annex", "空一行"),
    "no colon": (text("addressee", "各工会小组"), "AW474", "addressee", "没有冒号"),
    "half colon": (text("addressee", "各工会小组:"), "AW474", "addressee", "半角冒号"),
    "copies without stop": (text("copies", "抄送：集团各部门"), "AW476", "copies", "句号"),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found_and_nothing_else(fault):
    plant, code, where, words = PLANTED[fault]
    notice = Notice()
    plant(notice)
    (finding,) = notice.findings()
    place = notice.place(where) if where in notice.lines else where
    assert finding.kind.code == code
    assert finding.place.file == "templates/通知.docx"
    assert finding.message.startswith(f"{place}：")
    assert words in finding.message
    assert "GB/T 9704-2012第" in finding.message


PLANTED_1999 = {
    "date in figures": (text("date", "2010年9月15日"), "AW468", "date"),
    "zero": (text("date", "二零一零年九月十五日"), "AW468", "date"),
    "tag for the date": (text("date", "{{ 成文日期|年月日 }}"), "AW468", "date"),
    "tag without filter": (text("date", "{{ 成文日期 }}"), "AW468", "date"),
    "imprint 4号": (of_type("imprint", "仿宋", 14), "AW464", "imprint"),
    "subject words 宋体": (of_type("subject words", "宋体", 16), "AW464", "subject words"),
    "subject words' colon": (text("subject words", "主题词:"), "AW475", "subject words"),
    "heading 楷体": (of_type("heading 1", "楷体", 16), "AW464", "heading 1"),
}


@pytest.mark.parametrize("fault", PLANTED_1999)
def test_a_fault_by_the_older_edition_is_found(fault):
    plant, code, where = PLANTED_1999[fault]
    notice = Notice(Edition.OF_1999)
    plant(notice)
    findings = notice.findings()
    assert {finding.kind.code for finding in findings} == {code}
    assert all(finding.message.startswith(f"{notice.place(where)}：") for finding in findings)
    assert "GB/T 9704-1999第" in findings[0].message


def test_the_colour_of_the_mark_is_red():
    notice = Notice()
    set_type(notice.lines["mark"].runs[0], "方正小标宋简体", 36, "000000")
    assert notice.codes() == ["AW465"]


def test_the_newer_edition_has_no_subject_words():
    assert "AW475" in Notice(Edition.OF_1999).codes(Edition.OF_2012)


def test_annexes_named_behind_the_date_stand_in_the_wrong_place():
    notice = Notice()
    notice.lines["date"]._element.addnext(notice.lines["annex"]._element)
    assert "AW473" in notice.codes()


def test_a_level_within_a_lower_one_is_found():
    notice = Notice()
    notice.text("heading 1b", "（一）目标任务")
    notice.text("heading 2", "1.加强领导")
    notice.text("heading 3", "（1）以教育为先导。")
    notice.text("heading 3b", "2.以规范为重点。")
    notice.text("heading 4", "（1）以机制作保证。")
    assert "AW469" not in notice.codes()
    notice.text("heading 1", "（一）指导思想")
    notice.text("heading 1b", "一、目标任务")
    assert "AW469" in notice.codes()


def test_many_paragraphs_with_one_fault_are_one_finding():
    notice = Notice()
    for name in ("purpose", "body"):
        notice.type(name, "宋体", 12)
    (finding,) = notice.findings()
    assert "共2段" in finding.message


@pytest.mark.parametrize("font", ["仿宋", "FangSong", "仿宋_GB2312", "方正仿宋_GBK", "华文仿宋"])
def test_a_family_has_many_fonts(font):
    notice = Notice()
    notice.type("body", font, 16)
    assert notice.findings() == []


@pytest.mark.parametrize(
    "words",
    [
        "2010年9月1日至30日，各工会小组在附件2的名单上签字；3号楼（2010年建）也在内，经研究决定如下。",
        "附件1和附件2的表格由各工会小组填写，一式两份，于2010年9月30日前报集团工会办公室审核。",
        "1.5倍以上的增长、（见附件）和[注]都不是层次序数，按正文排，经研究决定开展创建活动如下。",
    ],
)
def test_what_only_looks_like_an_element_is_body(words):
    notice = Notice()
    notice.text("body", words)
    assert notice.findings() == []


@pytest.mark.parametrize("margin", [Cm(3.65), Cm(3.75)])
def test_a_margin_may_be_a_millimetre_off(margin):
    notice = Notice()
    notice.document.sections[0].top_margin = margin
    assert notice.findings() == []
