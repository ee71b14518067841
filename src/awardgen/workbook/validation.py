"""What Excel itself lets staff type into a column, and what it says when they type something else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from awardgen.workbook.declaration import Type

if TYPE_CHECKING:
    from awardgen.workbook.declaration import Column

_LONGEST_LIST = 255
_LONGEST_TITLE = 32
_PROMPTS = {
    Type.DATE: "请填日期，如2010-9-15。",
    Type.WHOLE: "请填整数。",
    Type.NUMBER: "请填数字。",
    Type.SCORE: "请填分数，只填数字。",
    Type.PERCENT: "请填百分数，如92%。",
}
_RANGES: dict[Type, dict[str, Any]] = {
    Type.DATE: {
        "validate": "date",
        "criteria": "between",
        "minimum": date(1990, 1, 1),
        "maximum": date(2099, 12, 31),
    },
    Type.WHOLE: {"validate": "integer", "criteria": ">=", "value": 0},
    Type.NUMBER: {"validate": "decimal", "criteria": ">=", "value": 0},
    Type.SCORE: {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100},
    Type.PERCENT: {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1},
}


def validation_of(column: Column) -> dict[str, Any] | None:
    """Return the validation of a column in XlsxWriter's terms; None where anything may be typed."""
    if column.allowed:
        return _list(column, column.allowed, "stop", f"只能填{'、'.join(column.allowed)}。")
    if column.suggestions:
        message = "这一项不在下拉列表里，请核对。确实要填的，选“是”。"
        return _list(column, column.suggestions, "warning", message)
    if column.type not in _RANGES:
        return None
    prompt = _PROMPTS[column.type]
    # A warning, not a stop: reading takes 2010.9.15, 92% typed as text and full-width digits as well.
    error = f"{prompt}现在的内容Excel认不出来，请核对。确实要这样填的，选“是”。"
    limits = {**_RANGES[column.type], **({"value": column.least} if column.least else {})}
    return {**limits, "error_type": "warning", **_messages(column, prompt, error)}


def _list(column: Column, items: tuple[str, ...], error_type: str, message: str) -> dict[str, Any] | None:
    """Return a drop-down; None where Excel would refuse the list for its length or for a comma in it."""
    if len(",".join(items)) > _LONGEST_LIST or any("," in item for item in items):
        return None
    prompt = "请从下拉列表中选择。"
    chosen = {"validate": "list", "source": list(items), "error_type": error_type}
    return {**chosen, **_messages(column, prompt, message)}


def _messages(column: Column, prompt: str, error: str) -> dict[str, str]:
    title = column.header[:_LONGEST_TITLE]
    return {"input_title": title, "input_message": prompt, "error_title": title, "error_message": error[:255]}
