"""With LibreOffice itself, and its work judged by others: PDFBox preflight, bagit.py."""

from datetime import date

import bagit
import pytest

from awardgen.archive.page_images import FirstPage
from awardgen.archive.stamp import HEIGHT, WIDTH
from awardgen.archiving import archive
from awardgen.verification import DocumentStatus, verify
from tests import pdf_a
from tests.campaign_folder import CampaignFolder

pytestmark = pytest.mark.office
DAY = date(2011, 7, 1)
KINDS = (
    "件/0001/PDF/通知.pdf",
    "件/0001/PDF/附件1-评选细则.pdf",
    "件/0001/PDF/附件2-示范岗申报表.pdf",
    "件/0002/PDF/申报表/*.pdf",
    "件/0013/PDF/申报表/*堃.pdf",
    "件/0012/PDF/事迹材料/*.pdf",
    "件/0022/PDF/参评人员名单/*.pdf",
    "件/0028/PDF/表彰名单.pdf",
    "件/0029/PDF/评分汇总表.pdf",
    "归档文件目录.pdf",
    "备考表.pdf",
    "盒脊标签.pdf",
)


@pytest.fixture(scope="module")
def archived(tmp_path_factory):
    campaign = CampaignFolder(tmp_path_factory.mktemp("活动") / "活动")
    return archive(campaign.path, campaign.path.parent / "包", day=DAY)


def only(bag, pattern):
    (path,) = (bag / "data").glob(pattern)
    return path


@pytest.mark.pdf_a
@pytest.mark.parametrize("pattern", KINDS)
def test_each_kind_of_page_is_pdf_a(archived, pattern):
    assert pdf_a.violations(only(archived.bag, pattern)) == []


@pytest.mark.parametrize("pattern", [each for each in KINDS if "/" in each])
def test_the_stamp_stands_where_nothing_stood(archived, pattern):
    assert "AW608" not in {each.kind.code for each in archived.findings}
    page = FirstPage(only(archived.bag, pattern))
    right = page.size.width - WIDTH - 56
    assert page.ink_within(right, 20, WIDTH, HEIGHT + 10) > 0


def test_it_is_a_bag_whose_documents_can_be_made_again(archived):
    assert bagit.Bag(str(archived.bag)).validate()
    verified = verify(archived.bag)
    assert verified.findings == ()
    assert {each.status for each in verified.documents} == {DocumentStatus.SAME}


def test_another_run_gives_the_same_bytes(archived, tmp_path):
    campaign = CampaignFolder(tmp_path / "活动")
    again = archive(campaign.path, tmp_path / "包", day=DAY)
    manifests = [(bag / "manifest-sha256.txt").read_text("utf-8") for bag in (archived.bag, again.bag)]
    assert manifests[0] == manifests[1]
