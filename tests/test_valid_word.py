"""Every document is one that Word opens without repairing it, by a checker of the Open XML SDK's rules."""

from __future__ import annotations

import pytest
from openxml_audit import OpenXmlValidator

from awardgen import pipeline


def faults(path):
    result = OpenXmlValidator().validate(str(path))
    return [(path.name, error.description) for error in result.errors]


def test_the_starters_documents_are_valid(starter):
    pipeline.build(starter.path)
    documents = sorted((starter.path / "output").rglob("*.docx"))
    seen, kinds = set(), []
    for path in documents:  # one of each kind: the others differ in their texts
        kind = path.parent.name if path.parent.name != "output" else path.name
        kinds += [] if kind in seen else [path]
        seen.add(kind)
    assert len(kinds) > 8
    assert [fault for path in kinds for fault in faults(path)] == []


@pytest.mark.parametrize(
    "text",
    [
        "<w:p>&]]>{{ x }}{% for %}",
        "-1+1|cmd",
        "甲\n\n乙\t丙",
        "\U00020164\u200f\ufeff",
        "a" * 32_767,
        "㛃堃喆祎珺玥頔",
    ],
)
def test_whatever_a_cell_holds_the_document_is_valid(starter, text):
    starter.edit("申报", "示范岗", C2=text, F2=text)
    pipeline.build(starter.path)
    made = sorted((starter.path / "output" / "申报表").glob("*SF-001*.docx"))
    assert len(made) == 1
    assert faults(made[0]) == []
