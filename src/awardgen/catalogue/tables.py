"""AW1xx: what stands in the cells of the workbooks."""

from awardgen.finding import Kind, Severity

REQUIRED_CELL_EMPTY = Kind(
    "AW101",
    "必填项为空",
    Severity.ERROR,
    "这一格必须填写，否则打印出来的文书是残缺的，所以相关文书暂不生成。",
    "请在所指单元格补填后再运行。",
    withholds=True,
    to_applicant="请补填。",
)
COLUMN_MISSING = Kind(
    "AW102",
    "缺少必需的列",
    Severity.ERROR,
    "工作表里没有找到这一列。列名写在表的上面（前10行内），比较时不计空格、全角半角、括号里的话和“*”“1.”之类的记号。",
    "请按《使用手册》中的列名补上这一列，或把写法相近的列名改过来。",
)
STAGE_NOT_REACHED = Kind(
    "AW103",
    "尚未填写",
    Severity.INFO,
    "工作簿或工作表还没有，或者只有表头。活动逐月推进，这是正常的，需要它的文书暂时跳过。",
    "到这一阶段时填写即可，现在不必处理。",
)
GROUP_UNKNOWN = Kind(
    "AW104",
    "工会小组不在名单中",
    Severity.ERROR,
    "这里写的工会小组在活动设置.xlsx的工作表“工会小组”中查不到。",
    "请改成名单中的名称，或者在“工会小组”表中登记这个小组。",
    to_applicant=None,
)
NUMBER_REPEATED = Kind(
    "AW105",
    "编号重复",
    Severity.ERROR,
    "每份申报的编号只能用一次，评分和文件名都靠它对应。重复的一行暂不生成文书。",
    "请给后面的一行换一个没有用过的编号，评分表中如有引用也一并改正。",
    withholds=True,
    to_applicant=None,
)
HEADCOUNT_DIFFERS = Kind(
    "AW106",
    "岗位总人数与名单不符",
    Severity.ERROR,
    "岗位总人数应等于“岗位人员姓名”中列出的人数（姓名之间用顿号、逗号、空格或换行隔开）。",
    "请核对人数和姓名，改正其中一处。",
)
NUMBER_UNREADABLE = Kind(
    "AW107",
    "数字无法识别",
    Severity.ERROR,
    "这一格应填数字，现在的内容读不成数字。",
    "请只填数字，单位和说明写到别处。",
)
DATE_UNREADABLE = Kind(
    "AW108",
    "日期无法识别",
    Severity.ERROR,
    "这一格应填日期，可写成2010-9-15、2010.9.15、2010年9月15日或二○一○年九月十五日；"
    "不存在的日子（如2月30日）也会报告。直接键入2010.10时，Excel会存成2010.1，分不清1月还是10月。",
    "请按2010-9-15的样子重新填写。",
)
PERCENT_UNREADABLE = Kind(
    "AW109",
    "百分数无法识别",
    Severity.ERROR,
    "这一格应填百分数，可写成0.92、92%或92。",
    "请改成92%这样的写法。",
)
SATISFACTION_LOW = Kind(
    "AW110",
    "顾客满意度低于下限",
    Severity.WARNING,
    "评选细则要求顾客满意度达到活动设置中的“满意度下限”。",
    "请核对测评结果；确属偏低的，由评委酌情评分。",
    to_applicant="请核对测评结果。",
)
CHOICE_UNREADABLE = Kind(
    "AW111",
    "选项无法识别",
    Severity.ERROR,
    "这一格只能填规定的几个选项之一。",
    "请从下拉列表中选择。",
    to_applicant="请按表中规定的选项填写。",
)
CHARACTER_UNPRINTABLE = Kind(
    "AW112",
    "含有不能存入Word的字符",
    Severity.ERROR,
    "内容里有Word文件不能保存的控制字符，多半是从别处粘贴带进来的。相关文书暂不生成。",
    "请删去所指位置的字符，或者重新键入这一格的内容。",
    withholds=True,
    to_applicant="请重新键入这一项的内容。",
)
POINTS_DO_NOT_SUM = Kind(
    "AW113",
    "分值合计不符",
    Severity.ERROR,
    "各条标准的分值应合计为所属项目的分值，各项目的分值应合计为100分。",
    "请核对工作表“评选细则”中的分值。",
)
WINDOW_REVERSED = Kind(
    "AW114",
    "事迹起止日期颠倒",
    Severity.ERROR,
    "事迹截止日期早于事迹起始日期，事迹的时间无法检查。",
    "请改正工作表“基本信息”中的这两个日期。",
)
TAG_AMBIGUOUS = Kind(
    "AW115",
    "两列得到同一个标签",
    Severity.ERROR,
    "列名去掉空格、括号和符号以后就是模板里的标签；两个列名得到同一个标签，模板就分不清要哪一列。",
    "请把其中一列改个名字。",
)
SETTING_MISSING = Kind(
    "AW116",
    "缺少设置项",
    Severity.ERROR,
    "工作表“基本信息”中没有这个项目，用到它的文书会留空或无法检查。",
    "请在“项目”一列补上这一行；内容可以先空着。",
)
WORKBOOK_UNREADABLE = Kind(
    "AW117",
    "工作簿无法读取",
    Severity.ERROR,
    "文件打不开：可能已损坏、设了密码，或者不是Excel工作簿。不需要它的文书照常生成。",
    "请用Excel打开检查，去掉密码后另存为.xlsx。",
)
STROKES_UNKNOWN = Kind(
    "AW118",
    "姓名用字缺少笔画资料",
    Severity.ERROR,
    "名单按姓氏笔画排列，但这个字不在笔画字序表（GB 13000.1的20897字）中，它的位置暂排在最后。",
    "请在活动设置.xlsx的工作表“生僻字”中登记：填这个字，以及字序上排在它前面的一个常用字。",
    to_applicant=None,
)
NUMBER_OUT_OF_RANGE = Kind(
    "AW119",
    "数字不合理",
    Severity.ERROR,
    "这个数字是负数、小于规定的最小数，或者应为整数却带有小数。",
    "请核对后改正。",
)
TIE_BREAK_UNKNOWN = Kind(
    "AW122",
    "同分比较的项目不存在",
    Severity.ERROR,
    "“同分比较”应写评选细则中的项目（或它的通知称谓），同分时依次比较；查不到的项目没有参加比较。",
    "请改成工作表“评选细则”中的项目名称，用顿号隔开。",
)
SETTING_EMPTY = Kind(
    "AW123",
    "设置项未填写",
    Severity.WARNING,
    "工作表“基本信息”中的这一项还是空的，用到它的文书会留空，或者有的检查做不了；有常用值的，计算时暂按常用值。",
    "请在“内容”一列填写；还没有确定的可以以后再填。",
)
NAME_REPEATED = Kind(
    "AW124",
    "名称重复",
    Severity.ERROR,
    "同一张表里，每个名称（或序号）只能用一次；比较时不计空格和全角半角的差别。"
    "奖项、工会小组、评委和文书以前面的一行为准，后面的一行没有采用。",
    "请改正后面的一行，或者删去它。",
)
FORMULA_WITHOUT_RESULT = Kind(
    "AW125",
    "单元格的公式没有结果",
    Severity.ERROR,
    "单元格显示#N/A、#REF!、#VALUE!、#DIV/0!、#NAME?之类的错误，或者公式还没有算出结果，这一格按没有内容处理。",
    "请在Excel中打开并保存，改正公式，或者直接填写结果。",
    to_applicant=None,
)
PERIOD_REVERSED = Kind(
    "AW126",
    "起止日期颠倒",
    Severity.ERROR,
    "结束的日期早于开始的日期；在“校历”中，这一行没有采用。",
    "请改正这两个日期。",
)
SETTLEMENT_IDLE = Kind(
    "AW120",
    "核实记录没有对应的问题",
    Severity.INFO,
    "工作表“核实”中的这一行没有对上任何问题：问题可能已经改好，或者编号、代码、摘录与报告不一致。"
    "使文书暂不生成的问题不能用核实了结。",
    "问题已改好的，这一行可以保留备查；需要它生效的，请把编号、代码、摘录照报告原样填写。",
)
SHEET_MISSING = Kind(
    "AW121",
    "缺少工作表",
    Severity.ERROR,
    "活动设置.xlsx中没有这张工作表，活动无法按设置进行。",
    "请补上这张工作表；可用 awardgen init 新建一个文件夹，从中复制空表。",
)
WORKBOOK_OPEN = Kind(
    "AW130",
    "工作簿正在打开",
    Severity.INFO,
    "文件夹里有Excel或WPS的锁定文件（以~$开头），说明工作簿正在某台电脑上打开。读到的是上次保存的内容。",
    "请保存后再运行一次；没有人在用而锁定文件还在的，可以删去它。",
)
WORKBOOK_BESIDE = Kind(
    "AW131",
    "另有相近的工作簿没有读取",
    Severity.WARNING,
    "data文件夹中同一个名称只读取一个工作簿（.xlsx先于.xls，.xls先于.ods），副本和改过名的不读取。",
    "请核对哪一份是最新的：内容并入被读取的那一份，多余的移到别的文件夹。",
)
SHEET_UNREAD = Kind(
    "AW132",
    "相近的工作表没有读取",
    Severity.WARNING,
    "工作簿中另有一张工作表，列与要读取的工作表相同，也有内容（多半是复制出来的），它没有读取。",
    "请核对两张工作表：有用的行并入被读取的那一张，多余的工作表删去或移到别的工作簿。",
)
HIDDEN_READ = Kind(
    "AW133",
    "隐藏的内容照样读取",
    Severity.INFO,
    "隐藏的工作表、隐藏的行和筛选后看不见的行，照样当作数据读取。",
    "不应读取的，请删去；应当读取的，不必处理。",
)
ROW_PASSED_OVER = Kind(
    "AW134",
    "合计和说明没有当作数据",
    Severity.INFO,
    "表格下面的合计、填表说明、填表人等不是数据，没有读取。",
    "无须处理；确是一行数据的，请把缺少的必填项补上。",
)
HEADER_MERGED = Kind(
    "AW135",
    "列名合并了几列",
    Severity.WARNING,
    "一个列名只对应一列。列名的单元格横着合并了几列时，只读取第一列，其余各列没有列名。",
    "请取消合并，把内容并成一列，或者给每一列写上列名。",
)
PERSON_TWICE = Kind(
    "AW140",
    "同一人申报了两次",
    Severity.WARNING,
    "同一个姓名出现在两个岗位的人员中，或者在同一奖项中申报了两次。个人奖项与岗位奖项之间不比较。"
    "比较的范围（同一小组，或者全部名单）超过200人时只作提示，超过2000人时不作提示，因为多半是重名。",
    "请核实是同一人还是重名：同一人的，保留一处；重名的，在工作表“核实”中登记。",
)
NAME_LISTED_TWICE = Kind(
    "AW141",
    "姓名重复列出",
    Severity.WARNING,
    "一个岗位的“岗位人员姓名”中，同一个姓名写了两次。",
    "请删去重复的姓名；确有两位同名的，在工作表“核实”中登记。",
)
WRITE_UP_TWICE = Kind(
    "AW142",
    "事迹材料雷同",
    Severity.WARNING,
    "两份申报的事迹材料完全相同，或者有四分之三以上的文字相同（不计空格和换行）。",
    "请退回后交的一份，由申报人本人重写；确属同一事迹的，在工作表“核实”中登记。",
)
CHARACTER_ODD = Kind(
    "AW143",
    "姓名用字异常",
    Severity.WARNING,
    "姓名和名称里有自造字、部首符号、兼容字形、假名等样子像汉字的字符，或者看不见的字符。"
    "文书按填写的原样印出，但换一台电脑可能印错，同一个姓名也可能对不上；自造字在按姓氏笔画排列时排在最后。",
    "请用拼音或手写输入重新键入这个字；输入法打不出的，在工作表“核实”中登记。",
)
