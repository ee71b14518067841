"""Pictures, sub-documents and links made for a template object of docxtpl's arrive with what they refer to."""

from __future__ import annotations

import gc
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, RichText

from awardgen.rendering import FaultKind, Template, TemplateError
from tests.rendering.docxtpls import canonical, pack, png, rendered


def picture(template, shade=0, **options):
    return InlineImage(template, BytesIO(png(shade)), width=Mm(10), **options)


@pytest.fixture
def form(saved):
    document = docx.Document()
    document.add_paragraph("{{ 图 }}{% for x in 图列表 %}{{ x.图 }}{% endfor %}{{ 甲 }}")
    document.sections[0].header.paragraphs[0].text = "{{ 图 }}{{ 甲 }}"
    return saved(document)


@pytest.mark.parametrize("autoescape", [False, True])
def test_pictures_are_docxtpls_wherever_they_stand(form, autoescape):
    theirs = DocxTemplate(BytesIO(form))
    context = {
        "图": picture(theirs, anchor="https://example.org"),
        "图列表": [{"图": picture(theirs, shade)} for shade in (0, 1, 1)],
        "甲": "一\n二",
    }
    template = Template(form, strict=False, autoescape=autoescape)
    before = template.render(context)
    assert canonical(before) == canonical(rendered(theirs, context, autoescape=autoescape))
    assert template.render(context) == before


def test_a_picture_of_another_template_leaves_that_one_alone(word, form):
    other = DocxTemplate(BytesIO(word("甲")))
    value = picture(other)
    ours = Template(form).render({"图": value, "图列表": [], "甲": "乙"})
    assert value.tpl is other
    assert other.docx is None
    assert len(docx.Document(BytesIO(ours)).inline_shapes) == 1


def test_a_document_without_pictures_goes_the_fast_way_next_time(form):
    template = Template(form)
    plain = {"图": "", "图列表": [], "甲": "乙"}
    before = template.render(plain)
    template.render({**plain, "图": picture(DocxTemplate(BytesIO(form)))})
    assert template.render(plain) == before


def test_faults_are_placed_beside_a_picture_too(word):
    data = word("{{ 图 }}", "{{ 没有 }}")
    with pytest.raises(TemplateError) as caught:
        Template(data).render({"图": picture(DocxTemplate(BytesIO(data)))})
    (fault,) = caught.value.faults
    assert (fault.kind, fault.place) == (FaultKind.UNKNOWN_NAME, "第2段")


def test_what_is_no_picture_is_a_fault_at_its_tag(word):
    data = word("", "{{ 图 }}")
    with pytest.raises(TemplateError) as caught:
        Template(data).render({"图": InlineImage(DocxTemplate(BytesIO(data)), BytesIO(b"?"))})
    assert [(fault.kind, fault.place) for fault in caught.value.faults] == [(FaultKind.VALUE, "第2段")]


def test_a_link_is_docxtpls_before_and_after_docxtpl_has_rendered(word):
    data = word("{{r 链接 }}")
    theirs = DocxTemplate(BytesIO(data))
    context = {"链接": RichText("点这里", url_id=theirs.build_url_id("https://example.org/甲?a=1&b=2"))}
    template = Template(data, strict=False, autoescape=False)
    before = template.render(context)
    assert canonical(before) == canonical(rendered(theirs, context))
    assert template.render(context) == before


def test_a_link_whose_template_is_gone_is_a_fault_and_no_damaged_file(word):
    data = word("{{r 链接 }}")
    value = RichText("点这里", url_id=DocxTemplate(BytesIO(data)).build_url_id("https://example.org"))
    gc.collect()
    with pytest.raises(TemplateError, match="地址找不到"):
        Template(data).render({"链接": value})


def test_a_link_that_two_templates_give_differently_is_a_fault(word):
    data = word("{{r 链接 }}")
    one, other = DocxTemplate(BytesIO(data)), DocxTemplate(BytesIO(data))
    ids = [one.build_url_id("https://example.org/1"), other.build_url_id("https://example.org/2")]
    assert ids[0] == ids[1]
    with pytest.raises(TemplateError, match="地址找不到"):
        Template(data).render({"链接": RichText("点这里", url_id=ids[0])})


def test_a_sub_document_made_in_place_is_docxtpls(word):
    pytest.importorskip("docxcompose")
    data = word("头", "{{p 附 }}", "尾")
    theirs = DocxTemplate(BytesIO(data))
    sub_document = theirs.new_subdoc()
    sub_document.add_heading("小标题")
    sub_document.add_picture(BytesIO(png(3)))
    context = {"附": sub_document}
    template = Template(data, strict=False, autoescape=False)
    before = template.render(context)
    assert canonical(before) == canonical(rendered(theirs, context))
    assert template.render(context) == before


def test_a_file_merged_in_brings_its_styles_numbers_and_pictures(word, saved):
    pytest.importorskip("docxcompose")
    other = docx.Document()
    other.styles.add_style("别处的样式", 1)
    other.add_paragraph("甲", style="别处的样式")
    other.add_paragraph("乙", style="List Number")
    other.add_picture(BytesIO(png(4)))
    data = word("头", "{{p 附 }}", "尾")
    theirs = DocxTemplate(BytesIO(data))
    context = {"附": theirs.new_subdoc(BytesIO(saved(other)))}
    ours = Template(data, strict=False, autoescape=False).render(context)
    assert canonical(ours) == canonical(rendered(theirs, context))


def test_sub_documents_of_two_templates_do_not_mix_their_pictures(word):
    pytest.importorskip("docxcompose")
    data = word("{{p 甲 }}", "{{p 乙 }}", "")
    context = {}
    for name, shade in {"甲": 5, "乙": 6}.items():
        context[name] = DocxTemplate(BytesIO(data)).new_subdoc()
        context[name].add_picture(BytesIO(png(shade)))
    ours = docx.Document(BytesIO(Template(data).render(context)))
    ids = [shape._inline.graphic.graphicData.pic.blipFill.blip.embed for shape in ours.inline_shapes]
    assert [ours.part.related_parts[each].blob for each in ids] == [png(5), png(6)]


def test_a_file_that_python_docx_does_not_open_takes_no_picture(word):
    with ZipFile(BytesIO(word("{{ 图 }}"))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["word/numbering.xml"] = b"<"
    template = Template(pack(files))
    assert template.render({"图": "甲"})
    with pytest.raises(TemplateError, match="放不进图片"):
        template.render({"图": picture(None)})


def test_a_picture_of_the_templates_own_may_stand_in_a_macro(saved):
    document = docx.Document()
    document.add_paragraph("{%p macro m() %}")
    document.add_picture(BytesIO(png(7)))
    document.add_paragraph("{%p endmacro %}")
    document.add_paragraph("{{p m() }}")
    document.add_paragraph("{{p m() }}")
    ours = docx.Document(BytesIO(Template(saved(document)).render({})))
    assert len(ours.inline_shapes) == 2
    assert len(ours.part.package.image_parts) == 1
