"""From a .docx to the layout that the rules see."""

from __future__ import annotations

from awardgen.layout_checks.document import read_document
from awardgen.layout_checks.lines import read_lines
from awardgen.layout_checks.model import Layout
from awardgen.layout_checks.pages import read_page_numbers, read_sections
from awardgen.layout_checks.roles import with_roles


def read_layout(data: bytes, edition: str) -> Layout | None:
    """Read a template as it prints where 公文版式 is `edition`; None for what is no Word file."""
    document = read_document(data)
    if document is None:
        return None
    sections = read_sections(document)
    numbers, in_header, number_format = read_page_numbers(document)
    return Layout(
        sections=sections,
        lines=with_roles(read_lines(document, edition)),
        numbers=numbers,
        number_in_header=in_header,
        odd_even_differ=document.odd_even_differ,
        number_format=number_format,
    )
