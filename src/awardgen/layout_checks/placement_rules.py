"""Rules over where the elements stand on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgen.catalogue import layout as kinds
from awardgen.layout_checks.model import HEADINGS, Role
from awardgen.layout_checks.slip import at_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.layout_checks.slip import Draft, Slip

_TWO: Final = (1.5, 2.8)  # characters; measures in centimetres or of another size never come out even
_A_LINE: Final = 0.5
_RIGHT_OF_DATE: Final = (1.4, 8.0)
_MIDDLE: Final = 9.0  # characters: what begins right of it stands aside


def title_and_number_are_centred(draft: Draft) -> Iterator[Slip]:
    """Mark, number and title are centred; with a signer's name (签发人) the number stands left."""
    for line in draft.layout.of(Role.MARK, Role.NUMBER, Role.TITLE):
        signed = line.role is Role.NUMBER and (line.columns > 1 or "签发人" in line.text)
        spread = line.role is Role.MARK and line.alignment == "distribute"
        if line.in_box or signed or spread or line.alignment == "center":
            continue
        subject = {Role.MARK: "mark", Role.NUMBER: "number"}.get(line.role, "title")
        message = f"{line.role}没有居中（现为{_name(line.alignment)}），应居中，见{draft.standard.clause(subject)}。"
        yield at_line(kinds.ALIGNMENT, line, message)


def addressee_stands_flush(draft: Draft) -> Iterator[Slip]:
    """The addressees begin at the edge of the text, one empty line below the title."""
    clause = draft.standard.clause("addressee")
    for line in draft.layout.of(Role.ADDRESSEE):
        if line.alignment in ("center", "right") or line.indent >= 1:
            found = f"缩进了{line.indent:.2g}字" if line.indent >= 1 else f"现为{_name(line.alignment)}"
            yield at_line(kinds.ALIGNMENT, line, f"主送机关没有顶格（{found}），应居左顶格，见{clause}。")
        if draft.layout.of(Role.TITLE) and line.blank_above < _A_LINE:
            yield at_line(kinds.ADDRESSEE_FORM, line, f"主送机关与标题之间没有空行，应空一行，见{clause}。")


def paragraphs_begin_two_characters_in(draft: Draft) -> Iterator[Slip]:
    """Each paragraph of the body begins two characters in."""
    lines = draft.layout.of(Role.BODY, *HEADINGS)
    wrong = [line for line in lines if not _TWO[0] <= line.indent <= _TWO[1] and line.columns == 0]
    if wrong:
        many = f"正文共{len(wrong)}段" if len(wrong) > 1 else "这一段"
        found = f"{max(wrong[0].indent, 0):.2g}"
        message = f"{many}段首空了{found}字，应左空二字，见{draft.standard.clause('body')}。"
        yield at_line(kinds.ALIGNMENT, wrong[0], message)


def annex_note_follows_the_body(draft: Draft) -> Iterator[Slip]:
    """附件说明 stands one empty line below the body, two characters in, and above the date."""
    clause = draft.standard.clause("annex note")
    notes = draft.layout.of(Role.ANNEX_NOTE)
    if not notes:
        return
    note, lines = notes[0], draft.layout.lines
    closing = [index for index, line in enumerate(lines) if line.role in (Role.DATE, Role.SIGNATURE)]
    if closing and lines.index(note) > closing[0]:
        message = f"附件说明在署名或成文日期之后，应在正文之后、署名和成文日期之前，见{clause}。"
        yield at_line(kinds.ANNEX_NOTE_PLACE, note, message)
        return
    if note.blank_above < _A_LINE and not note.columns:
        yield at_line(kinds.ANNEX_NOTE_PLACE, note, f"附件说明与正文之间没有空行，应空一行，见{clause}。")
    if not _TWO[0] <= note.indent <= _TWO[1] and not note.columns:
        message = f"附件说明左空{max(note.indent, 0):.2g}字，应左空二字，见{clause}。"
        yield at_line(kinds.ALIGNMENT, note, message)


def date_stands_right(draft: Draft) -> Iterator[Slip]:
    """成文日期 stands right, four characters in from the edge."""
    clause = draft.standard.clause("signature")
    for line in draft.layout.of(Role.DATE):
        if line.columns or line.in_box:
            continue
        aside = line.indent >= _MIDDLE
        if line.alignment == "right" and not _RIGHT_OF_DATE[0] <= line.right_indent <= _RIGHT_OF_DATE[1]:
            message = f"成文日期右空{max(line.right_indent, 0):.2g}字，应右空四字，见{clause}。"
        elif line.alignment == "right" or aside:
            continue
        else:
            message = f"成文日期{_name(line.alignment)}，应在右边，右空四字，见{clause}。"
        yield at_line(kinds.ALIGNMENT, line, message)


def _name(alignment: str) -> str:
    return {"center": "居中", "right": "右对齐", "distribute": "分散对齐"}.get(alignment, "左对齐")
