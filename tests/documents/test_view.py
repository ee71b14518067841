"""A document is made anew when anything changed that its template can print, and only then (design.md)."""

import pickle
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awardgen.campaign import YesNo
from awardgen.documents.blank import BLANK
from awardgen.documents.glimpse import BeyondViewError
from awardgen.documents.item import Item
from awardgen.documents.layers import Layers
from awardgen.documents.printing import PrintedDate, PrintedNumber, PrintedPercent
from awardgen.documents.view import View
from tests.builders import application, campaign, evidence, judge, judged, person_award, union_group

VALUES = (
    "甲", "乙", "", "1", "True", BLANK, YesNo("是"), YesNo("否"), "是", "否", True, False, 1, 0, Decimal(1),
    PrintedNumber("0.92"), PrintedPercent("0.92"), PrintedPercent("0.920"), PrintedDate(2011, 6, 20), "2011年6月20日",
)  # fmt: skip
ROWS = 4
CHOICES = st.lists(st.integers(0, len(VALUES) - 1), min_size=8 + 4 * ROWS, max_size=8 + 4 * ROWS)
TEXTS = (
    "{{ 年度 }}{{ 编号 }}{{ 奖项 }}{{ 奖项.名额 }}",
    "{{ '真' if 编号 else '假' }}{{ 编号 == '是' }}{{ 编号 is string }}",
    "{% for 奖 in 奖项列表 %}{{ 奖.名额 }}{% for 人 in 奖.申报列表 %}{{ 人.小组.名额 }};{% endfor %}|{% endfor %}",
    "{% for 人 in 奖项.申报列表 %}{{ 人 in 奖项.获奖列表 }}{% endfor %}",
    "{% for 人 in 奖项.申报列表 %}{% for 他 in 人.小组.申报列表 %}{{ 他.奖项.名额 }}{% endfor %}{% endfor %}",
    "{{ 奖项.申报列表|map(attribute='编号')|join('、') }}{{ 奖项.申报列表|selectattr('编号')|list|length }}",
    "{{ 奖项.申报列表|length }}{{ 奖项['名额'] }}{{ 奖项.get('名额') }}{{ '名额' in 奖项 }}",
)


def context_of(choices):
    """An application's context; awards and groups lead to their applications, and these back to both."""
    choice = iter(choices)
    awards = [Item({"名额": VALUES[next(choice)]}, name, f"奖项/{name}") for name in "子丑"]
    groups = [Item({"名额": VALUES[next(choice)]}, name, f"小组/{name}") for name in "寅卯"]
    over = {"编号": VALUES[next(choice)], "奖项": awards[next(choice) % 2], "小组": groups[next(choice) % 2]}
    under = {"年度": VALUES[next(choice)], "奖项列表": awards}
    rows, winners = [], []
    for position in range(ROWS):
        links = {"奖项": awards[next(choice) % 2], "小组": groups[next(choice) % 2]}
        rows.append(Item({"编号": VALUES[next(choice)], **links}, "", f"申报/{position}"))
        winners += rows[-1:] if next(choice) % 2 else []
    for kind, items in (("奖项", awards), ("小组", groups)):
        for item in items:
            lists = {"申报列表": rows, "获奖列表": winners}
            item.add({name: [row for row in listed if row[kind] is item] for name, listed in lists.items()})
    return Layers(under, over)


@pytest.fixture(scope="module")
def templates(template):
    return [template(text) for text in TEXTS]


def view(template, basis=()):
    return View(template, b"", basis)


def digest(template, context, path="甲.docx"):
    return view(template).digest(context, path)


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_documents_that_differ_have_digests_that_differ(templates, data):
    template = data.draw(st.sampled_from(templates))
    choices = data.draw(CHOICES)
    changed = list(choices)
    changed[data.draw(st.integers(0, len(choices) - 1))] = data.draw(st.integers(0, len(VALUES) - 1))
    one, other = context_of(choices), context_of(changed)
    if template.render(one) != template.render(other):
        assert digest(template, one) != digest(template, other)


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_what_is_sent_to_another_process_gives_the_same_document(templates, data):
    template, context = data.draw(st.sampled_from(templates)), context_of(data.draw(CHOICES))
    sent = pickle.loads(pickle.dumps(view(template).values(context)))  # noqa: S301 - its own
    assert template.render(sent) == template.render(context)


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_a_digest_does_not_depend_on_what_was_asked_before(templates, data):
    template = data.draw(st.sampled_from(templates))
    under, over = (context := context_of(data.draw(CHOICES))).under, context.over
    asked = view(template)
    for award in under["奖项列表"]:
        asked.digest(Layers(under, {**over, "奖项": award}), "乙.docx")
    assert asked.digest(context, "甲.docx") == digest(template, context)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True), ("1", 1), ("否", YesNo("否")), ("", BLANK), ("2011年6月20日", PrintedDate(2011, 6, 20)),
        (PrintedNumber("0.92"), PrintedPercent("0.92")), (["甲", "乙"], ["甲乙"]), (["甲"], "甲"),
        (Item({}, "甲"), "甲"), ("\ud83d\ude00", "\U0001f600"), ("甲" * 300, "甲" * 299 + "乙"),
        ([["甲"], ["乙"]], [["甲", "乙"]]), (["list", "甲"], [["甲"]]), (Item({}, "甲"), ["甲"]),
    ],
)  # fmt: skip
def test_values_that_are_easily_taken_for_each_other(template, one, other):
    used = template("{{ 值 }}")
    assert digest(used, {"值": one}) != digest(used, {"值": other})


