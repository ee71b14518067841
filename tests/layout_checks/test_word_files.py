"""Word says one thing in many ways: styles, themes, tables, text boxes, frames, lists, fields, branches."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from awardgen.layout_checks import Edition, check_layout
from awardgen.layout_checks.model import Role
from awardgen.layout_checks.reading import read_layout
from tests.layout_checks.notices import BODY, LEFT, RIGHT, Notice, saved, set_type


def roles(notice):
    layout = read_layout(saved(notice.document), notice.edition.value)
    return [line.role for line in layout.lines]


def take_off_the_font(notice, name):
    run = notice.lines[name].runs[0]._element
    run.rPr.rFonts.attrib.pop(qn("w:eastAsia"))
    return run


def test_a_font_comes_from_the_style_that_a_style_rests_on():
    notice = Notice()
    take_off_the_font(notice, "body")
    base = notice.document.styles.add_style("底", 1)
    base.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋")
    style = notice.document.styles.add_style("公文正文", 1)
    style.base_style = base
    notice.lines["body"].style = style
    assert notice.findings() == []
    base.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    assert notice.codes() == ["AW464"]


def test_a_font_comes_from_a_character_style():
    notice = Notice()
    take_off_the_font(notice, "body")
    style = notice.document.styles.add_style("强调字", 2)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "楷体")
    notice.lines["body"].runs[0].style = style
    (finding,) = notice.findings()
    assert "3号楷体" in finding.message


def test_a_font_set_for_western_letters_alone_leaves_the_themes_chinese_font():
    notice = Notice()
    take_off_the_font(notice, "body")
    notice.lines["body"].runs[0].font.name = "仿宋"
    (finding,) = notice.findings()
    assert "3号宋体" in finding.message


def test_a_frame_of_one_cell_counts_as_not_there():
    notice = Notice()
    cell = notice.document.add_table(1, 1).cell(0, 0)
    table = cell._element.getparent().getparent()
    notice.lines["mark"]._element.addprevious(table)
    for name in ("mark", "number", "title"):
        cell._element.append(notice.lines[name]._element)
    assert notice.findings() == []
    notice.type("title", "黑体", 16)
    (finding,) = notice.findings()
    assert finding.message.startswith("正文表格1第1行第1格第4段：")


def test_cells_of_a_table_in_the_text_are_no_body():
    notice = Notice()
    table = notice.document.add_table(2, 3)
    for cell in table._cells:
        set_type(cell.paragraphs[0].add_run("岗位名称与说明。"), "宋体", 12)
    notice.lines["body"]._element.addnext(table._element)
    assert notice.findings() == []


BOX = (
    '<w:r {w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" {v}>'
    "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def test_a_mark_in_a_text_box_is_read_once():
    notice = Notice()
    notice.type("mark", "宋体", 36)
    content = (
        "<w:txbxContent><w:p><w:pPr><w:jc w:val='center'/></w:pPr>"
        "<w:r><w:rPr><w:rFonts w:eastAsia='宋体'/><w:color w:val='FF0000'/><w:sz w:val='72'/></w:rPr>"
        "<w:t>后勤集团工会委员会文件</w:t></w:r></w:p></w:txbxContent>"
    )
    notice.lines["mark"].clear()
    notice.lines["mark"]._element.append(parse_xml(BOX.format(w=nsdecls("w"), v=V, box=content)))
    (finding,) = notice.findings()
    assert finding.message.startswith("正文第1段文本框第1段：发文机关标志是小初宋体")


def frame(footer, align):
    layout = footer.paragraphs[0]._element.get_or_add_pPr()
    layout.insert(0, parse_xml(f'<w:framePr {nsdecls("w")} w:hAnchor="margin" w:xAlign="{align}" w:y="1"/>'))


def test_a_page_number_in_a_frame_stands_where_the_frame_does():
    notice = Notice()
    section = notice.document.sections[0]
    notice.number_pages(section.footer, LEFT)
    frame(section.footer, "outside")
    notice.document.settings.odd_and_even_pages_header_footer = False
    assert notice.findings() == []
    section.footer.paragraphs[0]._element.pPr[0].set(qn("w:xAlign"), "center")
    assert notice.codes() == ["AW471"]


def test_a_page_number_behind_tabs_stands_at_their_stop():
    notice = Notice()
    footer = notice.document.sections[0].footer
    notice.number_pages(footer, LEFT, before="\t\t— ")
    assert notice.findings() == []
    notice.number_pages(footer, LEFT, before="\t— ")
    assert notice.codes() == ["AW471"]


def test_a_page_number_has_the_size_of_what_is_shown():
    notice = Notice()
    footer = notice.document.sections[0].footer.paragraphs[0]
    field = footer.runs[1]
    pieces = list(field._element.iterchildren(qn("w:fldChar"), qn("w:instrText")))
    for piece in pieces[2:]:
        later = footer.add_run()
        later._element.append(piece)
        footer.runs[-2]._element.addprevious(later._element)
    assert notice.findings() == []


def test_a_number_of_all_pages_is_no_page_number():
    notice = Notice()
    for footer in (notice.document.sections[0].footer, notice.document.sections[0].even_page_footer):
        for element in footer._element.iter(qn("w:instrText")):
            element.text = " NUMPAGES "
    assert notice.codes() == ["AW470"]


def grid(notice, **attributes):
    section = notice.document.sections[0]._sectPr
    found = section.find(qn("w:docGrid"))
    for name, value in attributes.items():
        found.set(qn(f"w:{name}"), value)


def test_a_grid_of_22_lines_is_as_good_as_an_exact_height():
    notice = Notice()
    for name in ("purpose", "body"):
        notice.lines[name].paragraph_format.line_spacing = 1.0
    assert notice.codes() == ["AW462"]
    grid(notice, type="lines", linePitch="579")
    assert notice.findings() == []
    grid(notice, linePitch="312")
    assert notice.codes() == ["AW462"]


def test_a_grid_of_28_characters_narrows_the_characters():
    notice = Notice()
    notice.document.styles["Normal"].font.size = Pt(16)
    grid(notice, type="linesAndChars", linePitch="579", charSpace="-842")
    assert notice.findings() == []
    grid(notice, charSpace="21667")
    assert notice.codes() == ["AW463"]


def test_word_s_own_numbers_are_read():
    notice = Notice()
    numbering = notice.document.part.numbering_part.element
    for level in numbering.iter(qn("w:abstractNum")):
        level.getparent().remove(level)
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for name, text in (("heading 1", "指导思想"), ("heading 1b", "目标任务")):
        notice.text(name, text)
        notice.lines[name]._element.pPr.insert(
            0, parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>')
        )
    assert notice.findings() == []
    notice.type("heading 1b", "宋体", 16)
    (finding,) = notice.findings()
    assert finding.excerpt == "二、目标任务"


def test_indents_may_be_counted_in_characters_or_typed():
    notice = Notice()
    notice.lines["body"].paragraph_format.first_line_indent = None
    notice.lines["body"]._element.pPr.append(
        parse_xml(f'<w:ind {nsdecls("w")} w:firstLineChars="200" w:firstLine="640"/>')
    )
    notice.lines["purpose"].paragraph_format.first_line_indent = None
    notice.text("purpose", f"　　{BODY}")
    assert notice.findings() == []


def test_a_branch_counts_only_for_its_edition():
    notice = Notice()
    date = notice.lines["date"]._element
    notice.add("if", "{%p if 公文版式 == ‘GB/T 9704-2012’ %}")
    notice.add("else", "{%p else %}")
    notice.add("endif", "{%p endif %}")
    older = notice.add("older", "{{ 成文日期|汉字日期 }}", align=RIGHT, right=4)
    date.addprevious(notice.lines["if"]._element)
    date.addnext(notice.lines["endif"]._element)
    date.addnext(older._element)
    date.addnext(notice.lines["else"]._element)
    assert notice.findings() == []
    assert "AW468" not in notice.codes(Edition.OF_1999)


def test_a_branch_inside_a_line_counts_only_for_its_edition():
    notice = Notice()
    line = (
        "{% if 公文版式 != 'GB/T 9704-2012' and 成文日期 %}{{ 成文日期|汉字日期 }}"
        "{% else %}{{ 成文日期|年月日 }}{% endif %}"
    )
    notice.text("date", line)
    assert notice.codes(Edition.OF_2012) == []
    # Where the data decide too, either branch may print: that cannot be said to be wrong.
    assert notice.codes(Edition.OF_1999).count("AW468") <= 1


def test_tags_stand_for_what_they_print():
    notice = Notice()
    for name, text in {
        "mark": "{{ 发文机关标志 }}",
        "number": "{{ 发文字号 }}",
        "title": "{{ 通知标题 }}",
        "addressee": "{{ 主送机关 }}：",
        "signature": "{{ 授予机关 }}",
        "date": "{{ 成文日期|年月日 }}",
        "annex": "附件：1.{{ 奖项列表|顿号 }}评选细则",
        "imprint": "{{ 印发机关 }}　{{ 印发日期 }}印发",
    }.items():
        notice.text(name, text)
    assert notice.findings() == []
    assert roles(notice)[:4] == [Role.MARK, Role.NUMBER, Role.TITLE, Role.ADDRESSEE]
    assert {Role.SIGNATURE, Role.DATE, Role.ANNEX_NOTE, Role.IMPRINT} <= set(roles(notice))


def test_hidden_hints_are_not_judged():
    notice = Notice()
    hint = notice.lines["body"].add_run("（此处填写目的，打印时不出现）")
    set_type(hint, "宋体", 9)
    hint.font.hidden = True
    assert notice.findings() == []


def annexed(label):
    notice = Notice()
    notice.add("label", label, font="黑体").paragraph_format.page_break_before = True
    notice.add("annex title", "申报表", font="宋体", size=12)
    notice.add("annex text", BODY, font="宋体", size=12)
    return notice


def test_an_annex_in_the_same_file_has_rules_of_its_own():
    assert annexed("附件1").findings() == []
    assert annexed("附件1：").codes() == ["AW477"]


class TestWhatIsNoOfficialDocument:
    def list_of_names(self):
        document = Document()
        section = document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        document.add_heading("表彰名单")
        document.add_paragraph("根据通知要求，经考核打分，授予下列岗位荣誉称号。")
        document.add_table(2, 3)
        document.add_paragraph("年　　月　　日")
        return document

    def test_it_is_held_to_the_paper_alone(self):
        document = self.list_of_names()
        assert check_layout(saved(document), "名单.docx", Edition.OF_2012) == []
        document.sections[0].page_width = Mm(184)
        (finding,) = check_layout(saved(document), "名单.docx", Edition.OF_2012)
        assert finding.kind.code == "AW460"

    def test_it_may_lie_on_its_side(self):
        document = self.list_of_names()
        section = document.sections[0]
        section.page_width, section.page_height = section.page_height, section.page_width
        assert check_layout(saved(document), "名单.docx", Edition.OF_2012) == []

    def test_its_margins_can_be_printed(self):
        document = self.list_of_names()
        document.sections[0].left_margin = Mm(3)
        (finding,) = check_layout(saved(document), "名单.docx", Edition.OF_2012)
        assert finding.kind.code == "AW461"


def packed(**parts):
    """A notice with other contents of some parts of word/."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(Notice().document))) as source,
        zipfile.ZipFile(buffer, "w") as target,
    ):
        for name in source.namelist():
            stem = name.removeprefix("word/").removesuffix(".xml")
            target.writestr(name, parts.get(stem, source.read(name)))
    return buffer.getvalue()


