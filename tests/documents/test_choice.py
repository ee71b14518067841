"""build 文书 --only 编号: what of a campaign is made."""

import pytest

from awardgen.campaign import Scope
from awardgen.documents import Choice
from awardgen.errors import AwardgenError
from tests.builders import application, campaign, document_row

BUILT = campaign(
    application("BB-1"),
    application("BB-2"),
    documents=(
        document_row("申报表/{{ 编号 }}.docx", Scope.APPLICATION, name="申报表"),
        document_row("通知.docx", name="通知"),
    ),
)


@pytest.mark.parametrize(
    ("choice", "chosen"),
    [
        (Choice(), ["申报表/BB-1.docx", "申报表/BB-2.docx", "通知.docx"]),
        (Choice(["通知"]), ["通知.docx"]),
        (Choice(numbers=["bb-2"]), ["申报表/BB-2.docx"]),
        (Choice(["通知"], ["BB-2"]), []),
    ],
)
def test_it_names_rows_and_numbers(plan, choice, chosen):
    choice.refuse_unknown(BUILT)
    assert [str(each.path) for each in plan(BUILT, []).documents if choice.includes(each)] == chosen


@pytest.mark.parametrize("choice", [Choice(["通报"]), Choice(numbers=["BB-3"])])
def test_what_the_campaign_does_not_have_is_refused(choice):
    with pytest.raises(AwardgenError):
        choice.refuse_unknown(BUILT)
