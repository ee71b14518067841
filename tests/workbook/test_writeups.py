import pytest

POSTS = ({"编号": "SF-1", "主要事迹": None},)


def _read(campaign, *rows):
    return campaign.settings().applications(*rows).read()


def _codes(reading):
    return [f.kind.code for f in reading.findings if f.kind.code != "AW103"]


def test_the_cell_itself(campaign):
    (application,) = _read(campaign, {"事迹材料": "全文。\r\n第二段。"}).campaign.applications
    assert application.write_up.text == "全文。\n第二段。"
    assert application.write_up.place.cell == "G2"
    assert application.summary.text == "2010年10月获奖。"
    assert application.summary.place.cell == "F2"


def test_the_summary_is_the_write_up_where_nothing_else_is(campaign):
    (application,) = _read(campaign, {}).campaign.applications
    assert application.write_up.text == "2010年10月获奖。"
    assert application.write_up.place.column == "主要事迹"
    assert application.summary is None


@pytest.mark.parametrize("cell", ["文件:事迹/甲.txt", "文件：事迹\\甲.txt", "文件: 事迹/甲.txt"])
def test_a_file_that_the_cell_names(campaign, cell):
    campaign.file("事迹/甲.txt", "全文。".encode())
    (application,) = _read(campaign, {"事迹材料": cell}).campaign.applications
    assert application.write_up.text == "全文。"
    assert application.write_up.place.file == "data/事迹/甲.txt"
    assert application.write_up.place.cell is None


@pytest.mark.parametrize(
    "name", ["事迹/没有.docx", "../外面.txt", "/etc/hostname", "事迹/../../外面.txt", "事迹", "\0"]
)
def test_a_file_that_is_missing_or_outside_the_data_folder(campaign, name):
    (campaign.folder / "外面.txt").write_text("外面", "utf-8")
    campaign.file("事迹/有.txt", b"1")
    reading = _read(campaign, {"事迹材料": f"文件:{name}"})
    finding = next(f for f in reading.findings if f.kind.code == "AW208")
    assert (finding.place.cell, finding.applicant) == ("G2", "SF-1")
    assert reading.campaign.applications[0].write_up is None
    assert reading.campaign.applications[0].summary.text == "2010年10月获奖。"


def test_a_file_named_after_the_number(campaign):
    campaign.file("事迹/sf-1 丁一的事迹.txt", "全文。".encode())
    (application,) = _read(campaign, *POSTS).campaign.applications
    assert application.write_up.place.file == "data/事迹/sf-1 丁一的事迹.txt"


@pytest.mark.parametrize("name", ["SF-10.txt", "SF-1a.txt", "SF-1-2.txt", "~$SF-1.docx", "SF-1.jpg"])
def test_a_file_that_belongs_to_another_number_is_left_alone(campaign, name):
    campaign.file(f"事迹/{name}", b"x")
    reading = _read(campaign, *POSTS, {"编号": "SF-10"}, {"编号": "SF-1-2"})
    finding = next(f for f in reading.findings if f.kind.code == "AW201")
    assert (finding.applicant, finding.place.column, finding.place.cell) == ("SF-1", "主要事迹", "F2")
    assert reading.campaign.applications[0].write_up is None


def test_of_several_files_the_first_by_name_is_taken(campaign):
    campaign.file("事迹/SF-1乙.txt", b"2").file("事迹/SF-1.txt", b"1").file("事迹/SF-1.pdf", b"")
    reading = _read(campaign, *POSTS)
    assert reading.campaign.applications[0].write_up.text == "1"
    finding = next(f for f in reading.findings if f.kind.code == "AW210")
    assert "SF-1.txt、SF-1乙.txt" in finding.message


def test_without_any_write_up_there_is_one_finding(campaign):
    assert _codes(_read(campaign, *POSTS)) == ["AW201"]


@pytest.mark.parametrize(
    ("name", "content"), [("SF-1.docx", b"x"), ("SF-1.doc", b"x"), ("SF-1.txt", b"\xff\xff\xff")]
)
def test_a_file_that_cannot_be_read(campaign, name, content):
    campaign.file(f"事迹/{name}", content)
    reading = _read(campaign, {})
    finding = next(f for f in reading.findings if f.kind.code == "AW209")
    assert finding.place.file == f"data/事迹/{name}"
    assert finding.applicant == "SF-1"


def test_a_file_without_text_is_an_empty_write_up(campaign):
    campaign.file("事迹/SF-1.txt", b" \r\n")
    reading = _read(campaign, {})
    finding = next(f for f in reading.findings if f.kind.code == "AW201")
    assert finding.place.file == "data/事迹/SF-1.txt"


def test_a_control_character_in_a_file_is_reported_with_its_offset(campaign):
    campaign.file("事迹/SF-1.txt", "事\x07".encode())
    finding = next(f for f in _read(campaign, *POSTS).findings if f.kind.code == "AW112")
    assert (finding.place.file, finding.start, finding.end) == ("data/事迹/SF-1.txt", 1, 2)


def _without(campaign, *absent):
    """申报.xlsx with one post that lacks columns."""
    row = {
        "编号": "SF-1",
        "工会小组": "饮食小组",
        "岗位名称": "窗口",
        "岗位总人数": 1,
        "岗位人员姓名": "丁一",
    }
    row |= {header: "" for header in ("主要事迹", "事迹材料") if header not in absent}
    return campaign.settings().book("申报", 示范岗=(tuple(row), tuple(row.values()))).read()


@pytest.mark.parametrize(
    ("absent", "cell", "codes"),
    [
        (("主要事迹",), "F2", ["AW201"]),
        (("事迹材料",), "F2", ["AW201"]),
        (("主要事迹", "事迹材料"), "A2", ["AW102", "AW201"]),
    ],
)
def test_an_empty_write_up_withholds_whatever_column_is_missing(campaign, absent, cell, codes):
    reading = _without(campaign, *absent)
    assert _codes(reading) == codes
    empty = next(f for f in reading.findings if f.kind.code == "AW201")
    assert (empty.place.cell, empty.applicant, empty.kind.withholds) == (cell, "SF-1", True)
    assert reading.campaign.applications[0].write_up is None


def test_without_either_column_a_file_is_still_the_write_up(campaign):
    campaign.file("事迹/SF-1.txt", "全文。".encode())
    reading = _without(campaign, "主要事迹", "事迹材料")
    assert _codes(reading) == ["AW102"]
    assert reading.campaign.applications[0].write_up.text == "全文。"


def test_a_file_belongs_to_the_number_that_is_written_alike(campaign):
    campaign.file("事迹/SF-1.txt", b"1")
    reading = _read(campaign, {"编号": "sf-1"}, *POSTS)
    texts = [each.write_up.text for each in reading.campaign.applications]
    assert texts == ["2010年10月获奖。", "1"]


def test_a_file_that_is_written_like_neither_belongs_to_the_earlier(campaign):
    campaign.file("事迹/Sf-1.txt", b"1")
    reading = _read(campaign, {"编号": "sf-1"}, {"编号": "SF-1"})
    assert [each.write_up.text for each in reading.campaign.applications] == ["1", "2010年10月获奖。"]


def test_the_width_of_a_number_does_not_matter(campaign):
    campaign.file("事迹/SF-1.txt", b"1")
    (application,) = _read(campaign, {"编号": "ＳＦ－１"}).campaign.applications
    assert application.write_up.text == "1"
