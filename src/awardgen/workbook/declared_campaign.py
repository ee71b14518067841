"""The sheets of 活动设置.xlsx."""

from awardgen.campaign import AwardKind, ListOrder, RuleLevel, Scope
from awardgen.workbook.declaration import Column, Sheet, Type, Workbook
from awardgen.workbook.declared_settings import ARCHIVE_SETTINGS, SETTINGS

BASICS = Sheet(
    "基本信息",
    (
        Column(
            "项目", required=True, help="设置项的名称，也是模板里的标签；可以在下面加自己的项目", width=26
        ),
        Column("内容", required=True, help="填在这一列", width=56),
        Column("说明", help="只供填写时参考", width=52),
    ),
    help="一行一个设置项，模板里用 {{ 项目 }} 取它的内容。",
    settings=SETTINGS,
)
AWARDS = Sheet(
    "奖项",
    (
        Column("奖项", required=True, help="全称，如优质服务示范岗", width=24),
        Column("简称", required=True, help="申报.xlsx中对应的工作表名，如示范岗"),
        Column(
            "类型",
            Type.CHOICE,
            required=True,
            help="授予岗位还是个人",
            choices=tuple(AwardKind),
            width=8,
        ),
        Column("名额", Type.WHOLE, help="最多授予几个；留空则只有评定结果为“授予”的入选", width=8),
        Column("附件号", Type.WHOLE, help="申报表是通知的第几个附件，只填数字", width=8),
        Column("名单排序", Type.CHOICE, help="表彰名单的次序；姓氏笔画用于个人", choices=tuple(ListOrder)),
    ),
    help="一行一个奖项，每个奖项在申报.xlsx中有一张以简称为名的工作表。",
)
PHASES = Sheet(
    "实施步骤",
    (
        Column("步骤", required=True, help="如宣传发动", width=14),
        Column(
            "印出时间",
            Type.PRINTED_PERIOD,
            help="照样印在通知里，如2010年10月—2011年5月；单元格格式应为“文本”",
            width=26,
        ),
        Column("开始日期", Type.DATE, help="供检查用"),
        Column("结束日期", Type.DATE, help="供检查用"),
        Column("内容", Type.LONG_TEXT, help="分段时在单元格内按Alt+回车", width=80),
    ),
    help="一行一个步骤，按先后排列。",
)
RUBRIC = Sheet(
    "评选细则",
    (
        Column("项目", required=True, help="如政治素质好；同一项目的几行可以合并", width=18),
        Column("通知称谓", help="通知正文里的叫法，如职业道德", width=14),
        Column("项目分值", Type.NUMBER, help="这个项目共多少分", width=10),
        Column("序号", required=True, help="评选标准的序号，也是评分.xlsx中的列名", width=8),
        Column("评选标准", Type.LONG_TEXT, required=True, help="一行一条", width=70),
        Column("分值", Type.NUMBER, required=True, help="这一条多少分", width=8),
        Column("通知说明", Type.LONG_TEXT, help="通知正文里这个项目的说明，可空", width=70),
    ),
    help="一行一条评选标准，分值合计100分。",
    fill_down=("项目", "通知称谓", "项目分值", "通知说明"),
)
GROUPS = Sheet(
    "工会小组",
    (
        Column("工会小组", required=True, help="名称，申报表和评委表里要写得一样", width=28),
        Column("负责人", help="工会小组的负责人"),
    ),
    help="一行一个工会小组，名单中的小组顺序就是这里的顺序。",
)
JUDGES = Sheet(
    "评委",
    (
        Column("评委", required=True, help="姓名，评分.xlsx里要写得一样"),
        Column("工会小组", help="评委所在的工会小组，用来判断回避；不属于任何小组的留空", width=28),
    ),
    help="一行一位评委，评分汇总表按这里的顺序排列。",
)
DOCUMENTS = Sheet(
    "文书",
    (
        Column("文书", required=True, help="这种文书的名称", width=24),
        Column("模板", required=True, help="templates文件夹中的文件名", width=24),
        Column(
            "范围",
            Type.CHOICE,
            required=True,
            help="活动：只有一份；奖项、小组、申报：每个一份；空表：每个奖项一份空白表；归档：归档时生成一份",
            choices=tuple(Scope),
            width=8,
        ),
        Column("条件", help="可空；写了就只生成符合条件的，如 奖项.简称 == '示范岗'", width=28),
        Column("文件名", required=True, help="可以带标签；斜线表示放进文件夹", width=64),
        Column(
            "归档",
            help="可空；写另一种文书的名称，就与它合为一件；写“不归档”的不归档",
            width=12,
        ),
    ),
    help="一行一种文书；要增加一种，先做模板，再在这里加一行。",
)
SETTLEMENTS = Sheet(
    "核实",
    (
        Column("编号", help="报告中所指的申报编号；与申报无关的问题留空"),
        Column("代码", required=True, help="报告中的问题代码，如AW204", width=10),
        Column("摘录", help="报告中的摘录，照原样", width=40),
        Column("结论", help="核实的情况", width=40),
        Column("核实人", help="谁核实的"),
        Column("日期", Type.DATE, help="哪一天核实的"),
    ),
    help="核实过、不必修改的问题登记在这里，以后只作为提示列出。",
    required=False,
)
RARE_CHARACTERS = Sheet(
    "生僻字",
    (
        Column("字", required=True, help="笔画字序表中没有的字", width=8),
        Column("参照字", required=True, help="字序上排在它前面的一个常用字", width=8),
    ),
    help="名单按姓氏笔画排列而某个字没有笔画资料时，在这里登记。",
    required=False,
)
CALENDAR = Sheet(
    "校历",
    (
        Column("名称", required=True, help="如2011年寒假、第五十届运动会", width=28),
        Column("开始", Type.DATE, required=True, help="第一天"),
        Column("结束", Type.DATE, required=True, help="最后一天，含当天"),
    ),
    help="学期、寒暑假和校内活动的起止日期，读事迹时用；不填则按通常的校历。",
    required=False,
)
CHECK_RULES = Sheet(
    "检查规则",
    (
        Column("代码", required=True, help="报告中的问题代码，如AW110", width=10),
        Column(
            "级别",
            Type.CHOICE,
            required=True,
            help="这种问题一律按所填的级别报告；不检查：不再报告",
            choices=tuple(RuleLevel),
        ),
    ),
    help="调整检查的轻重：没有列出的问题按《使用手册》中的级别报告；使文书暂不生成的问题不能调低。",
    required=False,
)
ARCHIVE = Sheet(
    "归档",
    (
        Column("项目", required=True, help="归档用的设置项，也是范围为“归档”的模板里的标签", width=26),
        Column("内容", required=True, help="填在这一列", width=56),
        Column("说明", help="只供填写时参考", width=52),
    ),
    help="活动结束以后归档用（awardgen archive）；没有这张表时按常用值。",
    required=False,
    settings=ARCHIVE_SETTINGS,
)
CAMPAIGN_WORKBOOK = Workbook(
    "活动设置",
    (
        BASICS,
        AWARDS,
        PHASES,
        RUBRIC,
        GROUPS,
        JUDGES,
        DOCUMENTS,
        SETTLEMENTS,
        CHECK_RULES,
        RARE_CHARACTERS,
        CALENDAR,
        ARCHIVE,
    ),
    help="活动的设置、奖项、细则、名单和要生成的文书。",
)
