"""Rules over paper, margins, grid and page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgen.catalogue import layout as kinds
from awardgen.layout_checks.model import Role, weight
from awardgen.layout_checks.slip import Slip, at_line
from awardgen.layout_checks.standard import CHARACTERS, LINES, MARGINS, PAPER, TEXT_AREA, size_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.layout_checks.model import Line, PageNumber, Section
    from awardgen.layout_checks.slip import Draft

_MILLIMETRE: Final = 1.05  # the tolerance of top and left margin, and what Word's rounding adds
_AREA: Final = 1.55  # of the other two, which the text area alone decides
_LEAST_MARGIN: Final = 8.0  # below it office printers cut text off
_PITCHES: Final = (27.7, 29.1)  # points a line: 22 lines, and no 23rd fits
_NATURAL: Final = 1.3  # a line's natural height over the size of its type
_CHARACTER_COUNTS: Final = (27.0, 28.6)  # 3号 without any tracking gives 27.6
_PAGE_NUMBER: Final = 14.0
_DASHES: Final = "—―─－–"


def paper_is_a4(draft: Draft) -> Iterator[Slip]:
    """A document is printed on A4, upright or turned."""
    for section in draft.layout.sections:
        sides = sorted((section.width, section.height))
        if any(abs(side - wanted) > _MILLIMETRE for side, wanted in zip(sides, PAPER, strict=True)):
            found = f"{section.width:.0f}×{section.height:.0f}毫米"
            message = f"纸张是{found}，应为A4（210×297毫米），见{draft.standard.clause('paper')}。"
            yield Slip(kinds.PAPER_SIZE, section.label, message, found)


def margins_leave_the_text_area(draft: Draft) -> Iterator[Slip]:
    """The margins of an upright page leave 156 × 225 mm."""
    for section in draft.layout.sections:
        wrong = [] if section.is_landscape or not _is_a4(section) else _wrong_margins(section)
        if not wrong:
            continue
        found = "、".join(f"{side}{value:.1f}".removesuffix(".0") for side, value, _ in wrong)
        wanted = "、".join(f"{side}{right:g}" for side, _, right in wrong)
        area = f"{section.text_width:.0f}×{section.text_height:.0f}毫米"
        message = (
            f"页边距{found}毫米，应为{wanted}毫米；版心现为{area}，"
            f"应为{TEXT_AREA[0]:g}×{TEXT_AREA[1]:g}毫米，见{draft.standard.clause('margins')}。"
        )
        yield Slip(kinds.PAGE_MARGINS, section.label, message, found)


def text_keeps_off_the_edge(draft: Draft) -> Iterator[Slip]:
    """A form or a list has margins that a printer can print; the standard says no more of them."""
    for section in draft.layout.sections:
        sides = {"上": section.top, "下": section.bottom, "左": section.left, "右": section.right}
        narrow = {side: value for side, value in sides.items() if value < _LEAST_MARGIN}
        if narrow:
            found = "、".join(f"{side}{value:.1f}".removesuffix(".0") for side, value in narrow.items())
            message = f"页边距{found}毫米，太窄，打印时文字会被切掉；表格和名单的页边距请留10毫米以上。"
            yield Slip(kinds.PAGE_MARGINS, section.label, message, found)


def page_holds_22_lines(draft: Draft) -> Iterator[Slip]:
    """A page holds 22 lines, by an exact line height or by the grid."""
    lines = draft.layout.of(Role.BODY)
    pitches = [(line, _pitch(line, draft.layout.sections)) for line in lines]
    wrong = [line for line, pitch in pitches if not _PITCHES[0] <= pitch <= _PITCHES[1]]
    if not wrong:
        return
    first = wrong[0]
    section = _section_of(first, draft.layout.sections)
    spacing = _spacing(first, section)
    count = int(TEXT_AREA[1] / 25.4 * 72 / _pitch(first, draft.layout.sections))
    message = (
        f"{_many(wrong)}行距为{spacing}，每面约{count}行；应为每面{LINES}行（行距固定值约28.95磅），"
        f"见{draft.standard.clause('grid')}。"
    )
    yield at_line(kinds.LINES_ON_PAGE, first, message)


def line_holds_28_characters(draft: Draft) -> Iterator[Slip]:
    """A line holds 28 characters of the body's size: neither the grid nor tracking spreads or squeezes them."""
    wrong = []
    for line in draft.layout.of(Role.BODY):
        section = _section_of(line, draft.layout.sections)
        on_grid = line.on_grid and section.grid in ("linesAndChars", "snapToChars")
        added = line.face.tracking + (section.character_space if on_grid else 0)
        width = TEXT_AREA[0] / 25.4 * 72
        count = width / max(16 + added, 1)
        if not _CHARACTER_COUNTS[0] <= count <= _CHARACTER_COUNTS[1] and weight(line.text) > CHARACTERS:
            wrong.append((line, added, count))
    if wrong:
        line, added, count = wrong[0]
        message = (
            f"{_many([line for line, _, _ in wrong])}每个字{'加宽' if added > 0 else '紧缩'}了{abs(added):.1f}磅，"
            f"每行约{int(count)}字；应为每行{CHARACTERS}字，见{draft.standard.clause('grid')}。"
        )
        yield at_line(kinds.CHARACTERS_ON_LINE, line, message)


