"""A grid has as many columns as its rows, and a span that is no number is a fault instead of a broken document."""

from __future__ import annotations

import pytest

from awardgen.rendering import FaultKind, Template, TemplateError
from awardgen.rendering.tables import fitted_widths


@pytest.mark.parametrize(
    ("widths", "cells", "columns", "fitted"),
    [
        (["100", "200"], 2, 2, ["100", "200"]),
        (["100", "200"], 3, 3, ["66", "133", "100"]),  # as wide as before
        (["100", "200", "300"], 2, 2, ["250", "350"]),
        (["100"], 1, 3, ["100"]),  # a cell that spans columns adds none, as in docxtpl
        (["", ""], 3, 3, ["", "", "0"]),
        (["", "40"], 1, 1, ["40"]),
    ],
)
def test_columns_are_added_and_removed_and_the_table_keeps_its_width(widths, cells, columns, fitted):
    assert fitted_widths(widths, cells, columns) == fitted


@pytest.mark.parametrize("macro", ["", "{% macro m() %}{% endmacro %}"])
@pytest.mark.parametrize("columns", ["两", 1.5, -1])
def test_a_span_that_is_no_number_is_a_fault(word, macro, columns):
    template = Template(word(f"{macro}甲", [["{% colspan 列数 %}{{ 甲 }}", "乙"]]))
    with pytest.raises(TemplateError, match="不是整数") as caught:
        template.render({"列数": columns, "甲": 1})
    assert caught.value.faults[0].kind is FaultKind.VALUE
    assert template.render({"列数": "", "甲": 1})
