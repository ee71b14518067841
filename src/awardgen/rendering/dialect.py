"""The language of tags as staff write it, turned into Jinja's.

A column header is a tag. Word puts curly quotes and full-width signs into what is typed, and nobody sees
them; so they are read as the plain ones. What stands inside a string literal stays as typed: it is
handed on with escapes, which also keeps it away from the regular expressions that docxtpl runs over XML.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
_BRACKETED_IN_TAG: Final = re.compile(r"【[^【】]*】|〔[^〔〕]*〕")  # ( and [ are Jinja's own
# A header copied into a tag: 政治 面貌（选填）. No filter is called with full-width brackets right behind its bar.
_SPACE_IN_NAME: Final = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
_BRACKETS_BEHIND_NAME: Final = re.compile(
    r"(?P<bar>[|｜]\s*)?(?P<name>\w*[^\W\x00-\x7f]\w*)\s*（[^（）()]*）"
)
_NUMBER: Final = re.compile(r"0[bB][01_]+|0[oO][0-7_]+|0[xX][0-9a-fA-F_]+|[0-9][0-9_]*([eE][0-9]+)?")

_DOUBLE_QUOTES: Final = "“”„‟＂"
_SINGLE_QUOTES: Final = "‘’‚‛＇"
CLOSERS: Final = (
    dict.fromkeys(_DOUBLE_QUOTES, _DOUBLE_QUOTES + '"')
    | dict.fromkeys(_SINGLE_QUOTES, _SINGLE_QUOTES + "'")
    | {'"': '"', "'": "'"}
)
# A plain quote at the front and a curly one at the end is what autocorrect leaves of a corrected word.
_SECOND_CHOICE: Final = {'"': _DOUBLE_QUOTES, "'": _SINGLE_QUOTES}
_ESCAPED_IN_LITERAL: Final = re.compile(r"""\\.|[\\'"&<>{}%#\n\t“”„‟‘’‚‛]""", re.DOTALL)

_TYPED_SIGNS: Final = {"–": "-", "−": "-", "≥": ">=", "≤": "<=", "≠": "!="}
OPENER: Final = re.compile(r"[{｛][{｛%％#＃]")
_ENDS: Final = {"{": "}｝", "%": "%％", "#": "#＃"}
_HEAD: Final = re.compile(r"(?P<sign>[-+]?)(?:(?P<scope>tr|tc|p|r) )?(?P<code>.*)", re.DOTALL)
_STATEMENT: Final = re.compile(r"\s*[-+]?\s*(?:(?:tr|tc|p|r)\s+)?\w+(?=\s)")
_TAIL_SIGN: Final = re.compile(r"(.*?)\s*([-+]?)", re.DOTALL)
_MOVED_WORD: Final = re.compile(r"\s*(colspan|cellbg)\s")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag found in a text.

    start, end: where it stands in that text.
    kind: {{, {% or {#.
    scope: p, tr, tc or r of docxtpl's {%p …%}, or empty.
    head, code: the tag is kind + head + code + closing sign; the code may be preceded by white space.
    """

    start: int
    end: int
    kind: str
    scope: str
    head: str
    code: str

    @property
    def text(self) -> str:
        return self.with_mark("")

    @property
    def word(self) -> str:
        """The statement's keyword, such as for, if or endif."""
        return self.code.split(None, 1)[0] if self.kind == "{%" and self.code.strip() else ""

    def with_mark(self, mark: str) -> str:
        """Return the tag with a mark, which must be white space, before its first expression."""
        moved = _MOVED_WORD.match(self.code)
        cut = moved.end() if moved else 0
        closing = "}}" if self.kind == "{{" else self.kind[::-1].replace("{", "}")
        return f"{self.kind}{self.head}{self.code[:cut]}{mark}{self.code[cut:]}{closing}"


class UnclosedTagError(Exception):
    """A tag that is opened and never closed; `start` is where."""

    def __init__(self, start: int) -> None:
        super().__init__(start)
        self.start = start


@lru_cache(maxsize=4096)  # every row of a sheet asks for its headers again
def tag_name(header: str) -> str:
    """Return the name under which a template reaches the column with this header; it may be empty."""
    name = "".join(unicodedata.normalize("NFKC", header).split())
    shorter = _BRACKETED.sub("", name)
    while shorter != name:
        name, shorter = shorter, _BRACKETED.sub("", shorter)
    return _as_name(name)


def normalise_text(text: str) -> str:
    """Return a text with its tags in Jinja's language and everything else as it was."""
    result, position = [], 0
    for tag in find_tags(text):
        result += [text[position : tag.start], tag.text]
        position = tag.end
    return "".join([*result, text[position:]])


def find_tags(text: str) -> list[Tag]:
    """Find the tags of a text. Raise UnclosedTagError where one has no end."""
    tags: list[Tag] = []
    position = 0
    while opener := OPENER.search(text, position):
        kind = unicodedata.normalize("NFKC", opener.group())
        body_end = find_end(text, opener.end(), kind)
        if body_end is None:
            raise UnclosedTagError(opener.start())
        tags.append(read_tag(kind, opener.start(), body_end + 2, text[opener.end() : body_end]))
        position = body_end + 2
    return tags


def normalise_code(code: str) -> str:
    """Return the inside of a tag, or an expression standing alone, in Jinja's language."""
    result: list[str] = []
    plain: list[str] = []
    position = 0
    while position < len(code):
        end = literal_end(code, position) if code[position] in CLOSERS else None
        if end is None:
            plain.append(code[position])
            position += 1
            continue
        result += [_normalise_plain("".join(plain)), "'", _escape(code[position + 1 : end]), "'"]
        plain.clear()
        position = end + 1
    return "".join([*result, _normalise_plain("".join(plain))])


def find_end(text: str, position: int, kind: str) -> int | None:
    """Return where the closing sign of a tag begins; None where there is none. position: behind its opening sign."""
    first, start, depth = _ENDS[kind[1]], position, 0
    while position < len(text) - 1:
        if kind == "{{" and text[position] == "{":
            depth += 1
        elif depth and text[position] == "}":
            depth -= 1
        elif text[position] in first and text[position + 1] in "}｝":
            return position
        if kind != "{#" and text[position] in CLOSERS:
            position = literal_end(text, position) or position
        position += 1
    # A quote without its partner: the tag ends where it seems to, and Jinja says what is wrong in it.
    closing = re.compile(f"[{first}][}}｝]").search(text, start)
    return closing.start() if closing else None


def literal_end(text: str, start: int) -> int | None:
    """Return where the quote stands that closes the one at `start`; None where there is none."""
    quote = text[start]
    return _find_quote(text, start, CLOSERS[quote]) or _find_quote(text, start, _SECOND_CHOICE.get(quote, ""))


def _find_quote(text: str, start: int, quotes: str) -> int | None:
    position = start + 1
    while position < len(text):
        if text[position] in quotes:
            return position
        position += 2 if text[position] == "\\" else 1
    return None


def read_tag(kind: str, start: int, end: int, body: str) -> Tag:
    """Return the tag that stands at [start, end). body: what stands between its signs."""
    # Of a comment only the scope matters; braces in it would confuse what reads the XML later.
    if kind == "{#":
        body = re.sub(r"[{}#%\s]+", " ", body)
    elif kind == "{%" and (statement := _STATEMENT.match(body)):
        # The statement's own word is no part of the name behind it.
        body = normalise_code(statement.group()) + normalise_code(body[statement.end() :])
    else:
        body = normalise_code(body)
    parts = _HEAD.fullmatch(body)
    sign, scope, code = parts.group("sign", "scope", "code") if parts else ("", None, body)
    tail = _TAIL_SIGN.fullmatch(code)
    code, tail_sign = tail.groups() if tail else (code, "")
    head = sign + (f"{scope} " if scope else "")
    return Tag(start, end, kind, scope or "", head, f" {code.strip()} {tail_sign}")


def _escape(content: str) -> str:
    def escaped(match: re.Match[str]) -> str:
        typed = match.group()
        if len(typed) > 1:
            return (
                typed if typed.isascii() and typed[1] not in "&<>{}%#\n" else "".join(map(_code_point, typed))
            )
        return _code_point(typed)

    return _ESCAPED_IN_LITERAL.sub(escaped, content)


def _code_point(character: str) -> str:
    return f"\\x{ord(character):02x}" if ord(character) < 0x100 else f"\\u{ord(character):04x}"  # noqa: PLR2004


def _header_in_tag(code: str) -> str:
    """Take out of the names in a tag what a tag of a header does not have: white space and bracketed words."""

    def joined(space: re.Match[str]) -> str:
        is_inside = _is_of_name(code[space.start() - 1]) and _is_of_name(code[space.end()])
        return "" if is_inside else space.group()

    without_spaces = _SPACE_IN_NAME.sub(joined, code)
    without = _BRACKETS_BEHIND_NAME.sub(
        lambda found: found.group() if found["bar"] else found["name"], without_spaces
    )
    return _BRACKETED_IN_TAG.sub("", without)


def _is_of_name(character: str) -> bool:
    read = unicodedata.normalize("NFKC", character)
    return not read.isascii() and all(_continues_name(each) for each in read)


def _normalise_plain(code: str) -> str:
    result: list[str] = []
    name: list[str] = []
    for character in _header_in_tag(code):
        read = _TYPED_SIGNS.get(character) or unicodedata.normalize("NFKC", character)
        if all(_continues_name(each) for each in read):
            name.append(read)
        elif read.isspace() or read.isascii():
            result += [_normalise_token("".join(name)), " " if read.isspace() else read]
            name.clear()
        else:  # 、 and 《 are no signs of Jinja's: they go, as they go from a header
            name.append("".join(filter(_continues_name, _BRACKETED.sub("", read))))
    return "".join([*result, _normalise_token("".join(name))])


def _normalise_token(token: str) -> str:
    return token if not token or _NUMBER.fullmatch(token) else _as_name(token)


def _as_name(text: str) -> str:
    kept = "".join(filter(_continues_name, unicodedata.normalize("NFKC", text)))
    # A mark that stood after a dropped character may now join the letter before it.
    kept = unicodedata.normalize("NFKC", kept)
    return kept if not kept or kept.isidentifier() else f"列{kept}"


def _continues_name(character: str) -> bool:
    return f"a{character}".isidentifier()
