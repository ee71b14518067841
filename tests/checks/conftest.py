from __future__ import annotations

import pytest


@pytest.fixture
def found():
    """What a rule finds: for each finding its code, cell, column, applicant and excerpt."""

    def run(rule, case):
        return [
            (each.kind.code, each.place.cell, each.place.column, each.applicant, each.excerpt)
            for each in rule(case)
        ]

    return run
