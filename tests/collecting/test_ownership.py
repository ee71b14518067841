"""A write-up goes to the application that its name tells, else to the one that all else tells, else to nobody."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from awardgen.collecting.ownership import Applicant, Owners

HAI_AS_PERSON = Applicant("BB-002", "优秀服务标兵", "水电服务工会小组", "水电维修中心电工", "于海")
HAI_IN_A_POST = Applicant("SF-003", "优质服务示范岗", "水电服务工会小组", "东区锅炉房运行班", "于海、马国梁")
GATE = Applicant("SF-009", "优质服务示范岗", "物业服务工会小组", "北门门卫岗", "赵堃、钱祎")
MINORITY = Applicant("BB-003", "优秀服务标兵", "综合服务工会小组", "前台", "阿依古丽·买买提")


def owners_of(path, mark=None, text="", applicants=(HAI_AS_PERSON, HAI_IN_A_POST, GATE, MINORITY)):
    return [each.number for each in Owners(applicants).of_file(PurePosixPath(path), mark, text)]


@pytest.mark.parametrize(
    "path",
    [
        "SF-009.docx",
        "sf-009 事迹材料.docx",
        "附件2-北门门卫岗.docx",
        "赵堃.docx",
        "附件4：钱祎同志先进事迹材料（定稿）.docx",
        "物业服务工会小组赵堃事迹.docx",
        "赵堃/事迹材料.docx",
    ],
)
def test_a_number_or_a_name_tells(path):
    assert owners_of(path) == ["SF-009"]


def test_the_mark_in_the_file_tells_before_its_name():
    assert owners_of("赵堃.docx", mark="BB-002") == ["BB-002"]


def test_a_name_with_a_dot_in_it_is_one_name():
    assert owners_of("附件-阿依古丽·买买提-事迹.docx") == ["BB-003"]


def test_a_longer_name_is_another():
    assert owners_of("于海洋-事迹.docx") == []
    assert owners_of("SF-0091.docx") == []


class TestAPersonOfTwoApplications:
    @pytest.mark.parametrize(
        ("path", "text"),
        [
            ("优秀服务标兵/于海.docx", ""),
            ("于海-优秀服务标兵事迹.docx", ""),
            ("于海.docx", "申报优秀服务标兵事迹材料"),
            ("水电维修中心电工/于海.docx", ""),
            ("于海.docx", "于海是水电维修中心电工。"),
        ],
    )
    def test_is_told_apart_by_all_else(self, path, text):
        assert owners_of(path, text=text) == ["BB-002"]

    def test_is_told_by_the_form_that_lies_beside(self):
        beside = replace(HAI_AS_PERSON, path=PurePosixPath("交来/一/申报表.docx"))
        assert owners_of("交来/一/于海.docx", applicants=(beside, HAI_IN_A_POST)) == ["BB-002"]

    def test_is_nobodys_where_nothing_tells(self):
        assert owners_of("于海.docx", text="他工作认真。") == ["BB-002", "SF-003"]
