"""Nobody is put forward twice, and no write-up is handed in twice."""

import random

import pytest

from awardgen.checks.repetitions import (
    name_is_listed_once,
    person_is_put_forward_once,
    write_up_is_handed_in_once,
)
from awardgen.finding import Severity
from tests.builders import application, case, post_award

OPENING = "为深入贯彻落实集团党委的部署，进一步提高服务质量，现将创建活动以来的主要情况汇报如下。" * 3


def _text(seed, length=800):
    return "".join(random.Random(seed).choices("的一是了我不人在他有这中大来上个国到说们食堂服务", k=length))  # noqa: S311


def _changed(text, share, seed=0):
    picked = random.Random(seed)  # noqa: S311
    return "".join("〇" if picked.random() < share else each for each in text)


def _post(number, people, **told):
    return application(number, post_award(), 岗位人员姓名=people, **{"岗位名称": number, **told})


def _twice(*applications):
    return [
        (each.kind.code, each.applicant, each.place.column, each.excerpt)
        for each in person_is_put_forward_once(case(*applications))
    ]


def test_a_person_under_two_posts_is_told_of_at_the_later():
    entries = application("BB-1", 岗位名称="电工"), application("BB-2", 岗位名称="司机")
    assert _twice(*entries) == [("AW140", "BB-2", "岗位人员姓名", "于海")]


def test_a_name_with_a_space_in_it_is_the_same_name():
    entries = application("BB-1", 岗位人员姓名="于海"), application("BB-2", 岗位人员姓名="于　海")
    assert _twice(*entries) == [("AW140", "BB-2", "岗位人员姓名", "于　海")]


def test_one_of_the_people_of_a_post_is_shown_where_the_name_stands():
    (finding,) = person_is_put_forward_once(case(_post("SF-1", "丁一、于海"), _post("SF-2", "王芳、于海")))
    assert (finding.applicant, finding.start, finding.end) == ("SF-2", 3, 5)
    assert "SF-1" in finding.message


def test_whoever_belongs_to_a_post_may_be_put_forward_alone():
    assert _twice(_post("SF-1", "丁一、于海"), application("BB-1", 岗位人员姓名="于海")) == []


def test_of_a_repeated_number_only_the_number_is_told():
    assert _twice(application("BB-1"), application("BB-1")) == []


@pytest.mark.parametrize(("people", "severity"), [(100, Severity.WARNING), (250, Severity.INFO)])
def test_among_very_many_two_of_one_name_may_be_two_people(people, severity):
    others = [application(f"X-{index}", 岗位人员姓名=f"甲{index}") for index in range(people)]
    (finding,) = person_is_put_forward_once(case(application("BB-1"), *others, application("BB-2")))
    assert finding.severity is severity


def test_a_name_listed_twice_in_one_post_is_told_once():
    (finding,) = name_is_listed_once(case(_post("SF-1", "丁一、于海、丁 一")))
    assert (finding.kind.code, finding.applicant) == ("AW141", "SF-1")


def _copies(*texts, **told):
    people = [
        application(f"BB-{index}", 岗位人员姓名=f"甲{index}", 主要事迹=text, **told)
        for index, text in enumerate(texts, start=1)
    ]
    return [(each.applicant, each.excerpt) for each in write_up_is_handed_in_once(case(*people))]


def test_the_same_write_up_under_another_name_is_told_of_at_the_later():
    assert _copies(_text(1), _text(2), _text(1)) == [("BB-3", "BB-1")]


def test_other_line_ends_make_no_other_write_up():
    assert _copies(_text(1), "  " + _text(1)[:300] + "\n\n" + _text(1)[300:]) == [("BB-2", "BB-1")]


@pytest.mark.parametrize("share", [0.01, 0.05, 0.1])
def test_a_write_up_with_words_changed_is_nearly_the_same(share):
    assert _copies(_text(1), _text(2), _changed(_text(1), share)) == [("BB-3", "BB-1")]


def test_a_write_up_with_a_part_written_anew_is_nearly_the_same():
    assert _copies(_text(1), _text(1)[:680] + _text(3)[:120]) == [("BB-2", "BB-1")]


def test_a_common_opening_makes_no_copies():
    assert _copies(*(OPENING + _text(seed) for seed in range(60))) == []


def test_a_copy_behind_a_common_opening_is_found():
    texts = [OPENING + _text(seed) for seed in range(40)]
    assert _copies(*texts, _changed(texts[7], 0.05)) == [("BB-41", "BB-8")]


def test_texts_of_one_character_have_nothing_to_be_told_by():
    assert _copies("一" * 800, "一" * 801) == []


def test_short_phrases_are_no_write_ups():
    assert _copies("工作认真负责。", "工作认真负责。") == []


def test_a_person_entered_twice_with_one_write_up_is_one_cause():
    people = application("BB-1", 主要事迹=_text(1)), application("BB-2", 主要事迹=_text(1))
    assert list(write_up_is_handed_in_once(case(*people))) == []
    assert len(_twice(*people)) == 1
