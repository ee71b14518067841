"""What a reader calls the headers and footers of a document: by the section and the pages on which they appear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.rendering.locate import WORD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_SECTION: Final = f"{WORD}sectPr"
_REFERENCES: Final = {f"{WORD}headerReference": "页眉", f"{WORD}footerReference": "页脚"}
_PAGES: Final = {"first": "首页", "even": "偶数页"}
_IDENTITY: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _is_former(section: _Element) -> bool:
    """Tell the settings of a section from those that a tracked change keeps in mind."""
    holder = section.getparent()
    return holder is not None and str(holder.tag).endswith("Change")


def labels_of_headers(body: bytes, targets: Mapping[str, str]) -> dict[str, str]:
    """Return part → label: 页眉, 首页页脚, 偶数页页眉（第2节）; the section is left out where there is but one.

    targets: the identity of a relation → the part it leads to. A part that several sections show has the first's.
    """
    try:
        root = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return {}  # told of where the body is read
    sections = [each for each in root.iter(_SECTION) if not _is_former(each)]
    labels: dict[str, str] = {}
    for number, section in enumerate(sections, 1):
        where = f"（第{number}节）" if len(sections) > 1 else ""
        for reference in section:
            part = targets.get(reference.get(_IDENTITY) or "")
            if part and reference.tag in _REFERENCES:
                pages = _PAGES.get(reference.get(f"{WORD}type") or "", "")
                labels.setdefault(part, f"{pages}{_REFERENCES[str(reference.tag)]}{where}")
    return labels
