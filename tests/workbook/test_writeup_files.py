from zipfile import ZipFile

import pytest
from docx import Document

from awardgen.errors import AwardgenError
from awardgen.workbook import read_write_up_file

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def _docx(
    path, body, namespace=WORD, relation="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
):
    with ZipFile(path, "w") as package:
        package.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="a" Type="{relation}/officeDocument" Target="/word/main.xml"/></Relationships>',
        )
        package.writestr(
            "word/main.xml",
            f'<w:document xmlns:w="{namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<w:body>{body}</w:body></w:document>",
        )
    return path


def _run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:p>{_run('一')}{_run('二')}</w:p><w:p>{_run('三')}</w:p>", "一二\n三"),
        ("<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r></w:p>", "一\n二\t三"),
        (f"<w:p/><w:p>{_run('一')}</w:p><w:p/><w:p/>", "\n一"),
        (
            (
                f"<w:p>{_run('前')}</w:p><w:tbl><w:tr><w:tc><w:p>{_run('格')}</w:p></w:tc></w:tr></w:tbl>"
                f"<w:p>{_run('后')}</w:p>"
            ),
            "前\n格\n后",
        ),
        (f"<w:sdt><w:sdtContent><w:p>{_run('控件')}</w:p></w:sdtContent></w:sdt>", "控件"),
        (f"<w:p>{_run('一')}<w:sdt><w:sdtContent>{_run('二')}</w:sdtContent></w:sdt></w:p>", "一二"),
        (
            (
                f"<w:p>{_run('姓名：')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
                f"<w:sdtContent>{_run('单击此处输入文字')}</w:sdtContent></w:sdt></w:p>"
            ),
            "姓名：",
        ),
        (
            f"<w:p>{_run('留')}<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins>{_run('增')}</w:ins></w:p>",
            "留增",
        ),
        (f"<w:p><w:moveFrom>{_run('旧')}</w:moveFrom><w:moveTo>{_run('新')}</w:moveTo></w:p>", "新"),
        (
            f"<w:p><w:hyperlink>{_run('链接')}</w:hyperlink><w:smartTag>{_run('标记')}</w:smartTag></w:p>",
            "链接标记",
        ),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>1</w:t></w:r></w:p>", "1"),
        (
            (
                "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>"
                "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>"
                "</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>文</w:t></w:r></w:p>"
            ),
            "文\n框",
        ),
        ("<w:p><!-- 注 --><w:r><w:t>文</w:t></w:r></w:p>", "文"),
    ],
)
def test_the_text_of_a_document(tmp_path, body, text):
    assert read_write_up_file(_docx(tmp_path / "甲.docx", body)) == text


def test_a_document_saved_in_the_strict_format(tmp_path):
    relation = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    path = _docx(tmp_path / "甲.docx", f"<w:p>{_run('文')}</w:p>", STRICT, relation)
    assert read_write_up_file(path) == "文"


def test_a_document_that_word_would_write(tmp_path):
    document = Document()
    document.add_paragraph("第一段")
    document.add_paragraph("第二段")
    document.save(tmp_path / "甲.DOCX")
    assert read_write_up_file(tmp_path / "甲.DOCX") == "第一段\n第二段"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_in_whatever_encoding_notepad_saved_it(tmp_path, encoding):
    path = tmp_path / "甲.txt"
    path.write_bytes("事迹，2010年。\r\n第二段\r\n\r\n".encode(encoding))
    assert read_write_up_file(path) == "事迹，2010年。\n第二段"


@pytest.mark.parametrize("name", ["没有.txt", "没有.docx", "甲.doc", "坏.docx", "文件夹.txt"])
def test_what_cannot_be_read_says_so_with_the_file_name(tmp_path, name):
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "文件夹.txt").mkdir()
    with pytest.raises(AwardgenError) as refused:
        read_write_up_file(tmp_path / name)
    assert name in refused.value.message
    assert refused.value.tip


@pytest.mark.parametrize("part", ["_rels/.rels", "word/main.xml"])
def test_a_document_without_one_of_its_parts(tmp_path, part):
    path = _docx(tmp_path / "甲.docx", "<w:p/>")
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist() if name != part}
    with ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    with pytest.raises(AwardgenError):
        read_write_up_file(path)


def test_a_document_with_a_document_type_is_refused(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    path = tmp_path / "甲.docx"
    _docx(path, "<w:p/>")
    with ZipFile(path) as package:
        relationships = package.read("_rels/.rels")
    with ZipFile(path, "w") as package:
        package.writestr("_rels/.rels", relationships)
        package.writestr(
            "word/main.xml",
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document xmlns:w="{WORD}">'
            "<w:body><w:p><w:r><w:t>文&x;</w:t></w:r></w:p></w:body></w:document>",
        )
    with pytest.raises(AwardgenError, match="不能读取"):
        read_write_up_file(path)
