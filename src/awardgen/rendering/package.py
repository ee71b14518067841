"""The package that a .docx is, read: its files, and the parts of it that may hold tags."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgen import opc
from awardgen.rendering.faults import FaultKind, Spot, TemplateError, fault_at
from awardgen.rendering.headers import labels_of_headers

if TYPE_CHECKING:
    from collections.abc import Mapping

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_LABELS: Final = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}
_UNFILLED: Final = (
    (r"word/comments\w*\.xml", "批注"),
    (r"word/charts/[^/]+\.xml", "图表"),
    (r"word/diagrams/data\d*\.xml", "SmartArt图形"),
    (r"word/glossary/document\.xml", "自动图文集"),
    (r"docProps/app\.xml", "文档属性"),
)
MOST_OF_A_TEMPLATE: Final = 64 << 20
"""Bytes of all its parts together."""
_REFUSALS: Final = {
    opc.Refusal.DAMAGED: "不是完整的Word文档（.docx）；请在Word里打开并另存为“Word 文档（*.docx）”",
    opc.Refusal.TOO_LARGE: f"解开后超过{MOST_OF_A_TEMPLATE >> 20}兆字节，不像是Word模板；图片太大的请先压缩",
    opc.Refusal.DOCTYPE: "里面有文档类型声明（DOCTYPE），Word不会这样写；请在Word里打开并另存，或换上可靠的一份",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the file that may hold tags.

    name: its name in the zip; label: what staff call it.
    """

    name: str
    label: str

    @property
    def is_body(self) -> bool:
        return self.label == "正文"

    @property
    def is_properties(self) -> bool:
        return self.label == "文档属性"


def unpack(data: bytes) -> opc.Package:
    """Read a .docx. Raise TemplateError for anything else."""
    try:
        return opc.unpack(data, MOST_OF_A_TEMPLATE)
    except opc.UnpackingError as error:
        raise damaged(_REFUSALS[error.refusal]) from error


def parts_with_text(files: Mapping[str, bytes]) -> list[Part]:
    """List the parts of a document in which a template may have tags, the body first."""
    document, properties = "", []
    for each in _relationships(files, ""):
        if each.kind == f"{_OFFICE}officeDocument":
            document = each.target
        elif each.kind in (f"{_PACKAGE}core-properties", f"{_OFFICE}custom-properties"):
            properties.append(Part(each.target, "文档属性"))
    if document not in files:
        raise damaged("里面没有正文（word/document.xml），不是Word文档")
    parts = [Part(document, "正文")]
    related = _relationships(files, document)
    shown_in = labels_of_headers(files[document], {each.id: each.target for each in related})
    for kind, label in _LABELS.items():
        targets = {each.target for each in related if each.kind == _OFFICE + kind}
        numbered = kind in ("header", "footer")
        for number, name in enumerate(sorted(targets & files.keys(), key=_natural), 1):
            parts.append(Part(name, shown_in.get(name, f"{label}{number}") if numbered else label))
    return [*parts, *(part for part in properties if part.name in files)]


def parts_without_tags(files: Mapping[str, bytes]) -> list[Part]:
    """List the parts with text in which no tag is filled in: comments, charts and the like."""
    found = []
    for name in sorted(files, key=_natural):
        label = next((label for pattern, label in _UNFILLED if re.fullmatch(pattern, name)), None)
        if label:
            found.append(Part(name, label))
    return found


def damaged(message: str) -> TemplateError:
    """Return the error for a file that is no usable Word document."""
    return TemplateError([fault_at(Spot("文件"), FaultKind.DAMAGED, message)])


def _relationships(files: Mapping[str, bytes], source: str) -> list[opc.Relationship]:
    relations = files.get(opc.relationships_part(source))
    if relations is None:
        return []
    try:
        root = opc.parse(relations)
    except opc.UnsafeXmlError as error:
        raise damaged("内部的关系表已经损坏") from error
    return opc.relationships_within(root, source)


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(piece or 0), text) for text, piece in re.findall(r"(\D*)(\d*)", name)]
