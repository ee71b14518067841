"""The zip file that a .docx is, read: its files, and the parts of it that may hold tags."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is an exception

from lxml import etree

from awardgen.rendering.faults import FaultKind, Spot, TemplateError, fault_at
from awardgen.rendering.packing import BEST, LARGEST, Packed, deflate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zipfile import ZipInfo

_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_LABELS: Final = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}
_MOST_FILES: Final = 10_000
_LOCAL_HEADER: Final = 30  # bytes, before the name


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


@dataclass(frozen=True, slots=True)
class Package:
    """The files of a .docx by name: their content, and the same deflated, as it lies in the zip if it is so there."""

    files: Mapping[str, bytes]
    packed: Mapping[str, Packed]


def unpack(data: bytes) -> Package:
    """Read a .docx. Raise TemplateError for anything else."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = {info.filename: info for info in archive.infolist() if not info.is_dir()}
            if sum(info.file_size for info in infos.values()) > LARGEST or len(infos) > _MOST_FILES:
                raise damaged("解开后太大，不像是Word文档")
            files = {name: archive.read(info) for name, info in infos.items()}
            packed = {name: _as_it_lies(data, info, files[name]) for name, info in infos.items()}
    except (BadZipFile, ZlibError, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise damaged("不是完整的Word文档（.docx）；请在Word里打开并另存为“Word 文档（*.docx）”") from error
    return Package(files, packed)


def parts_with_text(files: Mapping[str, bytes]) -> list[Part]:
    """List the parts of a document in which a template may have tags, the body first."""
    document, properties = "", []
    for kind, target in _relationships(files, ""):
        if kind == f"{_OFFICE}officeDocument":
            document = target
        elif kind in (f"{_PACKAGE}core-properties", f"{_OFFICE}custom-properties"):
            properties.append(Part(target, "文档属性"))
    if document not in files:
        raise damaged("里面没有正文（word/document.xml），不是Word文档")
    parts = [Part(document, "正文")]
    for kind, label in _LABELS.items():
        targets = {target for each, target in _relationships(files, document) if each == _OFFICE + kind}
        numbered = kind in ("header", "footer")
        for number, name in enumerate(sorted(targets & files.keys(), key=_natural), 1):
            parts.append(Part(name, f"{label}{number}" if numbered else label))
    return [*parts, *(part for part in properties if part.name in files)]


def damaged(message: str) -> TemplateError:
    """Return the error for a file that is no usable Word document."""
    return TemplateError([fault_at(Spot("文件"), FaultKind.DAMAGED, message)])


def _as_it_lies(data: bytes, info: ZipInfo, content: bytes) -> Packed:
    if info.compress_type != ZIP_DEFLATED:  # laid down once, for documents without number
        return deflate([content], BEST)
    lengths = data[info.header_offset + _LOCAL_HEADER - 4 : info.header_offset + _LOCAL_HEADER]
    start = info.header_offset + _LOCAL_HEADER
    start += int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    stored = data[start : start + info.compress_size]
    return Packed(stored, info.CRC, len(content))


def _relationships(files: Mapping[str, bytes], source: str) -> list[tuple[str, str]]:
    folder = PurePosixPath(source).parent
    relations = files.get(str(folder / "_rels" / f"{PurePosixPath(source).name}.rels"))
    if relations is None:
        return []
    try:
        root = etree.fromstring(relations, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError as error:
        raise damaged("内部的关系表已经损坏") from error
    return [
        (each.get("Type", ""), _resolved(folder, each.get("Target", "")))
        for each in root.iter(_RELATIONSHIP)
        if each.get("TargetMode") != "External"
    ]


def _resolved(folder: PurePosixPath, target: str) -> str:
    steps: list[str] = [] if target.startswith("/") else [step for step in folder.parts if step != "."]
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(piece or 0), text) for text, piece in re.findall(r"(\D*)(\d*)", name)]
