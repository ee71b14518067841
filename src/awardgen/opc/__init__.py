"""The Open Packaging Convention, which .docx and .xlsx share: a zip of parts, and what each part refers to."""

from awardgen.opc.packing import BEST, LARGEST, OversizeError, Packed, Packer, deflate
from awardgen.opc.relationships import Relationship, relationships_part, relationships_within
from awardgen.opc.unpacking import (
    Package,
    Refusal,
    UnpackingError,
    checked_members,
    read_member,
    unpack,
)
from awardgen.opc.xml import UnsafeXmlError, has_doctype, parse

__all__ = [
    "BEST",
    "LARGEST",
    "OversizeError",
    "Package",
    "Packed",
    "Packer",
    "Refusal",
    "Relationship",
    "UnpackingError",
    "UnsafeXmlError",
    "checked_members",
    "deflate",
    "has_doctype",
    "parse",
    "read_member",
    "relationships_part",
    "relationships_within",
    "unpack",
]
