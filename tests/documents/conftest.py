from __future__ import annotations

from io import BytesIO

import docx
import pytest

from awardgen.campaign import evaluate
from awardgen.checks.rules import check_campaign
from awardgen.documents import Contexts, Planner
from awardgen.documents.filters import FILTERS
from awardgen.rendering import Template, compile_pattern


@pytest.fixture(scope="session")
def template():
    """A Word template of these paragraphs."""

    def build(*paragraphs):
        document, buffer = docx.Document(), BytesIO()
        for text in paragraphs:
            document.add_paragraph(text)
        document.save(buffer)
        return Template(buffer.getvalue(), filters=FILTERS)

    return build


@pytest.fixture(scope="session")
def printed(template):
    """The text of a Word template of one paragraph, filled with a context."""

    def fill(text, context):
        document = docx.Document(BytesIO(template(text).render(context)))
        return "\n".join(paragraph.text for paragraph in document.paragraphs)

    return fill


@pytest.fixture(scope="session")
def filled():
    """A line of text with tags, filled with values by name."""
    return lambda text, **context: compile_pattern(text, FILTERS).render(context)


@pytest.fixture
def contexts():
    return lambda campaign: Contexts(campaign, evaluate(campaign))


@pytest.fixture
def plan(template):
    """Plan a campaign's documents; templates: file name → template, by default one without tags."""

    def run(campaign, findings=None, **templates):
        evaluation = evaluate(campaign)
        if findings is None:
            findings = check_campaign(campaign, evaluation)
        usable = {"模板.docx": template("正文"), **{f"{name}.docx": each for name, each in templates.items()}}
        return Planner(campaign, evaluation, Contexts(campaign, evaluation), usable, findings).plan()

    return run
