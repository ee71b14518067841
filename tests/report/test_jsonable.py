import json

from awardgen.report.jsonable import json_lines

CONTENT = {
    "schema_version": 1,
    "campaign": None,
    "counts": {"error": 0},
    "findings": [{"a": "饮食"}, {"b": 2}],
    "documents": [],
}


def test_written_line_by_line_it_is_the_same_json():
    for only_ascii in (True, False):
        assert json.loads("".join(json_lines(CONTENT, only_ascii=only_ascii))) == CONTENT


def test_what_a_console_cannot_show_is_escaped():
    assert "".join(json_lines(CONTENT, only_ascii=True)).isascii()


def test_each_finding_is_a_line():
    many = {"findings": [{"code": number} for number in range(50_000)]}
    text = "".join(json_lines(many, only_ascii=False))
    assert json.loads(text) == many
    assert len(text.splitlines()) == 50_000 + 4
