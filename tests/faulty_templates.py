"""Word templates with planted faults, each with the place where a clerk would look for it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import docx
from docx.enum.section import WD_SECTION
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOX = (
    f'<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    "<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    "<v:textbox><w:txbxContent>{text}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@dataclass(frozen=True)
class Planted:
    """A fault: its code, where it stands, and a part of the excerpt and of the message."""

    code: str
    where: str
    excerpt: str
    message: str = ""


class Word:
    """A document with the means to put tags where staff put them."""

    def __init__(self):
        self.document = docx.Document()

    def add(self, *texts):
        """Add paragraphs; a tuple is one of several runs, every other in bold."""
        for text in texts:
            paragraph = self.document.add_paragraph()
            for number, run in enumerate(text if isinstance(text, tuple) else (text,)):
                paragraph.add_run(run).bold = bool(number % 2)
        return self

    def table(self, *rows):
        table = self.document.add_table(len(rows), max(map(len, rows)))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text
        return table

    def raw(self, xml):
        """Add a paragraph of this content of a w:p."""
        self.document.add_paragraph()._p.append(parse_xml(xml))
        return self

    def wrapped(self, name, text, attributes=""):
        return self.raw(
            f'<w:{name} {W} {attributes}><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:{name}>'
        )

    def control(self, text):
        run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
        return self.raw(f"<w:sdt {W}><w:sdtPr/><w:sdtContent>{run}</w:sdtContent></w:sdt>")

    def box(self, *texts):
        paragraphs = "".join(
            f'<w:p><w:r><w:t xml:space="preserve">{each}</w:t></w:r></w:p>' for each in texts
        )
        return self.raw(BOX.replace("{text}", paragraphs))

    def note(self, kind, text):
        """Add a part with one foot- or endnote, or a comment."""
        names = {
            "footnotes": (CT.WML_FOOTNOTES, RT.FOOTNOTES, "footnote"),
            "endnotes": (CT.WML_ENDNOTES, RT.ENDNOTES, "endnote"),
            "comments": (CT.WML_COMMENTS, RT.COMMENTS, "comment"),
        }
        content_type, relation, element = names[kind]
        run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
        xml = f'<w:{kind} {W}><w:{element} w:id="2"><w:p>{run}</w:p></w:{element}></w:{kind}>'
        package = self.document.part.package
        part = Part(PackURI(f"/word/{kind}.xml"), content_type, xml.encode(), package)
        self.document.part.relate_to(part, relation)
        return self

    def section(self):
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        for each in (section.header, section.footer, section.even_page_header, section.even_page_footer):
            each.is_linked_to_previous = False
        return section

    @property
    def data(self):
        buffer = BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()


def cases():
    """Return name → (range, bytes, planted faults)."""
    return {name: (scope, make(planted := []).data, planted) for name, (scope, make) in MAKERS.items()}


MAKERS = {}


def case(name, scope="申报"):
    """Declare a case that needs more than paragraphs: a function from the list of faults to a document."""

    def keep(make):
        MAKERS[name] = (scope, make)
        return make

    return keep


def body(scope, name, *paragraphs, faults):
    """Declare a case of body paragraphs; faults: (code, paragraph, excerpt, message)."""

    def make(planted):
        planted += [Planted(code, f"正文第{number}段", *rest) for code, number, *rest in faults]
        return Word().add(*paragraphs)

    MAKERS[name] = (scope, make)


# --- names
body(
    "申报",
    "名字错一字",
    "编号：{{ 编号 }}",
    "岗位：{{ 岗位名字 }}。",
    faults=[("AW402", 2, "岗位名字", "岗位名称")],
)
body(
    "申报",
    "两处名字",
    "{{ 工会小祖 }}",
    "甲",
    "{{ 主要事际 }}",
    faults=[("AW402", 1, "工会小祖", "工会小组"), ("AW402", 3, "主要事际", "主要事迹")],
)
body(
    "申报",
    "一段两名",
    "{{ 工会小祖 }}与{{ 主要事际 }}",
    faults=[("AW402", 1, "工会小祖"), ("AW402", 1, "主要事际")],
)
body("活动", "别的范围", "总分：{{ 总分 }}", faults=[("AW402", 1, "总分", "“申报”")])
body(
    "活动",
    "循环里的列",
    "{%p for 项 in 奖项列表 %}",
    "{{ 项.名客 }}",
    "{%p endfor %}",
    faults=[("AW402", 2, "项.名客", "名额")],
)
body(
    "小组",
    "名单里的列",
    "{% for 人 in 申报列表 %}{{ 人.岗位人员姓民 }}{% endfor %}",
    faults=[("AW402", 1, "岗位人员姓民", "岗位人员姓名")],
)
body(
    "小组",
    "没走到的列",
    "{% for 人 in 申报列表 %}{% if false %}{{ 人.性別 }}{% endif %}{% endfor %}",
    faults=[("AW402", 1, "人.性別")],
)
body("小组", "名单当一行", "{{ 申报列表.岗位名称 }}", faults=[("AW402", 1, "申报列表.岗位名称", "名单")])
body("申报", "文字没有下级", "{{ 岗位名称.负责人 }}", faults=[("AW402", 1, "岗位名称.负责人", "文字")])
body("申报", "筛选里的列", "{{ 小组.申报列表|map(attribute='姓名')|顿号 }}", faults=[("AW402", 1, "姓名")])
body(
    "申报",
    "条件里的名字",
    "{% if 顾客满意 > 0.9 %}好{% endif %}",
    faults=[("AW402", 1, "顾客满意", "顾客满意度")],
)
body("申报", "三元里的列", "{{ 小组.负责 if 获奖 else '' }}", faults=[("AW402", 1, "小组.负责", "负责人")])
body(
    "申报",
    "循环外",
    "{% for 人 in 小组.申报列表 %}{{ 人.编号 }}{% endfor %}{{ 人.编号 }}",
    faults=[("AW402", 1, "{{ 人.编号 }}", "人")],
)
body(
    "小组",
    "循环改了名",
    "{% for 誤 in 申报列表 %}{{ 人.编号 }}{{ 人.岗位名称 }}{% endfor %}",
    faults=[("AW402", 1, "for 誤", "“人”")],
)
# --- brackets
body(
    "申报", "没收尾", "编号：{{ 编号，岗位：", "{{ 岗位名称 }}", faults=[("AW403", 1, "{{ 编号", "没有收尾")]
)
body(
    "申报",
    "没收尾后面还有",
    "{{ 编号 和 {{ 岗位名称 }}",
    "{{ 岗位名字 }}",
    faults=[("AW403", 1, "{{ 编号", "没有收尾"), ("AW402", 2, "岗位名字")],
)
body("申报", "收错了尾", "{{ 编号 %}，{{ 岗位名称 }}", faults=[("AW403", 1, "{{ 编号 %}", "}}")])
body("申报", "少一个括号", "{{ 编号 }，{{ 岗位名称 }}", faults=[("AW403", 1, "{{ 编号 }", "没有写完")])
body("申报", "单独的收尾", "编号 }}。", "{{ 岗位名称 }}", faults=[("AW412", 1, "}}")])
body("申报", "少开头括号", "{ 编号 }}", faults=[("AW412", 1, "{ 编号 }}")])
body(
    "申报", "语句没收尾", "{% if 获奖 ", "甲", "{% endif %}", faults=[("AW403", 1, "{% if 获奖", "没有收尾")]
)
body("申报", "语句收错尾", "{% if 获奖 }}甲{% endif %}", faults=[("AW403", 1, "{% if 获奖 }}")])
body("申报", "多一层", "{{% if 获奖 %}}甲{% endif %}", faults=[("AW403", 1, "{{% if", "多了一层")])
body("申报", "注释没收尾", "{# 这里以后再填", "{{ 编号 }}", faults=[("AW403", 1, "{#", "没有收尾")])
body(
    "申报",
    "分在两段",
    "{{ 编号",
    "}}",
    "{{ 岗位名字 }}",
    faults=[("AW403", 1, "{{ 编号"), ("AW402", 3, "岗位名字")],
)
body("申报", "少百分号", "甲{% if 获奖 %}乙{ endif %}", faults=[("AW403", 1, "{ endif %}", "{%")])
# --- statements
body(
    "申报",
    "循环没有尾",
    "{%p for 人 in 小组.申报列表 %}",
    "{{ 人.编号 }}",
    faults=[("AW403", 1, "for 人", "endfor")],
)
body("申报", "配错了尾", "{% if 获奖 %}", "甲", "{% endfor %}", faults=[("AW403", 3, "endfor", "endif")])
body(
    "申报",
    "里外配错",
    "{% for 人 in 小组.申报列表 %}{% if 获奖 %}甲{% endfor %}{% endfor %}",
    faults=[("AW403", 1, "{% endfor %}", "endif")],
)
body(
    "申报",
    "里面没有尾",
    "{% for 人 in 小组.申报列表 %}{% if 获奖 %}甲{% endfor %}",
    faults=[("AW403", 1, "{% if 获奖 %}", "endif")],
)
body("申报", "多一个尾", "{% if 获奖 %}甲{% endif %}", "{% endif %}", faults=[("AW403", 2, "endif")])
body("申报", "没有如果的否则", "{% else %}", "{{ 编号 }}", faults=[("AW403", 1, "else")])
body(
    "申报",
    "两个否则",
    "{% if 获奖 %}甲{% else %}乙{% else %}丙{% endif %}",
    faults=[("AW403", 1, "else", "已经有过")],
)
body(
    "申报",
    "没有in",
    "{% for 人 小组.申报列表 %}{{ 人.编号 }}{% endfor %}",
    faults=[("AW403", 1, "for 人", "in")],
)
body("申报", "等号", "{% if 编号 = 'SF-001' %}甲{% endif %}", faults=[("AW403", 1, "编号 =", "==")])
body(
    "申报",
    "不认识的语句",
    "{% fro 人 in 小组.申报列表 %}{{ 人.编号 }}{% endfor %}",
    faults=[("AW403", 1, "fro", "for")],
)
body("申报", "中文语句", "{% 如果 获奖 %}甲{% endif %}", faults=[("AW403", 1, "如果", "if")])
body("申报", "空标签", "{{ }}", "{{ 编号 }}", faults=[("AW403", 1, "{{ }}", "空")])
body("申报", "少引号", "{{ 编号|default('无) }}", "{{ 岗位名称 }}", faults=[("AW403", 1, "default", "引号")])
body(
    "申报",
    "三处语法",
    "{{ 编号 岗 位 + }}",
    "{{ (编号 }}",
    "{% set 甲 = %}",
    faults=[("AW403", 1, "编号"), ("AW403", 2, "(编号"), ("AW403", 3, "set")],
)
# --- filters, tests, calls, sandbox
body("申报", "没有这个过滤器", "{{ 审批日期|汉字日 }}", faults=[("AW403", 1, "汉字日", "汉字日期")])
body(
    "申报",
    "两个过滤器",
    "{{ 审批日期|年月曰 }}",
    "{% if false %}{{ 总分|两位数 }}{% endif %}",
    faults=[("AW403", 1, "年月曰", "年月日"), ("AW403", 2, "两位数", "两位")],
)
body("申报", "没有这个判断", "{% if 总分 is 偶数 %}甲{% endif %}", faults=[("AW403", 1, "偶数", "判断")])
body("申报", "参数太多", "{{ 审批日期|汉字日期('年') }}", faults=[("AW403", 1, "汉字日期", "参数")])
body("申报", "参数太少", "{{ 岗位名称|replace('甲') }}", faults=[("AW403", 1, "replace", "参数")])
body("申报", "不是函数", "{{ 编号() }}", faults=[("AW403", 1, "编号()", "括号")])
body(
    "申报",
    "沙箱一",
    "{{ 编号.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    faults=[("AW404", 1, "__class__"), ("AW404", 2, "__class__")],
)
body("申报", "沙箱二", "{{ 编号|attr('__class__') }}", faults=[("AW404", 1, "attr")])
body("申报", "引入文件", "{% include '/etc/passwd' %}", faults=[("AW404", 1, "include")])
# --- values
body("申报", "除以零", "{{ 1 / 0 }}", "{{ 编号 }}", faults=[("AW405", 1, "1 / 0", "0")])
body(
    "申报",
    "不能比较",
    "{% if 岗位人员姓名 > 3 %}甲{% endif %}",
    faults=[("AW405", 1, "岗位人员姓名 > 3", "文字和数字")],
)
body("申报", "不能相加", "{{ '编号' + 1 }}", faults=[("AW405", 1, "'编号' + 1")])
body("申报", "富文本", "甲", "{{r 编号 }}", faults=[("AW403", 2, "{{r 编号 }}", "丢失")])
# --- formatting
body("申报", "分成几截", ("{{ 岗位", "名", "字 ", "}}"), "甲", faults=[("AW402", 1, "岗位名字", "岗位名称")])
body(
    "申报",
    "全角和弯引号",
    "｛｛ 岗位名字 ｝｝",
    "{{ 没有|default(“无”) }}{{ 主要\u00a0事际 }}",
    faults=[("AW402", 1, "岗位名字"), ("AW402", 2, "事际", "主要事迹")],
)
# --- {%p, {%tr, {%tc
body(
    "申报",
    "行标签不在行里",
    "{%tr for 人 in 小组.申报列表 %}",
    "{{ 人.编号 }}",
    "{%tr endfor %}",
    faults=[("AW403", 1, "tr for", "表格的行"), ("AW403", 3, "tr endfor", "表格的行")],
)
body(
    "申报",
    "段标签旁有字",
    "{%p if 获奖 %}这几个字会丢",
    "甲",
    "{%p endif %}",
    faults=[("AW403", 1, "{%p if", "这几个字会丢")],
)
body("申报", "段和行混用", "{%p if 获奖 %}", "甲", "{% endif %}", faults=[("AW403", 3, "endif", "不成一对")])


body(
    "申报",
    "行标签多空格",
    "{% tr for 人 in 小组.申报列表 %}",
    "甲",
    "{% tr endfor %}",
    faults=[("AW403", 1, "tr for", "空格"), ("AW403", 3, "tr endfor", "空格")],
)
body(
    "申报",
    "段标签里有百分号",
    "{%p if 名次 % 2 %}",
    "甲",
    "{%p endif %}",
    faults=[("AW403", 1, "% 2", "“%”")],
)
body("申报", "合并不在格里", "{% colspan 2 %}{{ 编号 }}", faults=[("AW403", 1, "colspan", "格里")])


@case("格里格外")
def across_cells(planted):
    word = Word()
    word.table(["{% if 获奖 %}甲", "乙{% endif %}"])
    planted.append(Planted("AW403", "正文表格1第1行第2格第1段", "endif", "不在同一格"))
    return word


@case("行循环没有尾", "小组")
def row_loop_without_end(planted):
    word = Word()
    word.table(["编号"], ["{%tr for 人 in 申报列表 %}"], ["{{ 人.编号 }}"])
    planted.append(Planted("AW403", "正文表格1第2行第1格第1段", "tr for", "endfor"))
    return word


@case("跨两张表", "小组")
def across_tables(planted):
    word = Word()
    word.table(["{%tr for 人 in 申报列表 %}"], ["{{ 人.编号 }}"])
    word.add("甲")
    word.table(["{%tr endfor %}"])
    planted.append(Planted("AW403", "正文表格2第1行第1格第1段", "endfor", "不在同一"))
    return word


@case("同一行开合", "小组")
def within_one_row(planted):
    word = Word()
    word.table(["{%tr for 人 in 申报列表 %}{{ 人.编号 }}{%tr endfor %}", "乙"])
    planted.append(Planted("AW403", "正文表格1第1行第1格第1段", "tr for", "丢失"))
    return word


@case("行标签旁有字", "小组")
def beside_a_row_tag(planted):
    word = Word()
    word.table(
        ["{%tr for 人 in 申报列表 %}", "会丢"], ["{{ 人.编号 }}", "{{ 人.岗位名字 }}"], ["{%tr endfor %}", ""]
    )
    planted += [
        Planted("AW403", "正文表格1第1行第1格第1段", "tr for", "会丢"),
        Planted("AW402", "正文表格1第2行第2格第1段", "岗位名字"),
    ]
    return word


@case("第二张表")
def second_table(planted):
    word = Word().add("甲")
    word.table(["甲"])
    word.add("乙")
    word.table(["甲", "乙"], ["丙", "{{ 岗位名字 }}"])
    planted.append(Planted("AW402", "正文表格2第2行第2格第1段", "岗位名字"))
    return word


@case("表中表")
def nested_table(planted):
    word = Word()
    outer = word.table(["甲", "乙"])
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 1).text = "{{ 岗位名字 }}"
    planted.append(Planted("AW402", "正文表格1第1行第2格表格1第1行第2格第1段", "岗位名字"))
    return word


@case("第二节页眉")
def headers_of_sections(planted):
    word = Word().add("{{ 编号 }}")
    word.document.sections[0].header.paragraphs[0].text = "{{ 岗位名称 }}"
    word.document.settings.odd_and_even_pages_header_footer = True
    section = word.section()
    section.header.paragraphs[0].text = "{{ 岗位名字 }}"
    section.even_page_footer.paragraphs[0].text = "{{ 编号 "
    planted += [
        Planted("AW402", "页眉（第2节）第1段", "岗位名字"),
        Planted("AW403", "偶数页页脚（第2节）第1段", "{{ 编号"),
    ]
    return word


@case("首页页脚")
def first_footer(planted):
    word = Word().add("{{ 编号 }}")
    section = word.document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_footer.paragraphs[0].text = "{% if 获奖 %}"
    planted.append(Planted("AW403", "首页页脚第1段", "if 获奖", "endif"))
    return word


@case("脚注尾注")
def notes(planted):
    planted += [Planted("AW402", "脚注第1条第1段", "岗位名字"), Planted("AW403", "尾注第1条第1段", "{{ 编号")]
    return Word().add("{{ 编号 }}").note("footnotes", "见{{ 岗位名字 }}").note("endnotes", "见{{ 编号")


@case("文本框")
def text_box(planted):
    planted += [
        Planted("AW402", "正文第2段文本框第1段", "岗位名字"),
        Planted("AW403", "正文第2段文本框第2段", "汉字日"),
    ]
    return Word().add("{{ 编号 }}").box("{{ 岗位名字 }}", "{{ 审批日期|汉字日 }}")


@case("内容控件")
def content_control(planted):
    planted.append(Planted("AW402", "正文第1段", "岗位名字"))
    return Word().control("{{ 岗位名字 }}")


@case("超链接")
def link(planted):
    planted.append(Planted("AW402", "正文第2段", "岗位名字"))
    return Word().add("甲").wrapped("hyperlink", "{{ 岗位名字 }}", 'w:anchor="x"')


@case("修订")
def tracked_changes(planted):
    planted += [Planted("AW402", "正文第1段", "岗位名字"), Planted("AW413", "正文第2段", "删去")]
    word = Word().wrapped("ins", "{{ 岗位名字 }}", 'w:id="1" w:author="a"')
    return word.raw(
        f'<w:del {W} w:id="2" w:author="a"><w:r><w:delText>{{{{ 删去 }}}}</w:delText></w:r></w:del>'
    )


@case("校对标记和软连字符")
def proof_marks(planted):
    planted.append(Planted("AW402", "正文第1段", "岗位名字"))
    word = Word()
    paragraph = word.document.add_paragraph()._p
    for xml in (
        "<w:r {0}><w:t>{{{{ 岗位</w:t></w:r>",
        '<w:proofErr {0} w:type="spellStart"/>',
        "<w:r {0}><w:t>名</w:t><w:softHyphen/><w:t>字</w:t></w:r>",
        '<w:proofErr {0} w:type="spellEnd"/>',
        "<w:r {0}><w:t> }}}}</w:t></w:r>",
    ):
        paragraph.append(parse_xml(xml.format(W)))
    return word


@case("批注里的标签")
def comment(planted):
    planted.append(Planted("AW413", "批注第1段", "岗位名字"))
    return Word().add("{{ 编号 }}").note("comments", "这里填{{ 岗位名字 }}")


@case("文档属性")
def properties(planted):
    word = Word().add("{{ 编号 }}")
    word.document.core_properties.keywords = "{{ 编号 }}"
    word.document.core_properties.title = "{{ 岗位名字 }}"
    planted += [Planted("AW413", "文档属性", "{{ 编号 }}"), Planted("AW402", "文档属性", "岗位名字")]
    return word


@case("超链接半截")
def half_in_a_link(planted):
    word = Word().add("{% if 获奖 %}甲")
    word.document.paragraphs[0]._p.append(
        parse_xml(f'<w:hyperlink {W} w:anchor="x"><w:r><w:t>乙{{% endif %}}</w:t></w:r></w:hyperlink>')
    )
    planted.append(Planted("AW403", "正文第1段", "endif", "里面"))
    return word


@case("多处一起")
def many_at_once(planted):
    word = Word().add("{{ 岗位名字 }}", "{% if 获奖 %}{{ 审批日期|汉字日 }}")
    word.table(["{{ 编号", "{{ 小组.负责 }}"])
    word.document.sections[0].footer.paragraphs[0].text = "}} {{ 工会小祖 }}"
    planted += [
        Planted("AW402", "正文第1段", "岗位名字"),
        Planted("AW403", "正文第2段", "if 获奖", "endif"),
        Planted("AW403", "正文第2段", "汉字日"),
        Planted("AW403", "正文表格1第1行第1格第1段", "{{ 编号"),
        Planted("AW402", "正文表格1第1行第2格第1段", "小组.负责"),
        Planted("AW412", "页脚第1段", "}}"),
        Planted("AW402", "页脚第1段", "工会小祖"),
    ]
    return word


CORRECT = [
    "{{ 编号 }}{{编号}}{{ 审批日期|汉字日期 }}{{ 总分|两位 }}{{ 岗位名称|default('无') }}{{ 附注|default('') }}",
    (
        "{% for 人 in 小组.申报列表 %}{{ loop.index }}、{{ 人.编号 }}{% if not loop.last %}；{% endif %}"
        "{% else %}无{% endfor %}"
    ),
    "{% set 甲 = 总分 %}{{ 甲 }}{% set 乙 %}{{ 编号 }}{% endset %}{{ 乙 }}{% with 丙 = 1 %}{{ 丙 + 1 }}{% endwith %}",
    "{% macro 写(名, 值='') %}{{ 名 }}：{{ 值 }}{% endmacro %}{{ 写('编号', 编号) }}{{ 写('甲') }}",
    "{% macro 框() %}〔{{ caller() }}〕{% endmacro %}{% call 框() %}{{ 编号 }}{% endcall %}",
    "{% set 数 = namespace(n=0) %}{% for 人 in 小组.申报列表 %}{% set 数.n = 数.n + 1 %}{% endfor %}{{ 数.n }}",
    "{{ 小组.申报列表|map(attribute='编号')|顿号 }}{{ 小组.申报列表|selectattr('获奖')|list|length }}",
    "{% for 组, 人们 in 小组.申报列表|groupby('工会小组') %}{{ 组 }}{{ 人们|length }}{% endfor %}",
    "{% if 奖项.简称 == '示范岗' and 总分 is not none %}甲{% elif 名次 == 1 or 获奖 %}乙{% else %}丙{% endif %}",
    "{% if 附注 is defined %}{{ 附注 }}{% endif %}{{ 小组.电话|default('') }}{{ '甲' if 获奖 else '乙' }}",
    "{% raw %}{{ 照样 }}{% endraw %}{# 注 {{ 编号 }} #}{_{ 甲 }_}{{ '{{' }}{{ {'a': {'b': 1} }['a'].b }}",
    "{%p if 获奖 %}",
    "{{ 岗位人员姓名.split('、')|first }}{{ 顾客满意度|百分比 }}{{ 主要事迹|分段 }}",
    "{%p endif %}",
    "{% for x in range(3) %}{{ x }}{% endfor %}{{ dict(a=1).a }}{% filter upper %}{{ 编号 }}{% endfilter %}",
    "{{- 编号 -}}{%- if 获奖 -%}甲{%- endif -%}｛｛ 岗位名称 ｝｝{{ 编号|replace(“-”, “”) }}",
    "{{ 小组.申报列表[0].编号 if 小组.申报列表 else '' }}{{ 小组 }}{{ 奖项 == '优质服务示范岗' }}",
    "{% if 总分 %}{{ 100 / 总分 }}{% endif %}{{ 1 if 编号 in ['甲', '乙'] else 2 }}{{ 编号 ~ 1 }}",
]


def correct():
    """Return a template in which nothing is wrong."""
    word = Word().add(*CORRECT)
    word.table(
        ["编号", "岗位"],
        ["{%tr for 人 in 小组.申报列表 %}", ""],
        ["{{ 人.编号 }}", "{% cellbg 'FF0000' %}{{ 人.岗位名称 }}"],
        ["{%tr endfor %}", ""],
    )
    word.table(["{%tc for 人 in 小组.申报列表 %}", "{{ 人.编号 }}", "{%tc endfor %}"])
    word.table(
        ["{%tr for 人 in 小组.申报列表 %}", ""],
        ["{% vm %}{{ 人.工会小组 }}", "{{ 人.编号 }}"],
        ["{%tr endfor %}", ""],
    )
    word.table(["{% colspan 2 %}{{ 编号 }}", "甲"], ["乙", "丙"])
    word.box("{{ 岗位名称 }}").control("{{ 编号 }}").wrapped("hyperlink", "{{ 编号 }}", 'w:anchor="x"')
    return word.note("footnotes", "见{{ 编号 }}").data
