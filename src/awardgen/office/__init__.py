"""LibreOffice: where it is, what it needs, and files converted by it."""

from awardgen.office.conversion import Conversion, as_docx, convert_to_pdf
from awardgen.office.fonts import PINNED_FONTS, PinnedFont, can_pin, missing_fonts
from awardgen.office.maker import maker_digest
from awardgen.office.program import OfficeMissingError, find_office, how_to_get_office, office_version

__all__ = [
    "PINNED_FONTS",
    "Conversion",
    "OfficeMissingError",
    "PinnedFont",
    "as_docx",
    "can_pin",
    "convert_to_pdf",
    "find_office",
    "how_to_get_office",
    "maker_digest",
    "missing_fonts",
    "office_version",
]
