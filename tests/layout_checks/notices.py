"""Notices as a clerk sets them in Word, right by the standard unless a test plants a fault."""

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from awardgen.layout_checks import Edition, check_layout

CENTRE, LEFT, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
BODY = "为进一步提高集团创新服务质量，提高师生满意度，增强后勤保障能力，经研究决定，开展创建活动。"


def set_type(run, font, size, colour=None):
    run.font.size = Pt(size)
    run.font.name = "Times New Roman"
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)


class Notice:
    """A notice with every element, by direct formatting. `lines` maps an element to its paragraph."""

    def __init__(self, edition=Edition.OF_2012):
        self.edition = edition
        self.document = Document()
        self.lines = {}
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        is_new = edition is Edition.OF_2012
        self.add(
            "mark", "后勤集团工会委员会文件", font="方正小标宋简体", size=36, align=CENTRE, colour="FF0000"
        )
        self.blank()
        self.blank()
        self.add("number", "后集委发〔2010〕15号", align=CENTRE)
        self.blank()
        self.blank()
        self.add("title", "关于开展创建活动的通知", font="方正小标宋简体", size=22, align=CENTRE)
        self.blank()
        self.add("addressee", "各工会小组：")
        self.add("purpose", BODY + "现将有关事项通知如下：", indent=2)
        self.add("heading 1", "一、指导思想", font="黑体", indent=2)
        self.add("body", BODY, indent=2)
        self.add("heading 1b", "二、目标任务", font="黑体", indent=2)
        self.add("heading 2", "（一）加强领导", font="楷体_GB2312", indent=2)
        self.add("heading 3", "1.以教育为先导。" + BODY, indent=2)
        self.add("heading 3b", "2.以规范为重点。" + BODY, indent=2)
        self.add("heading 4", "（1）以机制作保证。" + BODY, indent=2)
        self.add("heading 2b", "（二）抓好落实", font="楷体_GB2312", indent=2)
        self.blank("above annexes")
        self.add("annex", "附件：1.评选细则", indent=2)
        self.add("annex 2", "2.申报表", indent=5)
        self.blank()
        self.blank()
        if is_new:
            self.add("signature", "后勤集团工会委员会", align=RIGHT, right=2)
        self.add("date", "2010年9月15日" if is_new else "二○一○年九月十五日", align=RIGHT, right=4)
        self.blank()
        if not is_new:
            words = self.add("subject words", "主题词：", font="黑体")
            set_type(words.add_run("优质服务　优秀　通知"), "方正小标宋简体", 16)
        self.add("copies", "抄送：集团各部门。", size=14 if is_new else 16, indent=1)
        self.add("imprint", "后勤集团办公室　　　2010年9月21日印发", size=14 if is_new else 16, indent=1)
        self.document.settings.odd_and_even_pages_header_footer = True
        self.number_pages(section.footer, RIGHT)
        self.number_pages(section.even_page_footer, LEFT)

    def add(  # noqa: PLR0913 - each by name
        self, name, text, *, font="仿宋_GB2312", size=16, align=None, indent=0, right=0, colour=None
    ):
        paragraph = self.document.add_paragraph()
        set_type(paragraph.add_run(text), font, size, colour)
        layout = paragraph.paragraph_format
        layout.alignment = align
        layout.line_spacing, layout.space_after = Pt(28.95), Pt(0)
        layout.first_line_indent, layout.right_indent = Pt(indent * size), Pt(right * size)
        self.lines[name] = paragraph
        return paragraph

    def blank(self, name="blank"):
        self.add(name, "")

    def number_pages(self, footer, align, *, before="— ", after=" —", size=14):
        paragraph = footer.paragraphs[0]
        paragraph.clear()
        paragraph.alignment = align
        for piece in (before, None, after):
            run = paragraph.add_run(piece or "")
            set_type(run, "宋体", size)
            if piece is None:
                for kind, text in (("begin", None), (None, " PAGE "), ("separate", None), ("end", None)):
                    element = OxmlElement("w:fldChar" if kind else "w:instrText")
                    element.text = text
                    if kind:
                        element.set(qn("w:fldCharType"), kind)
                    run._element.append(element)

    def text(self, name, text):
        """Write another text in the type that the element has."""
        self.lines[name].runs[0].text = text

    def type(self, name, font, size):
        for run in self.lines[name].runs:
            set_type(run, font, size)

    def remove(self, name):
        element = self.lines[name]._element
        element.getparent().remove(element)

    def place(self, name):
        """Return where an element stands, as the findings tell it."""
        return f"正文第{[each._element for each in self.document.paragraphs].index(self.lines[name]._element) + 1}段"

    def findings(self, edition=None):
        return check_layout(saved(self.document), "通知.docx", edition or self.edition)

    def codes(self, edition=None):
        return [finding.kind.code for finding in self.findings(edition)]


def saved(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
