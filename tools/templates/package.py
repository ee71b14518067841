"""The zip around a document: the parts of a .docx that are the same in every template.

Written without python-docx, whose default template carries forty unused styles and a theme that overrides
the fonts. The archive is stored, not deflated, so that the bytes do not depend on the zlib at hand.
"""

import io
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tools.templates.fonts import font_table
from tools.templates.page import Page, footer
from tools.templates.styles import style_sheet
from tools.templates.theme import theme
from tools.templates.xml import DECLARATION, NAMESPACES

_AUTHOR = "后勤集团工会"
_WRITTEN = "2010-09-15T00:00:00Z"
_ZIP_TIME = (2010, 9, 15, 0, 0, 0)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "settings", "settings.xml"),
    ("rId3", "fontTable", "fontTable.xml"),
    ("rId4", "footer", "footer1.xml"),
    ("rId5", "footer", "footer2.xml"),
    ("rId6", "theme", "theme/theme1.xml"),
)


@dataclass(frozen=True)
class Template:
    """A Word template: its file name without suffix, the XML of its body, and its page."""

    name: str
    body: str
    page: Page

    def to_bytes(self) -> bytes:
        """Pack the .docx, the same bytes on every run."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
            for name, content in self._parts().items():
                entry = zipfile.ZipInfo(name, _ZIP_TIME)
                entry.create_system = 0  # else the bytes differ between Windows and the rest
                archive.writestr(entry, DECLARATION + content)
        return buffer.getvalue()

    def _parts(self) -> dict[str, str]:
        document = f"<w:document {NAMESPACES}><w:body>{self.body}{self.page.section()}</w:body></w:document>"
        return {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _package_relationships(),
            "docProps/core.xml": _core_properties(self.name),
            "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties"/>',
            "word/document.xml": document,
            "word/_rels/document.xml.rels": _document_relationships(),
            "word/styles.xml": style_sheet(),
            "word/settings.xml": _settings(),
            "word/fontTable.xml": font_table(),
            "word/footer1.xml": footer("PageNumberOdd"),
            "word/footer2.xml": footer("PageNumberEven"),
            "word/theme/theme1.xml": theme("Times New Roman", "宋体"),
        }


def _content_types() -> str:
    overrides = {
        "word/document.xml": f"{_WORD}.document.main+xml",
        "word/styles.xml": f"{_WORD}.styles+xml",
        "word/settings.xml": f"{_WORD}.settings+xml",
        "word/fontTable.xml": f"{_WORD}.fontTable+xml",
        "word/footer1.xml": f"{_WORD}.footer+xml",
        "word/footer2.xml": f"{_WORD}.footer+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
        + "</Types>"
    )


def _relationships(items: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}'
        "</Relationships>"
    )


def _package_relationships() -> str:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return _relationships(
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/relationships/extended-properties" '
        'Target="docProps/app.xml"/>'
    )


def _document_relationships() -> str:
    return _relationships(
        "".join(
            f'<Relationship Id="{key}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
            for key, kind, target in _RELATED
        )
    )


def _core_properties(title: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{_AUTHOR}</dc:creator>"
        f"<cp:lastModifiedBy>{_AUTHOR}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_WRITTEN}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_WRITTEN}</dcterms:modified>'
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def _settings() -> str:
    compatibility = "".join(
        f"<w:{name}/>"
        for name in (
            "spaceForUL",
            "balanceSingleByteDoubleByteWidth",
            "doNotLeaveBackslashAlone",
            "ulTrailSpace",
            "doNotExpandShiftReturn",
            "adjustLineHeightInTable",
            "useFELayout",
        )
    )
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat>{compatibility}"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )
