"""A cell whose formula has no result is not an empty cell: what was meant to stand there would be lost."""

import pytest

from awardgen.workbook.cells import NoResult
from awardgen.workbook.files import open_workbook

HEADERS = (
    "编号",
    "工会小组",
    "岗位名称",
    "岗位总人数",
    "岗位人员姓名",
    "主要事迹",
    "安全责任事故",
    "评定理由",
)
ROW = ("SF-1", "饮食小组", "窗口", 2, "丁一、于海", "事迹。", "无", "")
ERRORS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!")


def _text(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def _row(**changes):
    return tuple(changes.get(header, value) for header, value in zip(HEADERS, ROW, strict=True))


@pytest.fixture
def grid(tmp_path, raw_cells):
    """Open a workbook made of the given XML, a text a row."""

    def read(*rows):
        raw_cells(tmp_path / "申报.xlsx", rows)
        return [list(row) for row in open_workbook(tmp_path, tmp_path / "申报.xlsx").grids["示范岗"]]

    return read


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("formula", ["", "<f>VLOOKUP(A1,B:C,2)</f>"])
def test_an_error_stays_an_error(grid, error, formula):
    cells = grid(_text("A1", "甲"), f'<c r="A2" t="e">{formula}<v>{error}</v></c>')
    assert cells == [["甲"], [NoResult(error)]]


@pytest.mark.parametrize(
    "formula",
    [
        "<f>A1&amp;1</f>",
        "<f>A1</f><v></v>",
        "<f>A1</f><v/>",
        '<f t="shared" si="0"/>',
        "<f/>",
    ],
)
def test_a_formula_that_was_never_computed_has_no_result(grid, formula):
    assert grid(_text("A1", "甲"), f'<c r="A2">{formula}</c>') == [["甲"], [NoResult()]]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A2"><f>1+1</f><v>2</v></c>', 2),
        ('<c r="A2" t="str"><f>A1</f><v>甲</v></c>', "甲"),
        ('<c r="A2" t="str"><f>""</f><v></v></c>', ""),
        ('<c r="A2" t="inlineStr"><is><t>t="e" &lt;f&gt;</t></is></c>', 't="e" <f>'),
    ],
)
def test_a_formula_with_a_result_is_its_result(grid, cell, value):
    cells = grid(_text("A1", "甲"), cell)
    assert cells[1:] == [[value]] if value else cells == [["甲"]] or cells[1:] == [[""]]


def test_cells_that_do_not_say_where_they_stand_follow_each_other(grid):
    error = '<c t="e"><v>#N/A</v></c>'
    text = '<c t="inlineStr"><is><t>甲</t></is></c>'
    assert grid(text * 3, f"{text}{error}{text}")[1] == ["甲", NoResult("#N/A"), "甲"]


def test_a_failed_formula_far_below_the_table_stands_where_it_is(grid):
    cells = grid(_text("A1", "甲"), "", "", '<c r="A4"><f>A1</f></c>')
    assert [row[0] for row in cells] == ["甲", "", "", NoResult()]


def test_a_failed_formula_beside_the_table_stands_under_no_header(grid):
    assert grid(_text("A1", "甲"), _text("A2", "乙") + '<c r="D2"><f>A1</f></c>') == [["甲"], ["乙"]]


@pytest.mark.parametrize(
    ("cell", "said"),
    [(NoResult("#N/A"), "#N/A"), (NoResult(), "公式没有算出结果")],
    ids=["error", "uncomputed"],
)
def test_a_failed_veto_is_reported_once_at_its_cell_and_is_no_answer(read_posts, cell, said):
    table, (finding,) = read_posts(HEADERS, _row(安全责任事故=cell))
    assert (finding.kind.code, finding.place.cell, finding.applicant) == ("AW125", "G2", "SF-1")
    assert said in finding.message
    assert "在Excel中打开并保存" in finding.hint
    assert table.records[0].values["安全责任事故"] is None


def test_a_failed_cell_that_must_be_filled_withholds_as_an_empty_one(read_posts):
    _, findings = read_posts(HEADERS, _row(岗位名称=NoResult("#REF!")))
    assert [(each.kind.code, each.place.cell) for each in findings] == [("AW125", "C2"), ("AW101", "C2")]
    assert findings[1].kind.withholds


def test_a_failed_number_leaves_the_applicant_unknown(read_posts):
    _, findings = read_posts(HEADERS, _row(编号=NoResult("#N/A")))
    assert {finding.applicant for finding in findings} == {None}


def test_a_failed_cell_alone_makes_a_row(read_posts):
    table, _ = read_posts(HEADERS, (*[""] * 6, NoResult("#N/A"), ""))
    assert [record.row for record in table.records] == [2]


def test_a_failed_header_is_reported_at_its_cell(read_posts):
    table, (finding,) = read_posts((*HEADERS, NoResult("#NAME?")), (*ROW, "x"))
    assert (finding.kind.code, finding.place.cell) == ("AW125", "I1")
    assert table.headers == HEADERS


@pytest.mark.parametrize("cell", [NoResult("#DIV/0!"), NoResult()])
def test_a_failed_score_is_an_unreadable_one_and_not_an_empty_one(read_scores, cell):
    table, (finding,) = read_scores(("编号", "评委", "1"), ("SF-1", "高志远", cell))
    assert (finding.kind.code, finding.place.cell, finding.applicant) == ("AW302", "C2", "SF-1")
    assert table.records[0].values["1"] is None


def test_a_failed_group_is_not_filled_from_above(read_rubric):
    headers = ("项目", "序号", "评选标准", "分值")
    table, findings = read_rubric(headers, ("甲", "1", "一", 50), (NoResult(), "2", "二", 50))
    assert [finding.kind.code for finding in findings] == ["AW125", "AW101"]
    assert table.records[1].values["项目"] is None
