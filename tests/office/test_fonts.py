"""fonts.conf lets through what `doctor` looks for, and nothing else."""

import xml.etree.ElementTree as ET

import pytest

from awardgen.office.fonts import CONFIGURATION, PINNED_FONTS, font_files
from tests.campaign_folder import REPOSITORY

CONFIGURED = ET.parse(REPOSITORY / "src" / "awardgen" / "office" / CONFIGURATION).getroot()  # noqa: S314 - our own
ALIASES = {
    alias.findtext("family"): [each.text for each in alias.findall("prefer/family")]
    for alias in CONFIGURED.findall("alias")
}
FAMILIES = {font.family for font in PINNED_FONTS}


def test_only_pinned_fonts_are_seen():
    seen = CONFIGURED.findall("selectfont/acceptfont/pattern/patelt[@name='family']/string")
    assert {each.text for each in seen} == FAMILIES


def test_every_stand_in_is_pinned():
    assert {family for preferred in ALIASES.values() for family in preferred} == FAMILIES


def test_no_name_has_two_stand_ins():
    names = [alias.findtext("family") for alias in CONFIGURED.findall("alias")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("face", "stand_in"),
    [("仿宋", "FandolFang"), ("楷体", "FandolKai"), ("黑体", "FandolHei"), ("小标宋", "FandolSong")],
)
def test_whatever_a_maker_calls_a_face_it_has_the_same_stand_in(face, stand_in):
    stand_ins = {name: preferred[0] for name, preferred in ALIASES.items() if face in name}
    assert len(stand_ins) >= 3
    assert set(stand_ins.values()) == {stand_in}


@pytest.mark.fonts
def test_the_fonts_of_this_machine_are_seen_with_their_files():
    assert {name for each in font_files() for name in each.family.split(",")} >= FAMILIES
    assert all(each.size > 0 for each in font_files())
