"""Telling a file that Word only saved again from one that was edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.rendering import TemplateError, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT_PARTS: Final = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes")
# What Word adds by itself when it saves: marks of proofing and of paging, and who typed what in which session.
_NOISE: Final = frozenset(f"{_W}{name}" for name in ("proofErr", "lastRenderedPageBreak"))
_SESSION: Final = (_SPACE, f"{_W}rsid", f"{_W14}paraId", f"{_W14}textId")
_LAST_PLACE: Final = "_GoBack"


def say_the_same(one: bytes, other: bytes) -> bool:
    """Say whether two documents have the same text in the same form but for what Word adds when it saves."""
    try:
        return _plain_parts(one) == _plain_parts(other)
    except (TemplateError, etree.XMLSyntaxError):
        return False


def _plain_parts(data: bytes) -> list[bytes]:
    texts = ((name, part) for name, part in unpack(data).files.items() if name.startswith(_TEXT_PARTS))
    return sorted(_plain(part) for name, part in texts if name.endswith(".xml"))


def _plain(part: bytes) -> bytes:
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in list(root.iter(etree.Element)):
        for name in list(element.attrib):
            if str(name).startswith(_SESSION):
                del element.attrib[name]
        is_mark = element.tag == f"{_W}bookmarkStart" and element.get(f"{_W}name") == _LAST_PLACE
        if element.tag in _NOISE or is_mark:
            _drop(element)
            if is_mark:
                for end in _ends_of(root, element.get(f"{_W}id")):
                    _drop(end)
    for run in list(root.iter(f"{_W}r")):
        _join_with_next(run)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, method="c14n", exclusive=True)


def _ends_of(root: etree._Element, number: str | None) -> Iterator[etree._Element]:
    return (each for each in list(root.iter(f"{_W}bookmarkEnd")) if each.get(f"{_W}id") == number)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _join_with_next(run: etree._Element) -> None:
    """Join runs of one form: where one ends and the next begins is not to be seen."""
    if run.getparent() is None or not _is_plain_text(run):
        return
    following = run.getnext()
    while following is not None and _is_plain_text(following) and _form(following) == _form(run):
        run[-1].text = (run[-1].text or "") + (following[-1].text or "")
        _drop(following)
        following = run.getnext()


def _is_plain_text(run: etree._Element) -> bool:
    names = [child.tag for child in run]
    return run.tag == f"{_W}r" and names in ([f"{_W}t"], [f"{_W}rPr", f"{_W}t"])


def _form(run: etree._Element) -> bytes:
    return etree.tostring(run[0], method="c14n") if len(run) > 1 else b""
