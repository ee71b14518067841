"""The parts of a workbook: read when they are asked for, written when they have changed, else left as they lie."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen import opc
from awardgen.sheet_editing.errors import UnusableWorkbookError

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

_COMPOUND_FILE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS: Final = "请在Excel或WPS里打开并另存为“Excel 工作簿（*.xlsx）”。"
_CONTENT_TYPES: Final = "[Content_Types].xml"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Parts:
    """The parts of one .xlsx. Raise UnusableWorkbookError for what is none, here and when a part is read."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._package = _unpacked(data)
        self._names = {name.lower(): name for name in self._package.files}
        self._roots: dict[str, _Element] = {}
        self._changed: dict[str, None] = {}
        self._removed: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def root(self, name: str) -> _Element:
        """Return the root of a part. Names differ in case now and then, which Office does not mind."""
        name = self._names.get(name.lower(), name)
        if name not in self._roots:
            try:
                self._roots[name] = opc.parse(self._package.files[name])
            except KeyError as error:
                raise UnusableWorkbookError(f"工作簿不完整，里面少了“{name}”。", _SAVE_AS) from error
            except opc.UnsafeXmlError as error:
                raise UnusableWorkbookError(f"工作簿里的“{name}”已经损坏。", _SAVE_AS) from error
        return self._roots[name]

    def raw(self, name: str) -> bytes | None:
        """Return a part as it was, None where it is read, as it may have changed since."""
        name = self._names.get(name.lower(), name)
        return None if name in self._roots else self._package.files.get(name)

    def changed(self, name: str) -> None:
        """Note that what `root` returned was changed."""
        self._changed[self._names[name.lower()]] = None

    def related(self, source: str) -> list[opc.Relationship]:
        """Return what a part refers to; an empty source is the package."""
        name = opc.relationships_part(source)
        return opc.relationships_within(self.root(name), source) if name in self else []

    def add(self, name: str, content_type: str, root: _Element, source: str, kind: str) -> str:
        """Add a part that `source` refers to; return the id of the reference. kind: its type, an address."""
        types = self.root(_CONTENT_TYPES)
        etree.SubElement(types, f"{_TYPES}Override", PartName=f"/{name}", ContentType=content_type)
        self.changed(_CONTENT_TYPES)
        self._names[name.lower()] = name
        self._roots[name] = root
        self.changed(name)
        relationships = opc.relationships_part(source)
        references = self.root(relationships)
        taken = {each.get("Id") for each in references}
        reference = next(key for number in range(1, len(taken) + 2) if (key := f"rId{number}") not in taken)
        target = posixpath.relpath(name, posixpath.dirname(source))
        etree.SubElement(references, f"{_RELATIONSHIPS}Relationship", Id=reference, Type=kind, Target=target)
        self.changed(relationships)
        return reference

    def remove(self, reference: opc.Relationship, source: str) -> None:
        """Take away a part that only `source` refers to."""
        name = opc.relationships_part(source)
        self._drop(name, lambda each: each.get("Id") == reference.id)
        part = f"/{reference.target}".lower()
        self._drop(_CONTENT_TYPES, lambda each: (each.get("PartName") or "").lower() == part)
        if reference.target in self:
            self._removed.add(self._names.pop(reference.target.lower()))

    def to_bytes(self) -> bytes:
        """Return the workbook: what it was made from where nothing has changed."""
        if not self._changed:
            return self._data
        packed = dict(self._package.packed)
        for name in self._removed:
            packed.pop(name, None)
        for name in self._changed:
            xml = etree.tostring(self._roots[name].getroottree(), encoding="UTF-8", xml_declaration=False)
            packed[name] = opc.deflate([_DECLARATION, xml], opc.BEST)
        try:
            return opc.Packer(packed).pack(())
        except opc.OversizeError as error:
            raise UnusableWorkbookError("工作簿改好后太大，存不下。") from error

    def _drop(self, name: str, is_meant: Callable[[_Element], bool]) -> None:
        root = self.root(name)
        for each in [child for child in root if is_meant(child)]:
            root.remove(each)
        self.changed(name)


_REFUSALS = {
    opc.Refusal.DAMAGED: "不是完整的Excel工作簿（.xlsx）",
    opc.Refusal.TOO_LARGE: "解开后太大，不像是工作簿",
    opc.Refusal.DOCTYPE: "里面有文档类型声明（DOCTYPE），Excel不会这样写，可能已经损坏",
}


def _unpacked(data: bytes) -> opc.Package:
    if data.startswith(_COMPOUND_FILE):
        if _ENCRYPTED in data:
            raise UnusableWorkbookError("工作簿设了密码，打不开。", "请在Excel或WPS里取消打开密码后再试。")
        raise UnusableWorkbookError("这是旧格式（.xls）的文件，不能直接写入。", _SAVE_AS)
    try:
        package = opc.unpack(data)
    except opc.UnpackingError as error:
        raise UnusableWorkbookError(f"文件{_REFUSALS[error.refusal]}。", _SAVE_AS) from error
    if _CONTENT_TYPES not in package.files:
        raise UnusableWorkbookError("文件不是Excel工作簿（.xlsx）。", _SAVE_AS)
    return package
