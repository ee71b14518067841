"""What Jinja reads is what docxtpl would have it read, whatever a part looks like."""

from __future__ import annotations

import sys
from subprocess import run

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awardgen.rendering.patching import patched, patched_by_docxtpl

TAGS = [
    "{{ x }}", "{% if a &lt; b %}", "{% endif %}", "{{r x }}", "{%r if x %}", "{%p for x in y %}", "{%p endfor %}",
    "{%tr for x in y %}", "{%tr endfor %}", "{%tc for x in y %}", "{#p 注 #}", "{#tr 注 #}", "{% colspan n %}",
    "{% cellbg x %}", "{% vm %}", "{% hm %}", "{%- if x %}", "{% endif -%}", "{{ x</w:t></w:r><w:r><w:t>}}",
]  # fmt: skip
texts = st.lists(st.sampled_from([*TAGS, "甲", ""]), max_size=3).map("".join)
runs = st.builds(
    "<w:r{}>{}<w:t{}>{}</w:t></w:r>".format,
    st.sampled_from(["", ' w:rsid="1"']),
    st.sampled_from(["", "<w:rPr><w:b/></w:rPr>"]),
    st.sampled_from(["", ' xml:space="preserve"']),
    texts,
)
paragraphs = st.builds(
    "<w:p>{}{}</w:p>".format,
    st.sampled_from(["", "<w:pPr><w:tabs/></w:pPr>"]),
    runs | runs.map(lambda one: one * 2),
)
cells = st.builds(
    "<w:tc>{}{}</w:tc>".format,
    st.sampled_from(
        ["<w:tcPr/>", "<w:tcPr></w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/><w:shd w:fill="1"/></w:tcPr>']
    ),
    paragraphs,
)
rows = st.builds(
    "<w:tr{}>{}</w:tr>".format, st.sampled_from(["", " w:x='1'"]), st.lists(cells, max_size=3).map("".join)
)
tables = st.builds("<w:tbl><w:tblPr/>{}</w:tbl>".format, st.lists(rows, max_size=3).map("".join))


@settings(deadline=None, max_examples=400)  # a test is not timed
@given(st.lists(paragraphs | tables, max_size=4).map("".join))
def test_it_is_what_docxtpl_makes_of_it(xml):
    assert patched(xml) == patched_by_docxtpl(xml)


@pytest.mark.parametrize(
    ("content", "is_loaded"),
    [(["{%p if x %}", "{{ x }}", "{%p endif %}"], False), (["{% if x -%}", "{{ x }}", "{% endif %}"], True)],
)
def test_python_docx_is_loaded_only_for_what_is_rare(tmp_path, word, content, is_loaded):
    (tmp_path / "模板.docx").write_bytes(word(*content))
    program = "import sys; from awardgen.rendering import Template; Template(sys.argv[1]); print('docx' in sys.modules)"
    command = [sys.executable, "-c", program, tmp_path / "模板.docx"]
    assert run(command, capture_output=True, text=True, check=True).stdout.strip() == str(is_loaded)
