"""文件名: from a filled pattern to a path that stays inside output/ and that every desk can store."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

from pathvalidate import sanitize_filename

SUFFIX = ".docx"
LONGEST_NAME = 200
"""UTF-8 bytes of a file or folder name; file systems hold 255, and a new version's name is longer."""
_MOST_FOLDERS = 8
_LONGEST_PATH = 500
"""Characters below output/. Whoever goes beyond it has made a mistake in the pattern."""

# Windows drops dots and spaces at the end of a name and spaces before a dot, and then finds CON in "CON .docx".
_EDGES = re.compile(r"\A[\s.]+|[\s.]+\Z")
_SPACE_BEFORE_DOT = re.compile(r"\s+\.")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_FORBIDDEN = re.compile(r'[/\\:*?"<>|\n\r\t]')
# Names in which there is nothing to replace: short, of letters, and none that begins like CON or COM1.
_NAME = r"(?!(?i:con|prn|aux|nul|com|lpt))[\w()（）、-]{1,50}"
_ORDINARY = re.compile(rf"(?:{_NAME}/){{0,5}}{_NAME}\.docx")
_ORDINARY_VALUE = re.compile(r"[\w()（）、-]+")


class UnsafePathError(ValueError):
    """The pattern gives no usable path; the message says why, in Chinese."""


def safe_value(value: object) -> str:
    """Return a value as part of one name: a / in it makes no folder, what a file system refuses is replaced."""
    text = str(value)
    if _ORDINARY_VALUE.fullmatch(text) and unicodedata.is_normalized("NFC", text):
        return text
    replaced = _FORBIDDEN.sub("_", _visible(text))
    # Dots that lead or trail a value would let it climb folders.
    return _EDGES.sub("", replaced)


def document_path(filled: str) -> str:
    """Return the path below output/, with forward slashes, for a filled pattern.

    Raises UnsafePathError where it is absolute, climbs out, hides itself or names nothing.
    """
    if (
        len(filled) <= _LONGEST_PATH
        and _ORDINARY.fullmatch(filled)
        and unicodedata.is_normalized("NFC", filled)
    ):
        return filled
    if PurePosixPath(filled).is_absolute() or PureWindowsPath(filled).anchor:
        raise UnsafePathError(f"“{filled}”是绝对路径，文书只能写在output/里面。")
    # What is not seen goes first: behind it a name could begin with a dot.
    parts = [part.strip() for part in _visible(filled).replace("\\", "/").split("/")]
    if any(part in {"", ".", ".."} for part in parts):
        raise UnsafePathError(f"“{filled}”中有空的文件夹名，或者用“..”跳出了output/。")
    if any(part.startswith(".") for part in parts):
        raise UnsafePathError(f"“{filled}”中有以点开头的名称，这样的名称留给程序使用。")
    *folders, name = parts
    stem = name[: -len(SUFFIX)] if name.lower().endswith(SUFFIX) else name
    names = [*(_stored(folder, LONGEST_NAME) for folder in folders), _stored(stem, LONGEST_NAME) + SUFFIX]
    if len(folders) > _MOST_FOLDERS or sum(map(len, names)) > _LONGEST_PATH:
        raise UnsafePathError(
            f"“{filled[:40]}…”太长：文件夹最多{_MOST_FOLDERS}层，一共最多{_LONGEST_PATH}个字。"
        )
    return "/".join(names)


def path_key(path: str) -> str:
    """Return what two paths have in common that are one file on some desk (case, composed characters)."""
    return unicodedata.normalize("NFC", path).casefold()


def _stored(name: str, longest: int) -> str:
    shortened = _EDGES.sub("", name.encode()[:longest].decode(errors="ignore"))
    shortened = _SPACE_BEFORE_DOT.sub(".", shortened)
    stored = _EDGES.sub("", sanitize_filename(shortened, replacement_text="_", platform="universal"))
    if not stored:
        raise UnsafePathError(f"“{name}”不能作文件名。")
    return stored


def _visible(text: str) -> str:
    if text.isprintable():
        return unicodedata.normalize("NFC", text)
    # Control and format characters, right-to-left marks among them, make names that read unlike they are.
    kept = (each for each in text if unicodedata.category(each) not in _UNSEEN or each in "\n\r\t")
    return unicodedata.normalize("NFC", "".join(kept))
