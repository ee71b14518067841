"""通知: the notice of the campaign, after GB/T 9704-1999 or 2012."""

from tools.templates.flow import Cell, Row, for_each, paragraph, rows_when, run, runs, table, when
from tools.templates.fonts import HEITI, XIAOBIAOSONG, type_face
from tools.templates.package import Template
from tools.templates.page import PORTRAIT, TEXT_WIDTH
from tools.templates.tags import AWARDS, EDITION_2012

_GROUPS = "{% for 组 in 细则 %}{{ 组.通知称谓 or 组.项目 }}{% if not loop.last %}、{% endif %}{% endfor %}"
# The imprint stands on the last lines of the last page, however long the text is. It is a table, for LibreOffice
# takes a text frame as wide as the page for plain text; horizontally it must be placed by the page for the same reason.
_AT_PAGE_END = (
    '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:topFromText="0" w:bottomFromText="0" w:vertAnchor="margin" '
    f'w:horzAnchor="page" w:tblpX="{PORTRAIT.left}" w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>'
)


def _body(*texts: str) -> str:
    return "".join(paragraph("BodyText", text) for text in texts)


def _heading(text: str) -> str:
    return paragraph("HeadingOne", text)


def _head() -> str:
    # The 2012 edition wants the mark 35 mm below the top of the text area, the 1999 edition 25 mm.
    ten_millimetres = '<w:snapToGrid w:val="0"/><w:spacing w:line="567" w:lineRule="exact"/>'
    return "".join(
        (
            when(
                "发文机关标志",
                when(EDITION_2012, paragraph("Normal", layout=ten_millimetres)),
                paragraph("IssuerMark", "{{ 发文机关标志 }}"),
            ),
            when("发文字号", paragraph("DocumentNumber", "{{ 发文字号 }}")),
            when("发文机关标志 or 发文字号", paragraph("RedRule")),
            paragraph("DocumentTitle", "{{ 通知标题 }}"),
            paragraph("Addressee", "{{ 主送机关 }}："),
        )
    )


def _purpose() -> str:
    return (
        _body(
            "为进一步提高集团创新服务质量，提高师生满意度，增强后勤保障能力和职工服务本领，根据创先争优活动安排，"
            f"经研究决定，开展创建{AWARDS}活动。现将有关事项通知如下："
        )
        + _heading("一、指导思想")
        + _body(
            "以“三个代表”重要思想和科学发展观为指导，以提高全体职工的服务意识，构建和谐后勤为目标，全面提高干部职工"
            "队伍的战斗力、凝聚力，为学校和集团事业更好更快发展提供强大的精神动力。"
        )
        + _heading("二、目标任务")
        + _body(
            f"按照学习型组织的创建理念，在集团范围内开展创建{AWARDS}活动，力求使全体职工的职业道德意识有明显增强，"
            "工作服务质量有明显改善，业务技术素质有明显提高。以规范化的工作机制和优秀服务典型，激励集团全体职工努力"
            "办好让师生满意高校后勤，为学校和集团事业又好又快发展作出应有的贡献。",
            f"1、以教育为先导。要充分利用各种宣传媒体，围绕创建{AWARDS}创建活动进行宣传，形成浓厚的舆论氛围，教育职工"
            "提高对活动重要性的认识，增强主动参与的自觉性、积极性，引导职工爱岗敬业，树立讲道德、守信誉、争奉献的文明"
            "职工形象，塑造求开拓、促发展的良好的集团形象，为集团发展提供精神动力。",
            "2、以规范为重点。要突出爱岗敬业的精神，既要将职业道德、社会公德的基本要求融入其中，又要包含对工作任务、"
            "工作要求等方面的要求，使之真正体现师生对后勤服务的要求，成为广大职工的自觉行为，从而形成有机统一的内容"
            "体系，纳入集团管理目标之中。",
            "3、以机制作保证。各工会小组要紧密结合实际，勇于实践，大胆探索，建立健全行之有效的运行机制。具体做到："
            "一要制定长期的活动规划；二要形成科学的评比办法；三要建立灵活多样的激励机制；四要探索丰富多彩的活动载体，"
            "将创建活动与劳动竞赛、岗位练兵、技术比武，以及各种形式的文体活动有机结合。",
            "4、以行动促落实。要自觉将创建活动纳入“创建学习型组织、争做知识型职工”和深入贯彻落实科学发展观中，推动集团"
            "改革发展再上新台阶。",
        )
    )


