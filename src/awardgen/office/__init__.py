"""LibreOffice: where it is, what it needs, and files converted by it."""

from awardgen.office.conversion import Conversion, as_docx, convert_to_pdf
from awardgen.office.program import OfficeMissingError, find_office, office_version

__all__ = ["Conversion", "OfficeMissingError", "as_docx", "convert_to_pdf", "find_office", "office_version"]
