"""AW2xx: the achievement write-ups."""

from awardgen.finding import Kind, Severity

WRITE_UP_EMPTY = Kind(
    "AW201",
    "没有事迹材料",
    Severity.ERROR,
    "“主要事迹”和“事迹材料”都是空的，data/事迹/中也没有以这个编号开头的文件。相关文书暂不生成。",
    "请填写主要事迹，或者把事迹材料存为data/事迹/编号.docx。",
    withholds=True,
    to_applicant="请补交事迹材料。",
)
WRITE_UP_TOO_LONG = Kind(
    "AW202",
    "事迹材料超出字数",
    Severity.ERROR,
    "通知要求1500字左右；超过“事迹字数”加“字数上浮”即为超长。字数按Word的口径计算。",
    "请退回申报人压缩。",
    to_applicant="请压缩到规定的字数以内。",
)
WRITE_UP_TOO_SHORT = Kind(
    "AW203",
    "事迹材料字数偏少",
    Severity.WARNING,
    "通知要求1500字左右；少于“事迹字数”减“字数下浮”即为偏少。字数按Word的口径计算。",
    "请申报人补充具体事例。",
    to_applicant="请补充具体事例。",
)
DEED_OUTSIDE_WINDOW = Kind(
    "AW204",
    "事迹不在规定时间内",
    Severity.ERROR,
    "事迹只能写事迹起始日期至事迹截止日期之间的事。用来作比较的、今后打算的、顺带提到以前荣誉的，只作警告。",
    "请核实或删去；确属笔误的改正日期；无须修改的，在工作表“核实”中登记。",
    to_applicant="请核实或删去；确属笔误的改正日期。",
)
DEED_STRADDLES_WINDOW = Kind(
    "AW205",
    "事迹时间跨出规定时间",
    Severity.WARNING,
    "所写的时间有一部分不在事迹起始日期至事迹截止日期之间。",
    "请写明具体月份；无须修改的，在工作表“核实”中登记。",
    to_applicant="请写明具体月份。",
)
BACKGROUND = Kind(
    "AW206",
    "背景情况",
    Severity.INFO,
    "这个时间不在规定时间内，但只说明人的经历或岗位的来历（出生、参加工作、入党、设立等），不算事迹。",
    "无须处理；如果它其实是一件事迹，请退回申报人修改。",
)
NO_DEED_IN_WINDOW = Kind(
    "AW207",
    "没有规定时间内的事迹",
    Severity.WARNING,
    "全文没有一处写明发生在事迹起始日期至事迹截止日期之间的事，无法判断事迹是否在规定时间内。",
    "请申报人写明主要事迹发生的年月。",
    to_applicant="请写明主要事迹发生的年月。",
)
WRITE_UP_FILE_MISSING = Kind(
    "AW208",
    "找不到事迹材料文件",
    Severity.ERROR,
    "“事迹材料”一格写明了文件，但在data/文件夹中找不到。相关文书暂不生成。",
    "请核对文件名（形如 文件:事迹/BB-003.docx），或者把文件放到data/事迹/中。",
    withholds=True,
    to_applicant="请补交事迹材料。",
)
WRITE_UP_FILE_UNREADABLE = Kind(
    "AW209",
    "事迹材料文件无法读取",
    Severity.ERROR,
    "文件打不开：可能已损坏、设了密码，或者不是.docx或.txt。相关文书暂不生成。",
    "请用Word打开，另存为.docx后放回原处。",
    withholds=True,
    to_applicant="请用Word打开检查，另存为.docx后重新报送。",
)
WRITE_UP_FILES_SEVERAL = Kind(
    "AW210",
    "事迹材料文件不止一个",
    Severity.WARNING,
    "data/事迹/中有几个文件都以这个编号开头，采用的是文件名排在最前的一个。",
    "请只留一个，或者在“事迹材料”一格写明用哪一个（形如 文件:事迹/BB-003.docx）。",
    to_applicant="请说明以哪一份为准。",
)
