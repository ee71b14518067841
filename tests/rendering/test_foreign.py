"""A template that would run or fetch something is refused; a link that somebody has to click on is not."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from awardgen import pipeline
from awardgen.catalogue import documents
from awardgen.documents import Choice
from awardgen.publishing.published import Status
from awardgen.rendering import FaultKind, examine

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def changed(data, changes=(), more=None):
    """A .docx with other texts in its parts, and more files."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            for part, old, new in changes:
                content = content.replace(old.encode(), new.encode()) if part == name else content
            target.writestr(name, content)
        for name, content in (more or {}).items():
            target.writestr(name, content)
    return buffer.getvalue()


def with_field(word, code, *, simple=False):
    runs = (
        f'<w:fldSimple w:instr="{code}"><w:r><w:t>旧</w:t></w:r></w:fldSimple>'
        if simple
        else '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in (code[:3], code[3:]))
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>旧</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return changed(word("甲"), [("word/document.xml", "<w:r><w:t>甲</w:t></w:r>", runs)])


def with_link(word, kind, target, mode="External"):
    link = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return changed(
        word("甲"), [("word/_rels/document.xml.rels", "</Relationships>", f"{link}</Relationships>")]
    )


def foreign(data):
    return [fault for fault in examine(data).faults if fault.kind is FaultKind.FOREIGN]


@pytest.mark.parametrize("simple", [True, False])
@pytest.mark.parametrize(
    "code",
    [
        'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe"',
        "DDE Excel a.xlsx",
        " includetext c:\\\\a.docx",
        "INCLUDEPICTURE http://example.org/a.png",
        "IMPORT a.png",
        "LINK Excel.Sheet.12 a.xlsx",
        "DATABASE",
        "MACROBUTTON a",
    ],
)
def test_a_field_that_starts_or_reads_something_is_told_with_its_place(word, code, simple):
    (fault,) = foreign(with_field(word, code.replace('"', "&quot;"), simple=simple))
    assert fault.place == "第1段"
    assert code.split()[0].upper() in fault.message


@pytest.mark.parametrize(
    "code", ["PAGE", " NUMPAGES ", "TOC \\o", "SEQ 表", "REF 链接", "HYPERLINK a", "LINKS"]
)
def test_fields_that_documents_are_made_of_are_left_alone(word, code):
    assert foreign(with_field(word, code)) == []


def test_a_field_within_a_field_is_seen(word):
    runs = "".join(
        f"<w:r>{piece}</w:r>"
        for piece in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>IF 1 = 1 </w:instrText>",
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>DDEAUTO cmd</w:instrText>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    data = changed(word("甲"), [("word/document.xml", "<w:r><w:t>甲</w:t></w:r>", runs)])
    assert len(foreign(data)) == 1


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("attachedTemplate", "https://example.org/a.dotm"),
        ("image", "file://server/share/a.png"),
        ("oleObject", "a.xlsx"),
        ("frame", "https://example.org"),
        ("subDocument", "a.docx"),
        ("afChunk", "https://example.org/a.html"),
    ],
)
def test_what_word_fetches_when_it_opens_the_document_is_refused(word, kind, target):
    (fault,) = foreign(with_link(word, kind, target))
    assert target in fault.message


def test_a_link_to_click_on_is_no_matter(word):
    assert foreign(with_link(word, "hyperlink", "https://example.org")) == []
    assert foreign(with_link(word, "image", "media/a.png", mode="Internal")) == []


@pytest.mark.parametrize(
    "data",
    [
        {"more": {"word/vbaProject.bin": b"x"}},
        {"more": {"word/activeX/activeX1.xml": b"<a/>"}},
        {
            "changes": [
                (
                    "[Content_Types].xml",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    "application/vnd.ms-word.document.macroEnabled.main+xml",
                )
            ]
        },
    ],
)
def test_macros_and_controls_are_refused(word, data):
    assert len(foreign(changed(word("甲"), **data))) == 1


def test_an_embedded_file_is_told_of_and_the_template_is_used(word):
    examination = examine(changed(word("甲"), more={"word/embeddings/表.xlsx": b"x"}))
    assert not examination.is_foreign
    assert [note.kind for note in examination.notes] == [FaultKind.EMBEDDED]


def test_no_document_is_made_of_such_a_template(starter):
    template = starter.path / "templates" / "示范岗申报表.docx"
    template.write_bytes(changed(template.read_bytes(), more={"word/vbaProject.bin": b"x"}))
    report = pipeline.build(starter.path, Choice(("示范岗申报表",)))
    assert not any(each.status is Status.BUILT for each in report.documents)
    assert documents.TEMPLATE_REACHES_OUT.code in {each.kind.code for each in report.findings}
