"""Rules over fonts, sizes and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgen.catalogue import layout as kinds
from awardgen.layout_checks.line_kinds import is_red
from awardgen.layout_checks.model import HEADINGS, PRINTED, Role, weight
from awardgen.layout_checks.patterns import SUBJECT_WORDS, ends_sentence
from awardgen.layout_checks.slip import at_line
from awardgen.layout_checks.standard import SUBJECTS, Type, face_name, family

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.layout_checks.model import Face, Line, Span
    from awardgen.layout_checks.slip import Draft, Slip

_STRAY: Final = 2  # characters: a single mark in another font shows on no page
_IN_BODY: Final = ("仿宋", "楷体", "黑体", "小标宋")
_LABEL: Final = Type(("黑体",), 16)
_WORDS: Final = Type(("小标宋",), 16)


def elements_have_their_type(draft: Draft) -> Iterator[Slip]:
    """Each element is set in the font and size that the standard gives it."""
    groups: dict[tuple[Role, Face], list[Line]] = {}
    for line in draft.layout.lines:
        wanted = draft.standard.types.get(line.role)
        if wanted is None:
            continue
        face = _telling_face(line)
        if face is not None and not wanted.fits(face):
            groups.setdefault((line.role, face), []).append(line)
    for (role, face), lines in groups.items():
        wanted = draft.standard.types[role]
        many = f"（共{len(lines)}段）" if len(lines) > 1 else ""
        message = (
            f"{role}{many}是{face_name(face)}，应为{wanted}，见{draft.standard.clause(SUBJECTS[role])}。"
        )
        yield at_line(kinds.TYPE_FACE, lines[0], message)


def body_is_of_one_piece(draft: Draft) -> Iterator[Slip]:
    """No words of the body are in a foreign font or in another size, as pasted ones are."""
    wanted = draft.standard.types[Role.BODY]
    for line in draft.layout.of(Role.BODY, *HEADINGS[2:]):
        if not wanted.fits(line.face):
            continue  # told of as a whole
        strays = [
            span
            for span in line.spans
            if weight(span.text) >= _STRAY
            and not (family(span.face.font) in _IN_BODY and wanted.fits_size(span.face))
        ]
        if strays:
            text = strays[0].text.strip().replace(PRINTED, "…")
            message = (
                f"这一段里“{text[:20]}”是{face_name(strays[0].face)}，正文应为{wanted}，"
                f"见{draft.standard.clause('body')}。"
            )
            yield at_line(kinds.TYPE_FACE, line, message)


def mark_is_red(draft: Draft) -> Iterator[Slip]:
    """The issuer's mark is red."""
    for line in draft.layout.of(Role.MARK):
        colour = line.face.colour
        if not is_red(colour):
            found = "自动（黑色）" if colour in ("", "auto") else f"#{colour}"
            message = f"发文机关标志的颜色是{found}，应为红色，见{draft.standard.clause('mark')}。"
            yield at_line(kinds.MARK_COLOUR, line, message)


def subject_words_are_set_apart(draft: Draft) -> Iterator[Slip]:
    """The label 主题词 is 3号黑体, the words are 3号小标宋."""
    if not draft.standard.subject_words:
        return
    for line in draft.layout.of(Role.SUBJECT_WORDS):
        found = SUBJECT_WORDS.match(line.text)
        cut = found.end() if found else 0
        for span, wanted, name in _label_and_words(line, cut):
            if not wanted.fits(span.face):
                message = f"{name}是{face_name(span.face)}，应为{wanted}，见{draft.standard.clause('subject words')}。"
                yield at_line(kinds.TYPE_FACE, line, message)


def _label_and_words(line: Line, cut: int) -> Iterator[tuple[Span, Type, str]]:
    position = 0
    words_told = False
    for index, span in enumerate(line.spans):
        if index == 0:
            yield span, _LABEL, "“主题词”三字"
        position += len(span.text)
        if position > cut and not words_told and weight(span.text[max(len(span.text) - position + cut, 0) :]):
            words_told = True
            yield span, _WORDS, "主题词的词目"


def _telling_face(line: Line) -> Face | None:
    """Return the face that a line is judged by; None where nothing in it is set in a Chinese font.

    A heading with text running on behind it is judged by its own words, where these are set apart.
    """
    if not weight(line.text):
        return None
    if line.role not in HEADINGS:
        return line.face
    spans = [span for span in line.spans if weight(span.text)]
    runs_on = "。" in line.text.rstrip("。") or len(line.text) > 40 or ends_sentence(line.text)  # noqa: PLR2004
    if runs_on and family(spans[0].face.font) == family(line.face.font):
        return None if line.role in HEADINGS[:2] and line.face == spans[0].face else line.face
    return spans[0].face
