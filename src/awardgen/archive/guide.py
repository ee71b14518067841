"""说明.txt: what the package is, and how anybody checks it without awardgen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from awardgen.archive.record import Record

_TEXT = """\
归档包说明

本文件夹是“{campaign}”的归档包，{day}由awardgen {version}制作，共{items}件、{pages}页。
它是一个BagIt包（国际标准RFC 8493）：data里是归档的内容，manifest-sha256.txt是每个文件的校验值。
请不要改动、增减包里的文件；复制、刻盘、移交以后请校验一次。

一、里面有什么

data/归档文件目录.xlsx、.docx    归档文件目录（DA/T 22）；.pdf是同样的内容
data/备考表、盒脊标签           打印后放进档案盒、贴在盒脊
data/件/0001/正本/              签字盖章后的扫描件，是正本，页数照它计算
data/件/0001/原件/              Word文书
data/件/0001/PDF/               同一文书的PDF/A-1b，首页右上有归档章
data/活动/                      生成文书的工作簿、事迹材料和Word模板
data/归档信息.json              以上内容的清单，给程序读

二、怎样校验

1. 有awardgen的：
       awardgen verify 本文件夹
   除校验值以外，还核对目录的页数、PDF/A标记，并用包里的工作簿和模板重新生成文书比较。
2. 没有awardgen，有Python的（美国国会图书馆的程序）：
       pip install bagit
       bagit.py --validate 本文件夹
3. Linux、macOS，在本文件夹中：
       sha256sum -c manifest-sha256.txt
       sha256sum -c tagmanifest-sha256.txt
   macOS用 shasum -a 256 -c。只列出不符的，加 --quiet。
4. Windows，单个文件：
       certutil -hashfile 文件名 SHA256
   结果与manifest-sha256.txt中同名一行相同，文件就没有变。
"""


def guide(record: Record) -> str:
    """Return the text of 说明.txt."""
    return _TEXT.format(
        campaign=record.campaign,
        day=f"{record.day.year}年{record.day.month}月{record.day.day}日",
        version=record.awardgen,
        items=len(record.entries),
        pages=sum(each.pages for each in record.entries),
    )
