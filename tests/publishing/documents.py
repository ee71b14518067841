"""Word documents of one bold word, and the same as another program would save them."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(word):
    body = f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{word}</w:t></w:r></w:p>"
    return _packed({"word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>".encode()})


def packed_anew(data, change=lambda xml: xml):
    with ZipFile(BytesIO(data)) as old:
        return _packed({name: change(old.read(name)) for name in old.namelist()})


def _packed(files):
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()
