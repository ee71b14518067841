"""`inspect`: one write-up by itself, held against the campaign's window and calendar, or against a given window."""

from datetime import date

import pytest

from awardgen.campaign import Window
from awardgen.errors import AwardgenError
from awardgen.inspection import inspect_file, yardstick

WINDOW = Window(date(2010, 9, 1), date(2011, 6, 30))


@pytest.fixture
def write_up(tmp_path):
    def write_up(text):
        path = tmp_path / "事迹.txt"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write_up


def readings(inspection):
    return [(each.text, str(each.verdict)) for each in inspection.write_up.mentions]


def test_a_folder_without_a_campaign_serves_where_the_window_is_given(tmp_path, write_up):
    held_against = yardstick(tmp_path, WINDOW, None)
    assert held_against.reference == WINDOW.last_day
    inspection = inspect_file(write_up("今年3月，他抢修锅炉。去年8月获奖。"), held_against)
    assert readings(inspection) == [("今年3月", "inside"), ("去年8月", "outside")]
    assert [each.kind.code for each in inspection.findings] == ["AW203", "AW204"]


def test_without_either_it_says_what_to_do(tmp_path):
    with pytest.raises(AwardgenError) as caught:
        yardstick(tmp_path, None, None)
    assert "--window" in caught.value.tip


def test_the_reference_says_which_year_this_year_is(tmp_path, write_up):
    held_against = yardstick(tmp_path, WINDOW, date(2010, 12, 31))
    inspection = inspect_file(write_up("今年10月，他抢修锅炉。"), held_against)
    assert inspection.write_up.mentions[0].first_day == date(2010, 10, 1)


def test_the_campaigns_window_reference_and_calendar_are_used(starter, write_up):
    text = write_up("2011年寒假，他抢修锅炉。")
    assert readings(inspect_file(text, yardstick(starter.path, None, None))) == [("2011年寒假", "inside")]
    starter.append("活动设置", "校历", "寒假", date(2011, 7, 1), date(2011, 7, 20))
    inspection = inspect_file(text, yardstick(starter.path, None, None))
    assert readings(inspection) == [("2011年寒假", "outside")]
    assert inspection.write_up.mentions[0].first_day == date(2011, 7, 1)


def test_every_write_up_of_the_starter_keeps_to_the_window(starter):
    held_against = yardstick(starter.path, None, None)
    for file in (starter.path / "data" / "事迹").iterdir():
        verdicts = {verdict for _, verdict in readings(inspect_file(str(file), held_against))}
        assert verdicts <= {"inside", "background"}