HOSTILE = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w>&b;</w>'


@pytest.mark.parametrize("data", [b"", b"no zip", packed(document=HOSTILE), packed(document=b"<w")])
def test_what_is_no_word_file_has_no_layout(data):
    assert check_layout(data, "通知.docx", Edition.OF_2012) == []


@pytest.mark.parametrize("part", ["styles", "numbering", "settings", "theme/theme1", "footer1"])
@pytest.mark.parametrize("content", [HOSTILE, b"<w"])
def test_a_part_that_is_damaged_counts_as_not_there(part, content):
    for finding in check_layout(packed(**{part: content}), "通知.docx", Edition.OF_2012):
        assert finding.place.file == "templates/通知.docx"


def test_styles_that_rest_on_each_other_in_a_circle_come_to_an_end():
    notice = Notice()
    one, two = (notice.document.styles.add_style(name, 1) for name in ("一", "二"))
    one.base_style, two.base_style = two, one
    notice.lines["body"].style = one
    assert "AW464" not in notice.codes()


@pytest.mark.parametrize("measure", ["", "x", "1e999", "nan", "-5", "99999999999999999999"])
def test_a_measure_that_is_none_is_no_crash(measure):
    notice = Notice()
    section = notice.document.sections[0]._sectPr
    for element in (section.find(qn("w:pgMar")), section.find(qn("w:docGrid"))):
        for name in list(element.attrib):
            element.set(name, measure)
    for name in ("w:ind", "w:spacing"):
        for element in notice.document.element.iter(qn(name)):
            for key in list(element.attrib):
                element.set(key, measure)
    for element in notice.document.element.iter(qn("w:sz")):
        element.set(qn("w:val"), measure)
    buffer = io.BytesIO()
    notice.document.save(buffer)
    assert isinstance(check_layout(buffer.getvalue(), "通知.docx", Edition.OF_2012), list)
