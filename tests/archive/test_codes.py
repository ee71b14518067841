from decimal import Decimal

import pytest

from awardgen.archive.codes import archival_code
from awardgen.campaign import ArchiveSettings


def settings(**values):
    return ArchiveSettings({"门类代码": "WS", "保管期限": "30年", "起始件号": Decimal(1), **values})


def test_a_code_names_fonds_category_year_period_agency_and_number():
    built = archival_code(settings(全宗号="Z109", 机构代码="BGS"), "2011", 1)
    assert built == "Z109-WS·2011-D30-BGS-0001"


@pytest.mark.parametrize(
    ("period", "code"), [("永久", "Y"), ("30年", "D30"), ("10年", "D10"), ("长期", "长期")]
)
def test_a_period_is_written_as_the_standard_has_it(period, code):
    assert archival_code(settings(全宗号="Z109", 保管期限=period), "2011", 12) == f"Z109-WS·2011-{code}-0012"


def test_what_a_campaign_does_not_have_is_left_out():
    assert archival_code(settings(), "2011", 3) == "WS·2011-D30-0003"