def test_path_and_basis_belong_to_a_document(template):
    used = template("正文")
    assert digest(used, {}) != digest(used, {}, "乙.docx")
    assert view(used, ["甲"]).digest({}, "") != view(used, ["乙"]).digest({}, "")


def test_a_row_that_leads_nowhere_counts_wherever_it_is_named(template):
    """So does a judge's total, which many applications share."""
    used = template(
        "{% for 人 in 申报列表 %}{% for 得 in 人.得分列表 %}{{ 得.总分 }}{% endfor %}{% endfor %}"
    )

    def context(total):
        shared = Item({"总分": total, "评委": Item({}, "评委")}, "评委", "得分/评委")
        return {"申报列表": [Item({"得分列表": [shared]}, "", f"申报/{each}") for each in range(2)]}

    assert digest(used, context(90)) == digest(used, context(90))
    assert digest(used, context(90)) != digest(used, context(91))


def test_what_is_not_mentioned_does_not_count(template):
    used = template("{{ 奖项.名额 }}")
    one, other = (Item({"名额": 3, "简称": name}, "奖", "奖项/奖") for name in "甲乙")
    assert digest(used, {"奖项": one, "年度": 1}) == digest(used, {"奖项": other, "年度": 2})


def test_rows_that_look_alike_are_told_apart(template):
    """Who of two wins shows, though nothing of them is printed."""
    used = template("{% for 人 in 申报列表 %}{{ 人 in 获奖列表 }}{% endfor %}")
    one, other = Item({}, "", "申报/1"), Item({}, "", "申报/2")
    first = {"申报列表": [one, other], "获奖列表": [one]}
    assert digest(used, first) != digest(used, {**first, "获奖列表": [other]})


@pytest.mark.parametrize(
    "text",
    [
        "{% for 列 in 奖项 %}{{ 列 }}{% endfor %}",
        "{{ 奖项|length }}",
        "{{ 奖项[列] }}",
        "{{ 奖项.items()|list }}",
        "{{ 列 in 奖项 }}",
    ],
)
def test_who_asks_for_more_is_told_that_there_is_more(template, text):
    used = template(text)
    context = {"奖项": Item({"名额": 3, "简称": "示"}, "奖"), "列": "简称"}
    with pytest.raises(Exception) as caught:  # noqa: PT011 - Jinja's way with it is the caller's affair
        used.render(view(used).values(context))
    assert isinstance(caught.value.__cause__, BeyondViewError)
    used.render(context)


def test_many_groups_are_no_long_way(template):
    used = template(
        "{% for 奖 in 奖项列表 %}{{ 奖.申报列表[0].小组.申报列表|length }}{{ 人.奖项 }}{% endfor %}"
    )
    awards = [Item({}, f"奖{each}", f"奖项/{each}") for each in range(2000)]
    for each, award in enumerate(awards):
        following = awards[(each + 1) % len(awards)]
        group = Item({"申报列表": [Item({"奖项": following}, "", f"申报/{each}")]}, "", f"小组/{each}")
        award.add({"申报列表": [Item({"小组": group, "奖项": award}, "", f"申报/甲{each}")]})
    used_view = view(used)
    context = {"奖项列表": awards}
    assert len(used_view.values(context)["奖项列表"]) == 2000
    assert used_view.digest(context, "") == digest(used, context, "")


def test_a_real_context_survives_the_way(template, contexts):
    award = person_award(1)
    members = [application(f"BB-{each}", award, 工会小组=group) for each, group in ((1, "甲组"), (2, "外组"))]
    built = campaign(
        *members,
        groups=(union_group("甲组"),),
        judges=(judge("评委1"), judge("高志远")),
        scores=(*judged("BB-1", 80), *judged("BB-2", 90)),
        evidence=[evidence()],
    )
    used = template(
        "{{ 编号 }}{{ 奖项 }}{{ 小组.工会小组 }}{{ 小组.负责人 }}{{ 顾客满意度 }}{{ 字数 }}",
        "{{ 总分 }}{{ 名次 }}{{ 获奖 }}",
        "{% for 得 in 得分列表 %}{{ 得.评委 }}{{ 得.总分 }}{{ 得.去掉 }}{% endfor %}",
        "{% for 人 in 奖项.获奖列表 %}{{ 人.编号 }}{{ 人.小组 }}{% endfor %}",
    )
    used_view, made = view(used), contexts(built)
    for member in members:
        context = made.application(member)
        sent = pickle.loads(pickle.dumps(used_view.values(context)))  # noqa: S301
        assert used.render(sent) == used.render(context)
