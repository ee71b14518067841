import pytest

from awardgen.workbook import APPLICATION_WORKBOOK, OpenedAhead, WorkbookUnreadableError, begin_reading
from awardgen.workbook.files import open_workbook


def test_a_workbook_that_was_begun_is_what_it_would_be(starter):
    path = starter.path / "data" / "申报.xlsx"
    opened = OpenedAhead(starter.path, APPLICATION_WORKBOOK)
    begun = opened.take(path)
    assert begun == open_workbook(starter.path, path)
    assert begun.grids["示范岗"][0][0] == "编号"


def test_a_campaign_reads_the_same(starter):
    opened = OpenedAhead(starter.path, APPLICATION_WORKBOOK)
    assert begin_reading(starter.path, opened).finish() == begin_reading(starter.path).finish()


def test_whoever_takes_it_again_gets_what_is_there_then(starter):
    path = starter.path / "data" / "申报.xlsx"
    opened = OpenedAhead(starter.path, APPLICATION_WORKBOOK)
    before = opened.take(path)
    starter.edit("申报", "标兵", C3="锅炉工")
    assert opened.take(path) != before


def test_what_was_not_begun_is_opened_when_it_is_taken(starter):
    path = starter.path / "data" / "评分.xlsx"
    assert OpenedAhead(starter.path, APPLICATION_WORKBOOK).take(path).file == "data/评分.xlsx"


def test_where_there_is_none_nothing_is_begun(starter):
    starter.forget("申报")
    assert (
        begin_reading(starter.path, OpenedAhead(starter.path, APPLICATION_WORKBOOK)).campaign.applications
        == ()
    )


def test_what_is_wrong_with_it_is_told_when_it_is_taken(starter):
    path = starter.path / "data" / "申报.xlsx"
    path.write_bytes(b"PK\x03\x04")
    opened = OpenedAhead(starter.path, APPLICATION_WORKBOOK)
    with pytest.raises(WorkbookUnreadableError):
        opened.take(path)
