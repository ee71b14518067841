"""AW4xx: templates and the documents made from them."""

from awardgen.finding import Kind, Severity

TEMPLATE_UNREADABLE = Kind(
    "AW401",
    "模板无法读取",
    Severity.ERROR,
    "模板文件不存在、已损坏，或者不是.docx。",
    "请核对工作表“文书”中的模板名，并用Word打开模板检查。",
    withholds=True,
)
NAME_UNKNOWN = Kind(
    "AW402",
    "模板中的名称不存在",
    Severity.ERROR,
    "模板标签里的名称在各工作表的列名和设置项中都没有。",
    "请改正标签，或者在工作表中加上这一列。",
    withholds=True,
)
TEMPLATE_SYNTAX = Kind(
    "AW403",
    "模板标签写法有误",
    Severity.ERROR,
    "标签没有写完整、没有成对，或者用了不存在的过滤器。",
    "请对照《使用手册》中的标签写法改正。",
    withholds=True,
)
TEMPLATE_FORBIDDEN = Kind(
    "AW404",
    "模板标签含有不允许的操作",
    Severity.ERROR,
    "模板只能取值和排版，不能调用程序的内部功能。",
    "请删去这个标签。",
    withholds=True,
)
TEMPLATE_FAILED = Kind(
    "AW405",
    "模板填写失败",
    Severity.ERROR,
    "标签的写法没有错，但用这一份的内容填写时出错。",
    "请检查所指的标签和这一份的内容。",
    withholds=True,
)
FILE_NAME_UNSAFE = Kind(
    "AW406",
    "文件名不能使用",
    Severity.ERROR,
    "文件名为空，或者会写到output/文件夹以外。",
    "请改正工作表“文书”中的文件名。",
    withholds=True,
)
PATH_TAKEN = Kind(
    "AW407",
    "两份文书的文件名相同",
    Severity.ERROR,
    "后一份会覆盖前一份，所以后一份没有生成。Windows不区分大小写，只差大小写也算相同。",
    "请在“文件名”中加上能区别的标签，例如{{ 编号 }}。",
    withholds=True,
)
FILE_IN_USE = Kind(
    "AW408",
    "文件被占用",
    Severity.ERROR,
    "文件正在Word中打开，或者没有写入权限，新的内容没有写进去；其余文书不受影响。",
    "请关闭这个文件后再运行一次。",
)
EDITED_BY_HAND = Kind(
    "AW409",
    "文书已手工修改，予以保留",
    Severity.WARNING,
    "文件生成以后有人改过，程序不会覆盖。内容有更新时，新的一份放在旁边，文件名带“新版”。",
    "请比较两份，留下要用的；要放弃手工修改，请用 awardgen build --force。",
)
MOVED_ASIDE = Kind(
    "AW410",
    "旧文书已移入.作废",
    Severity.INFO,
    "这份文书现在不能生成，以前生成的一份已不可靠，已移到output/.作废/。",
    "改正所报的问题后重新运行，会生成新的一份。",
)
BRACKET_ALONE = Kind(
    "AW412",
    "模板里有不成对的括号",
    Severity.WARNING,
    "“}}”或“%}”前面没有与它配对的“{{”或“{%”，不是标签，会照样印出来。",
    "请在前面补上“{{”或“{%”，或者删去多余的括号。",
)
TAG_NOT_FILLED = Kind(
    "AW413",
    "标签写在不会填写的地方",
    Severity.INFO,
    "批注、图表、部分文档属性和修订时删去的文字里，标签不会填写，会照原样留在文书里。",
    "要填写的请移到正文、表格、页眉页脚、脚注或文本框里；只是说明的不用改。",
)
FAILS_FOR_SOME = Kind(
    "AW414",
    "遇到某类内容时模板会填写失败",
    Severity.WARNING,
    "用空白、文字、数字、日期、空名单等样例试填模板，所指的标签遇到其中一类就会出错，那一份文书到时不能生成。",
    "请改写标签，例如先用{% if … %}判断，或用|default给出代替的内容。",
)
COLUMN_UNUSED = Kind(
    "AW415",
    "增加的列没有用到",
    Severity.INFO,
    "这一列（或设置项）是自己增加的，没有任何模板、条件或文件名用到它。",
    "要印出来，请在模板里写上同名的标签；只供自己查看的不用改。",
)
TEMPLATE_UNUSED = Kind(
    "AW416",
    "模板没有用到",
    Severity.INFO,
    "templates/文件夹中的这个模板，工作表“文书”里没有一行用它。",
    "要用它生成文书，请在工作表“文书”中加一行；不用的可以移走。",
)
TEMPLATE_REACHES_OUT = Kind(
    "AW417",
    "模板会运行程序或取外部内容",
    Severity.ERROR,
    "模板里有宏，或者有会启动程序、读取别的文件、到网上取内容的域和链接；每一份文书都会带着它，所以没有用这个模板。",
    "请按提示在Word里去掉它，另存后再运行；来历不明的模板请换上可靠的一份。",
    withholds=True,
)
TEMPLATE_CARRIES_FILES = Kind(
    "AW418",
    "模板里嵌入了别的文件",
    Severity.WARNING,
    "模板里嵌入了对象（如一张Excel表），会带进每一份文书。",
    "用不着的请删去；要用的请核对来源。",
)
CONDITION_INVALID = Kind(
    "AW411",
    "文书的条件或文件名有误",
    Severity.ERROR,
    "工作表“文书”中的条件或文件名写法有误，或者用了不存在的名称，这一种文书没有生成。",
    "请对照《使用手册》改正。",
    withholds=True,
)
