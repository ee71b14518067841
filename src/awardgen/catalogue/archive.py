"""AW60x-AW61x: freezing a campaign. AW62x-AW63x: checking a package."""

from awardgen.finding import Kind, Severity

SETTINGS_ABSENT = Kind(
    "AW601",
    "没有归档设置",
    Severity.INFO,
    "活动设置.xlsx中没有工作表“归档”，全宗号等留空，保管期限等按常用值。",
    "请在活动设置.xlsx中加一张工作表“归档”，列名是项目、内容，各个项目见《使用手册》；也可以从新建的活动文件夹中复制。",
)
FONDS_MISSING = Kind(
    "AW602",
    "全宗号没有填写",
    Severity.WARNING,
    "档号和归档章都要用全宗号；没有时档号从门类代码写起，归档章上这一格是空的。",
    "请在工作表“归档”中填写档案馆给的全宗号，再归档；还没有全宗号的，可以先这样归档。",
)
SCAN_MISSING = Kind(
    "AW603",
    "没有签章件",
    Severity.WARNING,
    "签字盖章的扫描件是正本，页数照它计算。这一件在data/签章件/中没有扫描件，页数暂按程序转换的PDF计算。",
    "请把签字盖章以后的扫描件存为data/签章件/编号….pdf或文书名称….pdf，再归档；本来就不签章的，不必处理。",
)
SCAN_UNCLAIMED = Kind(
    "AW604",
    "签章件对不上文书",
    Severity.WARNING,
    "文件名不是以编号或文书名称开头，或者几份文书都可能是它，或者不是PDF。它收在包里的“其他签章件”中，没有计入哪一件。",
    "请把文件名改成编号或文书名称开头，如SF-001.pdf、通知.pdf、参评人员名单-饮食服务工会小组.pdf。",
)
SCAN_UNREADABLE = Kind(
    "AW605",
    "签章件无法读取",
    Severity.ERROR,
    "扫描件打不开：文件已损坏、设了密码，或者不是PDF。正本不能读，归档就没有意义。",
    "请重新扫描，或者去掉密码后另存。",
)
SCAN_SHORT = Kind(
    "AW606",
    "签章件的页数比文书少",
    Severity.WARNING,
    "扫描件比这一件的文书少几页，可能没有扫全。页数照扫描件计算。",
    "请核对；附件、事迹材料另外扫描的，存为以同一编号或文书名称开头的另一个PDF。",
)
DAY_UNKNOWN = Kind(
    "AW607",
    "这一件没有日期",
    Severity.WARNING,
    "归档文件目录要填文件的形成日期，工作簿里没有可以依据的日期，目录中这一格是空的。",
    "请填写成文日期、审批日期、小组意见日期、表彰日期或申报截止日期，再归档。",
)
NO_ROOM_FOR_STAMP = Kind(
    "AW608",
    "归档章没有空白的位置",
    Severity.WARNING,
    "首页上部没有45×16毫米的空白，归档章盖在了右上角，压着文字。",
    "请把模板的上边距放宽，生成以后再归档。",
)
ARCHIVED_AS_EDITED = Kind(
    "AW609",
    "手工修改过的文书照样归档",
    Severity.INFO,
    "这份文书与程序生成的不同，归档的是修改后的一份；校验时只核对它的校验值，不重新生成比较。",
    "无须处理；要归档程序生成的一份，请先运行 awardgen build --force。",
)
ROWS_ABSENT = Kind(
    "AW610",
    "没有归档用的文书",
    Severity.WARNING,
    "工作表“文书”中没有范围为“归档”的行，包里只有归档文件目录的Excel表，没有Word目录、备考表和盒脊标签。",
    "请从新建的活动文件夹中复制templates/里的归档文件目录.docx、备考表.docx和盒脊标签.docx，并在工作表“文书”中各加一行，范围填“归档”。",
)
NOT_CONVERTED = Kind(
    "AW611",
    "文书没有转换成PDF/A",
    Severity.ERROR,
    "每份文书都要有一份PDF/A-1b留存，这一份没有转换成功。",
    "请用Word打开这份文书检查，能正常打开的另存一次，再归档。",
)
ARCHIVED_WITH_UNKNOWN = Kind(
    "AW612",
    "“归档”一列写的文书不存在",
    Severity.WARNING,
    "工作表“文书”的“归档”一列应写另一种文书的名称，或者“不归档”；查不到的按另立一件处理。",
    "请改成“文书”一列中的名称。",
)
NO_BAG = Kind(
    "AW620",
    "不是完整的归档包",
    Severity.ERROR,
    "归档包是BagIt包（RFC 8493）：要有bagit.txt、清单manifest-….txt和文件夹data，清单每行是校验值和文件名，"
    "总量与bag-info.txt相符。",
    "请核对给的是不是归档包的文件夹或压缩包；确是归档包的，请换用另一份备份。",
)
CHECKSUM_DIFFERS = Kind(
    "AW621",
    "文件的内容变了",
    Severity.ERROR,
    "文件的校验值与清单不符：归档以后被改过，或者存储介质出了错。",
    "请用另一份备份中的同名文件核对。",
)
FILE_MISSING = Kind(
    "AW622",
    "缺少文件",
    Severity.ERROR,
    "清单中有这个文件，包里没有。",
    "请从另一份备份中补回。",
)
FILE_UNEXPECTED = Kind(
    "AW623",
    "多出文件",
    Severity.ERROR,
    "包里有这个文件，清单中没有：它是归档以后放进去的。",
    "请移到包以外；归档包里不能增减文件。",
)
PATH_UNSAFE = Kind(
    "AW624",
    "路径不安全",
    Severity.ERROR,
    "包里有链接、绝对路径、跳到包以外的路径，或者不是普通文件的东西。正常的归档包没有这些，程序没有跟过去，也没有打开它。",
    "请不要解开或打开这个包，先核对它的来历。",
)
BAG_OVERSIZE = Kind(
    "AW625",
    "包大得不正常",
    Severity.ERROR,
    "压缩包解开后大得不正常、文件太多，或者清单太大，程序没有读下去。",
    "请核对这个包的来历；确是自己的归档包的，请解开后校验文件夹。",
)
RECORD_UNREADABLE = Kind(
    "AW626",
    "归档信息读不出",
    Severity.ERROR,
    "data/归档信息.json已损坏，或者是更新的版本写的，所以只核对了校验值。",
    "请用归档时的awardgen版本（见bag-info.txt）校验，或者换用另一份备份。",
)
PAGES_DIFFER = Kind(
    "AW627",
    "页数与目录不符",
    Severity.ERROR,
    "从PDF读出的页数与归档文件目录不同。",
    "请与纸质件核对。",
)
CATALOGUE_DIFFERS = Kind(
    "AW628",
    "目录与归档信息不符",
    Severity.ERROR,
    "归档文件目录.xlsx中的一行与data/归档信息.json不同，或者少了、多了一行。",
    "请与纸质目录核对。",
)
NOT_PDF_A = Kind(
    "AW629",
    "PDF不是PDF/A-1b",
    Severity.ERROR,
    "长期保存的PDF应是PDF/A-1b，这个文件没有这样的标记，或者打不开。",
    "请重新归档。",
)
DOCUMENT_DIFFERS = Kind(
    "AW630",
    "文书与重新生成的不同",
    Severity.ERROR,
    "用包里的工作簿和模板重新生成，与包里的这份文书不同。",
    "请与签章件核对，以签章件为准。",
)
OTHER_VERSION = Kind(
    "AW631",
    "程序版本与归档时不同",
    Severity.WARNING,
    "归档以后程序生成文书的部分改过，重新生成的文书可能与包里的略有不同，不同的只作警告。",
    "无须处理；要严格比较，请安装bag-info.txt中写的版本再校验。",
)
EDITED_BY_HAND = Kind(
    "AW632",
    "手工修改的文书",
    Severity.INFO,
    "这份文书归档时就是手工修改过的，只核对了校验值。",
    "无须处理。",
)
NOT_RENDERED = Kind(
    "AW633",
    "没有重新生成比较",
    Severity.WARNING,
    "包里的工作簿或模板读不出来，或者其中已没有这份文书，只核对了校验值。",
    "请与签章件核对。",
)
FOREIGN_BAG = Kind(
    "AW634",
    "不是awardgen做的归档包",
    Severity.INFO,
    "包里没有归档信息，只核对了BagIt的校验值和文件清单。",
    "无须处理。",
)
FINDING_ARCHIVED = Kind(
    "AW635",
    "归档时带有问题",
    Severity.WARNING,
    "归档时活动还有错误没有改正（--with-findings），问题列在包里的“归档时的问题.txt”中。",
    "请查看“归档时的问题.txt”。",
)
