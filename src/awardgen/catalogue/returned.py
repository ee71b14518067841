"""AW5xx: forms and score sheets that come back."""

from awardgen.finding import Kind, Severity

FILE_UNREADABLE = Kind(
    "AW501",
    "交来的文件无法读取",
    Severity.ERROR,
    "文件已损坏、设了密码，或者内容与后缀名不符，所以没有收；其余文件照常收。",
    "请用Word打开检查，去掉密码后另存为.docx，再收一次。",
)
FORM_UNKNOWN = Kind(
    "AW502",
    "认不出是哪种表",
    Severity.ERROR,
    "文件里没有申报表，或者分不清是哪个奖项的申报表。认表先看程序写在文件里的标记，再看标题，最后看各栏的名称。",
    "请核对是否交错了文件；是申报表的，请在标题中写明奖项，再收一次。",
)
GROUP_UNCLEAR = Kind(
    "AW503",
    "不知道属于哪个工会小组",
    Severity.ERROR,
    "表上没有工会小组，文件也不在以工会小组命名的文件夹里，所以这一行的工会小组是空的。",
    "请在申报.xlsx中补填；或者把文件放进以工会小组命名的文件夹，或者用 --group 写明，再收一次。",
)
FORM_DIFFERS = Kind(
    "AW504",
    "交来的表与工作簿不一致",
    Severity.WARNING,
    "这份申报已在申报.xlsx中，交来的表上这一栏的内容不同。程序不替人决定，工作簿没有改动。",
    "请核对：以表为准的，加 --take form 再收一次，或者自己改工作簿；以工作簿为准的不必处理。",
)
FORM_REPEATED = Kind(
    "AW505",
    "同一份申报交来两次，内容不同",
    Severity.ERROR,
    "先读到的一份已经收下，后面的一份没有收。",
    "请核对留哪一份，只把那一份再收一次。",
)
VALUE_UNREADABLE = Kind(
    "AW506",
    "表上的内容读不成所要的类型",
    Severity.WARNING,
    "这一栏应是数字或日期，已照表上的文字填进工作簿。",
    "请在申报.xlsx中改正。",
)
COLUMN_ABSENT = Kind(
    "AW507",
    "工作簿没有这一列",
    Severity.WARNING,
    "表上这一栏有内容，但申报.xlsx的工作表里没有这一列，所以没有收这一栏。",
    "请在工作表中加上这一列，再收一次。",
)
WRITE_UP_UNCLAIMED = Kind(
    "AW508",
    "不知道是谁的事迹材料",
    Severity.ERROR,
    "文件是单独的事迹材料，但文件名里没有编号，也没有哪一份申报的人员或岗位名称，所以没有收。",
    "请在文件名前面加上编号，如BB-003-事迹材料.docx，再收一次。",
)
WRITE_UP_DIFFERS = Kind(
    "AW509",
    "事迹材料文件已有一份，内容不同",
    Severity.WARNING,
    "data/事迹/里已有这份申报的事迹材料，与交来的不同，没有替换。",
    "请核对；以交来的为准的，加 --take form 再收一次，原来的一份会留作备份。",
)
CONVERTER_MISSING = Kind(
    "AW510",
    "这台机器不能读.doc",
    Severity.ERROR,
    "旧格式的.doc要借助LibreOffice才能读，这台机器上没有找到，或者转换没有成功。",
    "请安装LibreOffice，或者用Word打开文件另存为.docx，再收一次。",
)
ARCHIVE_UNREADABLE = Kind(
    "AW511",
    "压缩包没有全部读完",
    Severity.ERROR,
    "压缩包已损坏、设了密码、太大或者套得太深，里面的文件没有收，或只收了一部分。",
    "请解开压缩包，把里面的文件夹交给 awardgen collect。",
)
NOTHING_FILLED_IN = Kind(
    "AW512",
    "表是空的",
    Severity.WARNING,
    "认出了申报表或评分表，但各栏都没有填写，没有收。",
    "请核对是否交错了文件。",
)
NUMBER_GIVEN = Kind(
    "AW513",
    "新收的申报已编号",
    Severity.INFO,
    "表上没有编号，程序取了下一个没有用过的编号。",
    "无须处理；要用别的编号，请在评分以前改。",
)
ROW_NOT_WRITTEN = Kind(
    "AW514",
    "这一行没有写进工作簿",
    Severity.ERROR,
    "工作簿里要写的地方受保护、是合并的单元格，或者内容放不进单元格，所以这一行没有写；其余的照常收。",
    "请按所说的改好工作簿，再收一次，或者手工填写。",
)
SCORE_OF_OWN_GROUP = Kind(
    "AW515",
    "评委给本小组的申报打了分",
    Severity.WARNING,
    "评委与申报人属同一工会小组，应当回避，这一行没有收。",
    "请向评委核实；确应计入的，请手工填进评分.xlsx。",
)
SCORE_ROW_UNKNOWN = Kind(
    "AW516",
    "评分表中的一行对不上",
    Severity.ERROR,
    "这一行的编号不在申报.xlsx中，或者没有写评委，所以没有收。",
    "请核对编号和评委，改好后再收一次。",
)
SCORE_UNREADABLE = Kind(
    "AW517",
    "评分表中的分数读不出",
    Severity.ERROR,
    "这一格应填0到分值之间的数字，所以没有收这一行。",
    "请向评委核实，改好后再收一次。",
)
SCORES_DIFFER = Kind(
    "AW518",
    "交来的评分与工作簿不一致",
    Severity.WARNING,
    "这位评委给这份申报的评分已在评分.xlsx中，交来的分数不同，工作簿没有改动。",
    "请核对：以交来的为准的，加 --take form 再收一次；以工作簿为准的不必处理。",
)
CONTENT_UNCLAIMED = Kind(
    "AW519",
    "表上有内容没有收",
    Severity.WARNING,
    "申报表上有一处内容不知道属于哪一列：自己加的一栏、填错了地方、同一栏填了两处，或者一栏里是图片。其余各栏照常收。",
    "请核对：要收的，在工作表中加上同名的列再收一次，或者手工填进申报.xlsx；不要的不必处理。",
)
NAMESAKE = Kind(
    "AW520",
    "可能与已有的一份是同一份",
    Severity.WARNING,
    "新收的申报与工作簿中的一份是同一奖项、同样的人员，只是岗位名称不同，表上又没有编号，所以作为新的一行收下。",
    "请核对：是同一份的，在申报.xlsx中删去一行；不是的不必处理。",
)
