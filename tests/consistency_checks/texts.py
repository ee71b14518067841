"""Texts of a notice as the rules see them."""

from awardgen.consistency_checks import DocumentText, Wording
from awardgen.consistency_checks.passage import Passage
from awardgen.finding import Place
from tests.builders import campaign, document_row

NOTICE = Place("templates/通知.docx")


def wording(*paragraphs, name="通知", **given):
    """A campaign whose notice says this. given: what else the campaign has."""
    passages = tuple(Passage(text, NOTICE, f"正文第{count}段") for count, text in enumerate(paragraphs, 1))
    return Wording(campaign(**given), (DocumentText(document_row(f"{name}.docx", name=name), "", passages),))


def told(rule, *paragraphs, **given):
    """What a rule finds: the excerpts."""
    return [finding.excerpt for finding in rule(wording(*paragraphs, **given))]