def pages_are_numbered(draft: Draft) -> Iterator[Slip]:
    """Each page has its number below the text: 4号, between two dashes."""
    layout, clause = draft.layout, draft.standard.clause("page number")
    numbers = [number for number in layout.numbers.values() if number is not None]
    if not numbers:
        where = "页码在页眉里" if layout.number_in_header else "页脚里没有页码"
        message = f"{where}；公文每页在版心下面印页码，如“— 1 —”，见{clause}。"
        yield Slip(kinds.PAGE_NUMBER_FORM, "页眉" if layout.number_in_header else "页脚", message, where)
        return
    for number in numbers:
        faults = []
        if number.size != _PAGE_NUMBER:
            faults.append(f"字号是{size_name(number.size)}，应为4号")
        if not _is_dashed(number):
            shown = f"{number.before}1{number.after}"
            if layout.number_format == "numberInDash":
                shown = "- 1 -"
            faults.append(f"写成“{shown}”，应为“— 1 —”（左右各一条一字线）")
        if faults:
            message = f"页码{'；'.join(faults)}，见{clause}。"
            yield Slip(
                kinds.PAGE_NUMBER_FORM,
                f"{number.part}{number.place}",
                message,
                f"{number.before}1{number.after}",
            )
    if layout.odd_even_differ and layout.numbers.get("even") is None:
        message = f"设了“奇偶页不同”，而偶数页的页脚里没有页码，见{clause}。"
        yield Slip(kinds.PAGE_NUMBER_FORM, "偶数页页脚", message, "偶数页没有页码")


def page_numbers_stand_outside(draft: Draft) -> Iterator[Slip]:
    """A page number stands right on odd pages and left on even ones."""
    layout, clause = draft.layout, draft.standard.clause("page number")
    names = {"left": "左", "center": "居中", "right": "右", "inside": "内侧", "outside": "外侧"}
    odd, even = layout.numbers.get("default"), layout.numbers.get("even")
    if odd is not None and odd.side:
        where = f"{odd.part}{odd.place}"
        if odd.side == "outside":
            pass
        elif odd.side != "right":
            message = f"单页（奇数页）的页码在{names.get(odd.side, odd.side)}，应居右空一字，见{clause}。"
            yield Slip(kinds.PAGE_NUMBER_SIDE, where, message, f"单页页码{odd.side}")
        elif not layout.odd_even_differ:
            message = f"没有设“奇偶页不同”，双页的页码也在右边；双页码应居左空一字，见{clause}。"
            yield Slip(kinds.PAGE_NUMBER_SIDE, where, message, "双页页码right")
    if layout.odd_even_differ and even is not None and even.side and even.side not in ("left", "outside"):
        message = f"双页（偶数页）的页码在{names.get(even.side, even.side)}，应居左空一字，见{clause}。"
        yield Slip(kinds.PAGE_NUMBER_SIDE, f"{even.part}{even.place}", message, f"双页页码{even.side}")


def _is_a4(section: Section) -> bool:
    return abs(section.width - PAPER[0]) <= _MILLIMETRE and abs(section.height - PAPER[1]) <= _MILLIMETRE


def _wrong_margins(section: Section) -> list[tuple[str, float, float]]:
    found = {"上": section.top, "下": section.bottom, "左": section.left, "右": section.right}
    allowed = {"上": _MILLIMETRE, "左": _MILLIMETRE, "下": _AREA, "右": _AREA}
    return [
        (side, value, MARGINS[side])
        for side, value in found.items()
        if abs(value - MARGINS[side]) > allowed[side]
    ]


def _section_of(line: Line, sections: tuple[Section, ...]) -> Section:
    return sections[min(line.section, len(sections) - 1)]


def _pitch(line: Line, sections: tuple[Section, ...]) -> float:
    """Return the height of a body line in points."""
    if line.height.rule != "auto":
        return max(line.height.value, 1)
    section = _section_of(line, sections)
    natural = line.face.size * _NATURAL
    if section.grid and line.on_grid and section.line_pitch:
        natural = section.line_pitch * -(-natural // section.line_pitch)
    return max(natural * line.height.value, 1)


def _spacing(line: Line, section: Section) -> str:
    if line.height.rule != "auto":
        return f"{'固定值' if line.height.rule == 'exact' else '最小值'}{line.height.value:g}磅"
    names = {1.0: "单倍", 1.5: "1.5倍", 2.0: "2倍"}
    multiple = names.get(line.height.value, f"{line.height.value:.3g}倍")
    grid = f"（行网格{section.line_pitch:g}磅）" if section.grid and line.on_grid else "（没有行网格）"
    return f"{multiple}行距{grid}"


def _is_dashed(number: PageNumber) -> bool:
    return number.before.endswith(tuple(_DASHES)) and number.after.startswith(tuple(_DASHES))


def _many(lines: list[Line]) -> str:
    return f"正文共{len(lines)}段" if len(lines) > 1 else "这一段"
