"""The Open Packaging Convention, which .docx and .xlsx share: a zip of parts, and what each part refers to."""

from awardgen.opc.packing import BEST, LARGEST, OversizeError, Packed, Packer, deflate
from awardgen.opc.relationships import Relationship, relationships_part, relationships_within
from awardgen.opc.unpacking import Package, UnpackingError, unpack
from awardgen.opc.xml import UnsafeXmlError, parse

__all__ = [
    "BEST",
    "LARGEST",
    "OversizeError",
    "Package",
    "Packed",
    "Packer",
    "Relationship",
    "UnpackingError",
    "UnsafeXmlError",
    "deflate",
    "parse",
    "relationships_part",
    "relationships_within",
    "unpack",
]
