"""The figures of GB/T 9704 in its two editions, and the clauses that they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from awardgen.layout_checks.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.layout_checks.model import Face


class Edition(StrEnum):
    """公文版式 in 活动设置.xlsx."""

    OF_1999 = "GB/T 9704-1999"
    OF_2012 = "GB/T 9704-2012"


#: Paper, margins and text area in millimetres.
PAPER: Final = (210.0, 297.0)
MARGINS: Final = MappingProxyType({"上": 37.0, "下": 35.0, "左": 28.0, "右": 26.0})
TEXT_AREA: Final = (156.0, 225.0)
LINES: Final = 22
CHARACTERS: Final = 28

_FANGSONG: Final = "仿宋"
_KAITI: Final = "楷体"
_HEITI: Final = "黑体"
_XIAOBIAOSONG: Final = "小标宋"
#: Family → what its fonts are called; 仿宋_GB2312, FangSong and 方正仿宋简体 are one family.
_FAMILIES: Final = MappingProxyType(
    {
        _XIAOBIAOSONG: ("小标宋", "xiaobiaosong", "fzxbs"),
        _FANGSONG: ("仿宋", "fangsong", "fangsung", "fzfs"),
        _KAITI: ("楷", "kaiti", "kaisu", "fzkt"),
        _HEITI: ("黑体", "simhei", "heiti", "fzht"),
        "宋体": ("宋体", "simsun", "songti"),
    }
)
_SIZES: Final = MappingProxyType(
    {
        42: "初号", 36: "小初", 26: "1号", 24: "小一", 22: "2号", 18: "小二", 16: "3号", 15: "小三", 14: "4号",
        12: "小四", 10.5: "5号", 9: "小五", 7.5: "6号",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Type:
    """The type that an element is set in. families: any of them; size: points, 0 where it is left to the issuer."""

    families: tuple[str, ...]
    size: float

    def fits(self, face: Face) -> bool:
        return family(face.font) in self.families and self.fits_size(face)

    def fits_size(self, face: Face) -> bool:
        return not self.size or face.size == self.size

    def __str__(self) -> str:
        return f"{size_name(self.size) if self.size else ''}{'或'.join(self.families)}"


@dataclass(frozen=True, slots=True)
class Standard:
    """One edition. clauses: subject → number; types: role → what it is set in."""

    edition: Edition
    clauses: Mapping[str, str]
    types: Mapping[Role, Type]
    chinese_dates: bool
    subject_words: bool

    def clause(self, subject: str) -> str:
        """Return a clause as it is cited: GB/T 9704-2012第7.3.1条."""
        return f"{self.edition.value}第{self.clauses[subject]}条"


def family(font: str) -> str:
    """Return the family that a font belongs to, or the font itself."""
    folded = font.casefold().replace(" ", "")
    for name, signs in _FAMILIES.items():
        if any(sign in folded for sign in signs):
            return name
    return font


def size_name(points: float) -> str:
    """Return a size as staff call it: 3号."""
    return _SIZES.get(points) or f"{points:g}磅"


def face_name(face: Face) -> str:
    """Return a type as staff call it: 小四宋体."""
    return f"{size_name(face.size)}{face.font or '（未设中文字体）'}"


_THIRD: Final = Type((_FANGSONG,), 16)
_FOURTH: Final = Type((_FANGSONG,), 14)
_COMMON: Final = {
    Role.MARK: Type((_XIAOBIAOSONG,), 0),
    Role.NUMBER: _THIRD,
    Role.TITLE: Type((_XIAOBIAOSONG,), 22),
    Role.ADDRESSEE: _THIRD,
    Role.BODY: _THIRD,
    Role.ANNEX_NOTE: _THIRD,
    Role.SIGNATURE: _THIRD,
    Role.DATE: _THIRD,
}
_SMALL_TITLE: Final = (_HEITI, _XIAOBIAOSONG)
_LOWER: Final = (_FANGSONG, _KAITI, *_SMALL_TITLE)

STANDARDS: Final[Mapping[Edition, Standard]] = MappingProxyType(
    {
        Edition.OF_1999: Standard(
            Edition.OF_1999,
            {
                "paper": "5.1", "margins": "5.2", "grid": "7.1", "mark": "8.1.4", "number": "8.1.5",
                "title": "8.2.1", "addressee": "8.2.2", "body": "8.2.3", "headings": "7.1", "annex note": "8.2.4",
                "annex": "8.2.4", "date": "8.2.5", "signature": "8.2.6", "subject words": "8.3.1",
                "copies": "8.3.2", "imprint": "8.3.3", "page number": "9",
            },
            {
                **_COMMON,
                Role.HEADING_1: Type(_SMALL_TITLE, 16),
                Role.HEADING_2: Type(_LOWER, 16),
                Role.HEADING_3: Type(_LOWER, 16),
                Role.HEADING_4: Type(_LOWER, 16),
                Role.COPIES: _THIRD,
                Role.IMPRINT: _THIRD,
            },
            chinese_dates=True,
            subject_words=True,
        ),
        Edition.OF_2012: Standard(
            Edition.OF_2012,
            {
                "paper": "5.1", "margins": "5.2.1", "grid": "5.2.3", "mark": "7.2.4", "number": "7.2.5",
                "title": "7.3.1", "addressee": "7.3.2", "body": "7.3.3", "headings": "7.3.3", "annex note": "7.3.4",
                "annex": "7.3.7", "date": "7.3.5.4", "signature": "7.3.5", "subject words": "7.4",
                "copies": "7.4.2", "imprint": "7.4.3", "page number": "7.5",
            },
            {
                **_COMMON,
                Role.HEADING_1: Type((_HEITI,), 16),
                Role.HEADING_2: Type((_KAITI,), 16),
                Role.HEADING_3: _THIRD,
                Role.HEADING_4: _THIRD,
                Role.COPIES: _FOURTH,
                Role.IMPRINT: _FOURTH,
                Role.ANNEX_LABEL: Type((_HEITI,), 16),
            },
            chinese_dates=False,
            subject_words=False,
        ),
    }
)  # fmt: skip

#: Role → the subject whose clause says how it is set.
SUBJECTS: Final = MappingProxyType(
    {
        Role.MARK: "mark", Role.NUMBER: "number", Role.TITLE: "title", Role.ADDRESSEE: "addressee",
        Role.BODY: "body", Role.HEADING_1: "headings", Role.HEADING_2: "headings", Role.HEADING_3: "headings",
        Role.HEADING_4: "headings", Role.ANNEX_NOTE: "annex note", Role.SIGNATURE: "signature", Role.DATE: "date",
        Role.COPIES: "copies", Role.IMPRINT: "imprint", Role.ANNEX_LABEL: "annex",
    }
)  # fmt: skip
