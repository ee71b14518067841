"""The XML of a file that came in is read as text and structure, and as nothing else."""

import pytest

from awardgen.opc import UnsafeXmlError, has_doctype, parse, relationships_within

BOMB = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a d="&c;">&c;</a>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32"])
def test_a_document_type_is_refused_in_any_encoding(encoding):
    with pytest.raises(UnsafeXmlError):
        parse(f'<?xml version="1.0" encoding="{encoding}"?>{BOMB}'.encode(encoding))


def test_a_document_type_alone_is_refused(tmp_path):
    (tmp_path / "a.dtd").write_text('<!ATTLIST a b CDATA "1">', encoding="utf-8")
    with pytest.raises(UnsafeXmlError):
        parse(f'<!DOCTYPE a SYSTEM "{(tmp_path / "a.dtd").as_uri()}"><a/>'.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32-le"])
@pytest.mark.parametrize(
    "before",
    ["", "\n", "<?xml version='1.0'?>", "<!-- <a> -->", "<?a <b ?>", "<?xml version='1.0'?>\n<!---->"],
)
def test_a_document_type_is_seen_wherever_one_may_stand(before, encoding):
    assert has_doctype(f"{before}<!DOCTYPE a><a/>".encode(encoding))


def test_in_an_encoding_that_may_hide_the_beginning_it_is_looked_for_everywhere():
    assert has_doctype(b'<?xml version="1.0" encoding="ISO-2022-JP"?><a/><!DOCTYPE a>')


@pytest.mark.parametrize("declaration", ["", "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n"])
def test_behind_the_root_element_none_is_one(declaration):
    assert not has_doctype(f"{declaration}<a><![CDATA[<!DOCTYPE a>]]></a>".encode())


def test_what_is_no_xml_is_refused():
    with pytest.raises(UnsafeXmlError):
        parse(b"<a>")


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("/xl/styles.xml", "xl/styles.xml"),
        ("../a.xml", "a.xml"),
        ("../../../a.xml", "a.xml"),
        ("./a//b.xml", "xl/a/b.xml"),
    ],
)
def test_a_target_counts_from_the_folder_of_its_part(target, part):
    root = parse(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="x/styles" Target="{target}"/>'
        '<Relationship Id="b" Type="x/hyperlink" Target="https://example.org" TargetMode="External"/>'
        "</Relationships>".encode()
    )
    (found,) = relationships_within(root, "xl/workbook.xml")
    assert (found.id, found.short_kind, found.target) == ("a", "styles", part)
