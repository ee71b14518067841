"""What a workbook's sheets and columns are: the words in which the other modules declare them.

Reading, the empty workbooks of `init` and the manual's tables all come from one declaration.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Type(StrEnum):
    """What a column holds; the value is the word that the manual prints."""

    TEXT = "文字"
    LONG_TEXT = "长文字"
    PRINTED_PERIOD = "文字（时间）"
    WHOLE = "整数"
    NUMBER = "数字"
    SCORE = "分数"
    PERCENT = "百分数"
    DATE = "日期"
    CHOICE = "选项"
    YES_NO = "是/否"
    ACCIDENT = "有/无"


CHOICES: dict[Type, tuple[str, ...]] = {Type.YES_NO: ("是", "否"), Type.ACCIDENT: ("有", "无")}
"""The choices that belong to a type, whatever the column."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, or a row of 基本信息, whose 项目 is then the header.

    required: the column must be there and its cells filled; of a 项目, that its row must be there.
    expected: of a 项目, that the campaign cannot do for long without its 内容.
    help: Chinese, what to put there.
    choices: the texts that a CHOICE may hold.
    suggestions: texts offered in a drop-down that may be overridden.
    width: in characters, of the column that `init` makes.
    default: what `init` fills in.
    when_empty: of a 项目, what follows from an empty 内容 where it is not that the default counts.
    least: the smallest number that a WHOLE may be.
    aliases: what else a form calls the column's value.
    """

    header: str
    type: Type = Type.TEXT
    required: bool = False
    help: str = ""
    choices: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    width: int = 12
    default: str | int | float | None = None
    expected: bool = False
    when_empty: str = ""
    least: int = 0
    aliases: tuple[str, ...] = ()

    @property
    def allowed(self) -> tuple[str, ...]:
        return self.choices or CHOICES.get(self.type, ())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet.

    required: 活动设置.xlsx is not complete without it.
    fill_down: columns whose cells staff merge over the rows of one group; the first names the group.
    settings: the rows of a sheet that is a list of 项目 and 内容.
    either: columns of which one at least must be there.
    """

    name: str
    columns: tuple[Column, ...]
    help: str = ""
    required: bool = True
    fill_down: tuple[str, ...] = ()
    settings: tuple[Column, ...] = ()
    either: tuple[str, ...] = ()

    @property
    def headers(self) -> tuple[str, ...]:
        return tuple(column.header for column in self.columns)

    def named(self, name: str) -> Sheet:
        return replace(self, name=name)

    def with_suggestions(self, header: str, suggestions: tuple[str, ...]) -> Sheet:
        """Return the sheet with a drop-down in one column, for what only the campaign knows."""
        columns = (
            replace(each, suggestions=suggestions) if each.header == header else each for each in self.columns
        )
        return replace(self, columns=tuple(columns))


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook. name: its file name without the suffix, as it may be .xlsx, .xls or .ods."""

    name: str
    sheets: tuple[Sheet, ...]
    help: str = ""