def _standards() -> str:
    # A group without its sentence for the notice is described by its criteria.
    description = (
        "{{ 组.项目 }}。{% if 组.通知说明 %}{{ 组.通知说明 }}{% else %}"
        "{% for 标准 in 组.标准列表 %}{{ 标准.评选标准 }}{% endfor %}{% endif %}"
    )
    return "".join(
        (
            _heading("三、评选标准"),
            _body(f"从{_GROUPS}等方面，对职工的日常工作进行考核，具体为："),
            for_each(
                "组 in 细则",
                paragraph(
                    "HeadingTwo", "{{ loop.index }}、{{ 组.通知称谓 or 组.项目 }}（{{ 组.项目分值 }}分）"
                ),
                _body(description),
            ),
            when(
                "附加分每件",
                paragraph("HeadingTwo", "{{ 细则|length + 1 }}、附加分"),
                _body(
                    "凡有服务对象送锦旗、表扬信、来电或留言表扬职工服务态度、服务质量，经查属实的每件加"
                    "{{ 附加分每件 }}分{% if 附加分上限 %}，最高不超过{{ 附加分上限 }}分{% endif %}。"
                ),
            ),
        )
    )


def _phases_and_demands() -> str:
    return "".join(
        (
            _heading("四、实施步骤"),
            for_each(
                "阶段 in 步骤列表",
                paragraph("HeadingTwo", "{{ loop.index }}、{{ 阶段.步骤 }}（{{ 阶段.印出时间 }}）"),
                _body("{{ 阶段.内容|分段 }}"),
            ),
            _heading("五、几点要求"),
            _body(
                "1、各工会小组要加强领导，精心组织，成立相应的工作班子，认真做好创建和评选工作。",
                "2、坚持走群众路线，确保评选质量。凡申报参加"
                "{% for 奖 in 奖项列表 %}{{ 奖|引号 }}"
                "{% if loop.revindex == 2 %}和{% elif not loop.last %}、{% endif %}{% endfor %}的集体和个人，"
                "各工会小组要认真进行考察和听取本单位职工的意见，确保评选质量。",
                "3、认真做好相关材料准备：填写申报表；附事迹材料（时间跨度为{{ 事迹起始日期|年月 }}至"
                "{{ 事迹截止日期|年月 }}，内容要简洁、精炼，以写实为主，{{ 事迹字数 }}字左右）。",
            ),
        )
    )


def _annexes_and_date() -> str:
    return "".join(
        (
            paragraph("AnnexFirst", f"附件：1.\t{AWARDS}评选细则"),
            for_each(
                "奖 in 奖项列表 if 奖.附件号",
                paragraph("AnnexNext", "{{ 奖.附件号 }}.\t{{ 单位简称 }}{{ 奖 }}申报表"),
            ),
            when(
                EDITION_2012,
                paragraph(
                    "Signature",
                    "{{ (发文机关标志 or 印发机关)|replace('文件', '') }}",
                    layout='<w:spacing w:before="1158" w:line="579" w:lineRule="exact"/>',
                ),
                paragraph("Signature", "{{ 成文日期|年月日 }}"),
                otherwise=paragraph("DateOfIssue", "{{ 成文日期|汉字日期 }}"),
            ),
        )
    )


def _rules(*sides: str) -> str:
    return "".join(f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="000000"/>' for side in sides)


def _imprint() -> str:
    printed = "{{ 印发机关 }}\t{% if 印发日期 %}{{ 印发日期|年月日 }}印发{% endif %}"
    copies = (
        "（{% if 印数 %}共印{{ 印数 }}份{% endif %}{% if 印数 and 发布方式 %} {% endif %}"
        "{% if 发布方式 %}{{ 发布方式 }}{% endif %}）"
    )
    print_run = when(
        EDITION_2012, paragraph("PrintRunSmall", copies), otherwise=paragraph("PrintRun", copies)
    )
    words = runs(
        "SubjectWords",
        run("主题词：", type_face(HEITI)),
        run("{{ 主题词|replace(' ', '　') }}", type_face(XIAOBIAOSONG)),
    )
    both = _rules("top", "bottom")
    rows = [
        *rows_when(f"主题词 and not {EDITION_2012}", 1, Row([Cell(words, borders=_rules("bottom"))])),
        *rows_when(
            EDITION_2012,
            1,
            Row([Cell(paragraph("ImprintSmall", printed), borders=both)]),
            otherwise=Row([Cell(paragraph("Imprint", printed), borders=both)]),
        ),
        *rows_when("印数 or 发布方式", 1, Row([Cell(print_run)])),
    ]
    return table([TEXT_WIDTH], rows, style="ImprintTable", place=_AT_PAGE_END) + paragraph("DocumentEnd")


def notice() -> Template:
    return Template(
        "通知",
        _head() + _purpose() + _standards() + _phases_and_demands() + _annexes_and_date() + _imprint(),
        PORTRAIT,
    )
