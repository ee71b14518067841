"""The text of a write-up that was handed in as a file: .docx or .txt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.errors import AwardgenError, reason
from awardgen.word_text import WordFile, paragraphs
from awardgen.workbook.cells import SPACE

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST_FILE = 64 * 2**20
READABLE_SUFFIXES = frozenset({".docx", ".txt"})


def read_write_up_file(path: Path) -> str:
    """Return the text of a .docx or .txt, a line a paragraph; raise AwardgenError where it cannot be read."""
    suffix = path.suffix.lower()
    if suffix not in READABLE_SUFFIXES:
        raise AwardgenError(f"不能读取{path.name}：只能读.docx和.txt。", "请用Word打开，另存为.docx。")
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise AwardgenError(f"不能读取{path.name}：文件太大。", "请核对是不是放错了文件；图片请先压缩。")
        text = _text_of_docx(path) if suffix == ".docx" else decode_text(path.read_bytes())
    except OSError as problem:
        raise AwardgenError(
            f"不能打开{path.name}：{reason(problem)}。", "请检查文件是否存在、是否被占用。"
        ) from problem
    except ValueError as problem:
        raise AwardgenError(
            f"不能读取{path.name}：文件已损坏、设了密码，或者内容与后缀名不符。",
            "请用Word打开，另存为.docx（不设密码）。",
        ) from problem
    return without_blank_end(text)


def decode_text(content: bytes) -> str:
    """Return the text of a .txt as Windows programs save it: UTF-8, UTF-16 with its mark, or GB 18030."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("gb18030")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def without_blank_end(text: str) -> str:
    """Return the text without blank lines and white space at its end."""
    return text.rstrip(SPACE)


def _text_of_docx(path: Path) -> str:
    return "\n".join(paragraphs(WordFile(path).body))
