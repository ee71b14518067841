"""What `doctor` looks at: LibreOffice and the fonts, what is missing, and how to get it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, NamedTuple

from awardgen.errors import AwardgenError
from awardgen.office.fonts import PINNED_FONTS, can_pin, missing_fonts
from awardgen.office.program import OfficeMissingError, find_office, how_to_get_office, office_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from awardgen.office.fonts import PinnedFont

# Options of a filter can be given since this one, and PDF/A is such an option.
_OLDEST: Final = (7, 4)
_APT: Final = "sudo apt-get install --no-install-recommends"


class Check(NamedTuple):
    """One thing that is needed. name and what was found in Chinese; advice: how to get it, empty where it is there."""

    name: str
    found: str
    advice: str = ""

    @property
    def is_there(self) -> bool:
        return not self.advice


def diagnose() -> list[Check]:
    """Look at everything that making PDFs needs."""
    return [_office(), *_fonts()]


def refuse_what_cannot_print() -> None:
    """Raise AwardgenError where no PDF can be made, or only one with a box for each character."""
    missing = missing_fonts()
    if find_office() is None:
        raise OfficeMissingError(how_to_get_office() + (how_to_get_fonts(missing) if missing else ""))
    chinese = [font for font in PINNED_FONTS if font.is_chinese]
    if missing is not None and all(font in missing for font in chinese):
        raise AwardgenError(
            "这台机器上没有中文字体，印出来全是方框，没有转换成PDF。", how_to_get_fonts(missing)
        )


def how_to_get_fonts(missing: Iterable[PinnedFont]) -> str:
    """Return in Chinese how fonts are installed."""
    packages = " ".join(dict.fromkeys(font.package for font in missing))
    return f"请运行 {_APT} {packages}（Debian、Ubuntu）。"


def _office() -> Check:
    office, version = find_office(), office_version()
    if office is None:
        return Check("LibreOffice", "没有安装", how_to_get_office())
    if version is None:
        return Check(
            "LibreOffice", f"{office}没有回答它的版本", f"它可能没有装好，请重新安装。{how_to_get_office()}"
        )
    numbers = tuple(int(each) for each in version.split(".")[:2])
    if numbers < _OLDEST:
        needed = ".".join(map(str, _OLDEST))
        return Check(
            "LibreOffice",
            f"{version}太旧",
            f"需要{needed}或更新，旧版做不了存档用的PDF。{how_to_get_office()}",
        )
    return Check("LibreOffice", f"{version}，{office}")


def _fonts() -> Iterator[Check]:
    if not can_pin():
        system = "Windows" if sys.platform == "win32" else "macOS"
        yield Check(
            "公文字体",
            f"{system}上的LibreOffice用系统自己的字体，不能指定",
            "可以转换成PDF，但换行和页数可能与别的机器不同；要页数处处一致，请在Debian或Ubuntu上转换。"
            "请确认装有仿宋、楷体、黑体、宋体和方正小标宋简体。",
        )
        return
    missing = missing_fonts()
    if missing is None:
        yield Check(
            "公文字体", "没有fc-list，看不出有哪些字体", f"请运行 {_APT} fontconfig（Debian、Ubuntu）。"
        )
        return
    for font in PINNED_FONTS:
        name = f"字体 {font.family}（{font.stands_for}）"
        if font in missing:
            yield Check(name, "没有安装", how_to_get_fonts(missing))
        else:
            yield Check(name, "已安装")
