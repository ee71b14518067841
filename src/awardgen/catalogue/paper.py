"""AW48x: documents as PDF."""

from awardgen.finding import Kind, Severity

NOT_CONVERTED = Kind(
    "AW480",
    "文书没有转成PDF",
    Severity.ERROR,
    "LibreOffice打不开这份Word文件，或者转换时停住了，单独再试一次也不行；其余文书照常转换。",
    "请用Word打开这份文件看看，另存一次再运行；由模板生成的，请检查模板。",
)
PDF_REPLACED = Kind(
    "AW481",
    "PDF已被替换，予以保留",
    Severity.WARNING,
    "文书旁边或打印文件夹里的PDF不是程序做的，或者做好以后有人换过（如换成了扫描件），程序不会覆盖；打印文件中用的也是它。",
    "要留用的不必处理；要用程序重做，请删去它，或者用 awardgen build --pdf --force。",
)
FONTS_MISSING = Kind(
    "AW482",
    "公文字体不全",
    Severity.WARNING,
    "这台机器上没有指定的字体，用了别的字体代替，换行和页数可能与别的机器不同。",
    "请运行 awardgen doctor，按所说的办法装上字体。",
)
PDF_OUT_OF_DATE = Kind(
    "AW483",
    "过时的PDF已移走",
    Severity.INFO,
    "文书有了变化，或者不再需要，以前做的PDF不能再用，已删去；含有它的打印文件也一样。",
    "需要PDF时，请运行 awardgen build --pdf。",
)
