"""What Jinja makes of each tag by itself, so that one that cannot be read hides no other."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from jinja2.exceptions import TemplateSyntaxError

from awardgen.rendering.diagnosis import syntax_fault
from awardgen.rendering.faults import FaultKind, fault_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from awardgen.rendering.dialect import Tag
    from awardgen.rendering.faults import TemplateFault
    from awardgen.rendering.source import PlacedTag

# Each statement that has an end, with the least that can begin it.
OPENING: Final = {
    "for": "for x in ()", "if": "if 1", "macro": "macro x()", "call": "call x()", "filter": "filter upper",
    "block": "block x", "with": "with", "autoescape": "autoescape true", "set": "set x", "raw": "raw",
}  # fmt: skip
MIDDLE: Final = {"else": {"if", "for"}, "elif": {"if"}}
PRINTING: Final = {"colspan", "cellbg"}
MERGING: Final = {"vm", "hm"}
CELL_WORDS: Final = PRINTING | MERGING
_OTHER_FILES: Final = {"include", "import", "from", "extends"}
_WORDS: Final = {*OPENING, *MIDDLE, *PRINTING, *MERGING, *_OTHER_FILES, *(f"end{word}" for word in OPENING)}
_MISTAKEN: Final = {
    "elseif": "elif", "elsif": "elif", "else if": "elif", "如果": "if", "若": "if", "否则": "else", "否则如果": "elif",
    "循环": "for", "遍历": "for", "结束如果": "endif", "如果结束": "endif", "结束循环": "endfor", "循环结束": "endfor",
    "foreach": "for", "each": "for", "endforeach": "endfor", "fi": "endif", "next": "endfor",
}  # fmt: skip
_SCOPES: Final = {"tr", "tc", "p", "r"}
_REFUSED_IN_SCOPE: Final = re.compile(r"[%}]")
_TWO_WORDS: Final = re.compile(r"\s*(else\s+if|end\s+\w+)\b")
_LITERAL: Final = re.compile(r"'(?:\\.|[^'])*'")


def word_of(tag: Tag) -> str:
    """Return the statement's word, or the one it seems to be meant for."""
    word = _typed_word(tag)
    if word in _WORDS or not word:
        return word
    if word in _SCOPES:
        return " ".join(tag.code.split()[1:2])
    if joined := _joined(word):
        return joined
    close = get_close_matches(word.lower(), sorted(_WORDS - _OTHER_FILES), n=1, cutoff=0.6)
    return close[0] if close else word


def is_known(tag: Tag) -> bool:
    """Tell whether the statement's word is one, and not only like one."""
    return _typed_word(tag) in _WORDS


def sets_at_once(tag: Tag) -> bool:
    """Tell {% set x = 1 %} from {% set x %}…{% endset %}."""
    return tag.word == "set" and "=" in _LITERAL.sub("", tag.code)


def faults_of_each(
    tags: Sequence[PlacedTag], environment: Environment
) -> tuple[list[TemplateFault], set[int]]:
    """Return what cannot be read, and the numbers of those tags."""
    faults: list[TemplateFault] = []
    numbers: set[int] = set()
    spoken = [_fault_of_words(placed) for placed in tags]
    by_themselves = [_by_itself(placed.tag) for placed in tags]
    # Nearly always all of them can be read, and at once in half the time.
    readable = "".join(each for each, fault in zip(by_themselves, spoken, strict=True) if not fault)
    can_be_read = _syntax_error(readable, environment) is None
    for number, placed in enumerate(tags):
        error = None if can_be_read or spoken[number] else _syntax_error(by_themselves[number], environment)
        fault = syntax_fault(placed.spot, error) if error else spoken[number]
        if fault:
            faults += [] if placed.is_meant else [fault]
            numbers.add(number)
    return faults, numbers


def _typed_word(tag: Tag) -> str:
    two = _TWO_WORDS.match(tag.code) if tag.kind == "{%" else None
    return " ".join(two[1].split()) if two else tag.word


def _joined(word: str) -> str:
    if word in _MISTAKEN:
        return _MISTAKEN[word]
    joined = word.replace(" ", "")
    return joined if joined in _WORDS else ""


def _fault_of_words(placed: PlacedTag) -> TemplateFault | None:
    tag = placed.tag
    word = _typed_word(tag)
    if tag.kind == "{%" and word in _OTHER_FILES:
        message = f"模板里不能引入别的文件，请删去“{placed.typed}”"
        return fault_at(placed.spot, FaultKind.SANDBOX, message)
    if tag.kind == "{%" and word in _SCOPES:
        message = f"标签写法有误：“{{%”与“{word}”之间不能有空格，应写“{{%{word} …%}}”"
        return fault_at(placed.spot, FaultKind.SYNTAX, message)
    if tag.scope and _REFUSED_IN_SCOPE.search(tag.code):
        message = f"标签写法有误：“{{%{tag.scope} …%}}”里不能有“%”和“}}”，请先用{{% set %}}算好"
        return fault_at(placed.spot, FaultKind.SYNTAX, message)
    if tag.kind == "{%" and word and word not in _WORDS:
        meant = word_of(tag)
        advice = f"，应写“{meant}”" if meant != word else ""
        message = f"标签写法有误：不认识“{{% {word} %}}”这个语句{advice}"
        return fault_at(placed.spot, FaultKind.SYNTAX, message)
    return None


def _syntax_error(source: str, environment: Environment) -> TemplateSyntaxError | None:
    try:
        environment.parse(source)
    except TemplateSyntaxError as error:
        return error
    return None


def _by_itself(tag: Tag) -> str:
    """Return a source in which the tag is all that can be wrong."""
    word = tag.word
    if tag.kind == "{#" or word in {"raw", "endraw"} or word in MERGING:
        return ""
    if tag.kind == "{{":
        return f"{{{{{tag.code}}}}}"
    statement = f"{{%{tag.code}%}}"
    if word in PRINTING:
        return f"{{{{{tag.code.lstrip()[len(word) :]}}}}}"
    if word in MIDDLE:
        return f"{{% if 1 %}}{statement}{{% endif %}}"
    if word.startswith("end"):
        return f"{{% {OPENING[word[3:]]} %}}{statement}"
    return statement if not word or sets_at_once(tag) else f"{statement}{{% end{word} %}}"
