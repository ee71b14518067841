"""A paragraph style, and the words it is described with."""

from dataclasses import dataclass

from tools.templates.page import LINE

KEEP_NEXT = "<w:keepNext/>"
HEADING = '<w:outlineLvl w:val="0"/>'


@dataclass(frozen=True)
class Style:
    """A style: its name in the file, its name in Word, and the children of its w:pPr and w:rPr."""

    identifier: str
    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"

    def to_xml(self) -> str:
        default = ' w:default="1"' if self.identifier == "Normal" else ' w:customStyle="1"'
        base = "" if self.identifier == "Normal" else f'<w:basedOn w:val="{self.based_on}"/>'
        return (
            f'<w:style w:type="paragraph"{default} w:styleId="{self.identifier}"><w:name w:val="{self.name}"/>{base}'
            f"<w:qFormat/><w:pPr>{self.paragraph}</w:pPr><w:rPr>{self.run}</w:rPr></w:style>"
        )


def space(before: int = 0, after: int = 0, line: int = LINE) -> str:
    # Word leaves an exact line height alone; LibreOffice stretches it to the grid unless told.
    off_grid = "" if line == LINE else '<w:snapToGrid w:val="0"/>'
    return off_grid + f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'


def align(how: str) -> str:
    return f'<w:jc w:val="{how}"/>'


def rule(side: str, eighths: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'
