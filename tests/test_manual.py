"""The manual says what the code does."""

import re
from datetime import date

import pytest

from awardgen import cli, pipeline
from awardgen.campaign import Campaign, Scope, evaluate
from awardgen.documents import Contexts
from awardgen.documents.filters import FILTERS
from awardgen.documents.printing import printable
from awardgen.rendering import compile_pattern
from awardgen.workbook import APPLICATION_WORKBOOK, BASICS, read_campaign
from tests.campaign_folder import REPOSITORY
from tools.manual import MANUAL, with_tables

TEXT = MANUAL.read_text(encoding="utf-8")


def section(title):
    return TEXT.split(f"### {title}\n")[1].split("\n##")[0]


def test_its_generated_tables_are_up_to_date():
    assert with_tables(TEXT) == TEXT


def test_it_names_every_command():
    for name in cli.cli.commands:
        assert f"awardgen {name}" in TEXT


def test_it_lists_every_name_that_a_template_can_use():
    contexts = Contexts(Campaign(), evaluate(Campaign()))
    listed = set(re.findall(r"`(\w+)`", section("各种范围能用的标签")))
    for scope in Scope:
        assert contexts.known_names(scope) <= listed


def test_every_name_that_it_lists_is_known(starter):
    campaign = read_campaign(starter.path).campaign
    contexts = Contexts(campaign, evaluate(campaign))
    columns = {header for sheet in APPLICATION_WORKBOOK.sheets for header in sheet.headers}
    settings = {column.header for column in BASICS.settings}
    rows = [row for row in section("各种范围能用的标签").splitlines() if row.startswith("| `")]
    assert len(rows) >= 15
    for row in rows:
        names, scopes, _ = (cell.strip() for cell in row.strip("|").split("|", 2))
        for scope in Scope if scopes == "全部" else map(Scope, scopes.split("、")):
            assert set(re.findall(r"`(\w+)`", names)) <= contexts.known_names(scope)
            assert settings <= contexts.known_names(scope)
    assert columns <= contexts.known_names(Scope.APPLICATION)


def test_it_lists_every_filter():
    assert set(re.findall(r"^\| `(\w+)` \|", section("过滤器"), re.MULTILINE)) == set(FILTERS)


@pytest.mark.parametrize(
    "row", re.findall(r"^\| `\w+` \| `(.+)` \| (.+) \|$", section("过滤器"), re.MULTILINE)
)
def test_the_examples_of_filters_are_true(row):
    example, result = row
    context = {
        "成文日期": printable(date(2010, 9, 15)),
        "奖项列表": ["优质服务示范岗", "优秀服务标兵"],
        "主要事迹": "一\n二",
    }
    filled = compile_pattern(example.replace(r"\|", "|"), FILTERS).render(context)
    assert filled == (result if "分段" not in example else "一\a二")


def test_the_document_that_it_adds_can_be_added(starter):
    _, condition, file_name = re.search(
        r"文书“证书”.*(范围“申报”).*条件“(.+?)”，文件名“(.+?)”", TEXT
    ).groups()
    starter.add_template("证书.docx", "{{ 岗位人员姓名 }}")
    starter.append("活动设置", "文书", "证书", "证书.docx", "申报", condition, file_name)
    report = pipeline.build(starter.path, pipeline.Choice(["证书"]))
    assert len(report.documents) == 9


def test_the_readme_names_the_two_commands():
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert "make build" in readme
    assert "make test" in readme


@pytest.mark.parametrize("document", [MANUAL, REPOSITORY / "README.md"], ids=lambda path: path.name)
def test_its_pictures_are_there_and_small(document):
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", document.read_text(encoding="utf-8"))
    assert pictures
    for picture in pictures:
        assert 0 < (document.parent / picture).stat().st_size < 200_000, picture
