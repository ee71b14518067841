"""The rows of 基本信息 and 归档."""

from awardgen.workbook.declaration import Column, Type

LAYOUT_1999 = "GB/T 9704-1999"
LAYOUT_2012 = "GB/T 9704-2012"

SETTINGS = (
    Column("活动年度", required=True, expected=True, help="哪一年的活动，如2010"),
    Column("发文机关标志", required=True, help="红头文字；留空则不印红头（用印好红头的纸）"),
    Column("发文字号", required=True, expected=True, help="写全，如后集委发〔2010〕15号"),
    Column("通知标题", required=True, expected=True, help="不写“附件”，如关于开展……活动的通知"),
    Column("主送机关", required=True, expected=True, help="不带冒号，如各工会小组"),
    Column("成文日期", Type.DATE, required=True, expected=True, help="通知落款的日期"),
    Column("印发机关", required=True, expected=True, help="版记中的印发单位"),
    Column("印发日期", Type.DATE, required=True, expected=True, help="版记中的印发日期"),
    Column("印数", Type.WHOLE, required=True, help="共印多少份"),
    Column("主题词", required=True, help="词与词之间空一格；2012年版式不印"),
    Column("授予机关", required=True, expected=True, help="表彰名单和证书的落款"),
    Column(
        "公文版式",
        Type.CHOICE,
        required=True,
        help="2012年7月以后的公文用2012年版式",
        choices=(LAYOUT_1999, LAYOUT_2012),
        default=LAYOUT_2012,
        expected=True,
        when_empty=f"随带的模板会按{LAYOUT_1999}排版",
    ),
    Column("事迹起始日期", Type.DATE, required=True, expected=True, help="事迹从哪一天起算，含当天"),
    Column("事迹截止日期", Type.DATE, required=True, expected=True, help="事迹到哪一天为止，含当天"),
    Column(
        "申报截止日期", Type.DATE, required=True, expected=True, help="事迹中写“今年”“去年”时以这一天为准"
    ),
    Column(
        "事迹字数",
        Type.WHOLE,
        required=True,
        expected=True,
        help="事迹材料应有的字数，按Word的口径计算",
        default=1500,
    ),
    Column("字数上浮", Type.PERCENT, required=True, expected=True, help="超过多少算超长", default=0.10),
    Column("字数下浮", Type.PERCENT, required=True, expected=True, help="少于多少算偏少", default=0.30),
    Column("附加分每件", Type.NUMBER, required=True, expected=True, help="查实的表扬每件加多少分", default=1),
    Column("附加分上限", Type.NUMBER, required=True, expected=True, help="附加分最高多少分", default=10),
    Column(
        "满意度下限", Type.PERCENT, required=True, expected=True, help="顾客满意度低于它时提醒", default=0.85
    ),
    Column(
        "去掉最高最低分的评委人数",
        Type.WHOLE,
        required=True,
        help="评委多于这个人数时，去掉一个最高分和一个最低分",
        default=5,
        expected=True,
    ),
    Column("同分比较", required=True, help="总分相同时依次比较的评选细则项目，用顿号隔开"),
    Column("单位简称", help="申报表标题前的单位，可空，如后勤集团"),
    Column("发布方式", help="版记中印数后面的话，可空，如集团网站发布"),
    Column("表彰日期", Type.DATE, help="表彰名单落款的日期，可空"),
)

CATALOGUE_2015 = "DA/T 22-2015"
CATALOGUE_2000 = "DA/T 22-2000"

ARCHIVE_SETTINGS = (
    Column("全宗号", help="档案馆给本单位的编号，如Z109；还没有的留空，以后补填"),
    Column("全宗名称", help="立档单位的全称或规范简称；留空用“单位简称”，再没有用“印发机关”"),
    Column("门类代码", help="文书档案是WS", default="WS"),
    Column("归档年度", help="四位数字；留空用“活动年度”"),
    Column(
        "保管期限",
        Type.CHOICE,
        help="档号中写作Y、D30、D10；工会的表彰材料一般保存30年",
        choices=("永久", "30年", "10年"),
        default="30年",
    ),
    Column("机构", help="印在归档章上的机构或问题，如工会"),
    Column("机构代码", help="档号中的机构或问题代码，如GH；没有的留空"),
    Column("责任者", help="通知、名单和汇总表的责任者；留空用“印发机关”"),
    Column("密级", help="文件上标注了密级的才填"),
    Column(
        "目录格式",
        Type.CHOICE,
        help="归档文件目录的栏目",
        choices=(CATALOGUE_2015, CATALOGUE_2000),
        default=CATALOGUE_2015,
    ),
    Column(
        "起始件号", Type.WHOLE, help="这一批的第一个件号；同一年度已有归档文件时接着编", default=1, least=1
    ),
    Column("起始盒号", Type.WHOLE, help="这一批的第一个盒号", default=1, least=1),
    Column("每盒页数", Type.WHOLE, help="一盒约放多少页；20毫米厚的盒约200页", default=200, least=1),
    Column("情况说明", Type.LONG_TEXT, help="备考表中另外要说明的，如缺损、补充、移出；可空"),
    Column("整理人", help="印在备考表上；留空由整理人手签"),
    Column("检查人", help="印在备考表上；留空由检查人手签"),
    Column("归档日期", Type.DATE, help="整理日期；留空用运行 archive 的那一天，--date 优先"),
    Column("检查日期", Type.DATE, help="印在备考表上；可空"),
)
