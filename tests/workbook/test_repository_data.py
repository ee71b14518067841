"""The repository's own data/: what `init --sample` copies."""

from pathlib import Path

from awardgen.workbook import read_campaign
from tools.starter.__main__ import write_starter

REPOSITORY = Path(__file__).parents[2]
NOTICE = REPOSITORY / "tests" / "golden" / "notice-2010-15.txt"


def _squeezed(text):
    return "".join(text.split())


def test_it_is_what_its_generator_writes(tmp_path):
    list(write_starter(tmp_path))
    assert read_campaign(REPOSITORY) == read_campaign(tmp_path)


def test_it_is_written_alike_every_time(tmp_path):
    first, second = list(write_starter(tmp_path / "一")), list(write_starter(tmp_path / "二"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_every_cell_can_be_read():
    assert read_campaign(REPOSITORY).findings == ()


def test_its_phases_and_rubric_are_the_notices_own_words():
    notice = _squeezed(NOTICE.read_text("utf-8"))
    campaign = read_campaign(REPOSITORY).campaign
    texts = [
        phase.record.text(column) for phase in campaign.phases for column in ("步骤", "印出时间", "内容")
    ]
    for group in campaign.rubric.groups:
        texts += [group.notice_name, f"{group.name}。{group.record.text('通知说明')}"]
        texts += [f"{each.number}{each.text}{each.points}" for each in group.criteria]
    assert [text for text in texts if _squeezed(text) not in notice] == []
    assert _squeezed(campaign.settings.values["通知标题"]) in notice
    assert campaign.settings.values["发文字号"] in notice
