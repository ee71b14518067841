"""Pictures of the report, taken in Chromium."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

_SIZE = ViewportSize(width=1366, height=768)
_WRITTEN_AT = (
    1_309_392_000  # 30 June 2011, 8 in the morning in Shanghai: the report tells when it was written
)
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
)


def _nothing(_: Page) -> None:
    """Leave it as it opens."""


def _settle(page: Page) -> None:
    card = page.locator(".finding", has_text="暑假").first
    card.locator(".open").click()
    card.get_by_label("结论").fill("假期加班，已对照值班记录，属实")
    card.get_by_label("核实人").fill("高志远")
    card.get_by_label("日期").fill("2011-06-29")
    card.locator("mark").wait_for()
    card.get_by_label("日期").blur()
    card.evaluate("card => scrollTo(0, card.getBoundingClientRect().top + scrollY - 190)")


_PARTS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "report-overview": ("tab=overview", _nothing),
    "report-findings": ("tab=findings&severity=error,warning", _settle),
    "report-writeup": ("tab=writeups&at=4", _nothing),
    "report-ranking": ("tab=ranking", _nothing),
    "report-scores": ("tab=scores", _nothing),
}


def take_pictures(report: Path, folder: Path) -> None:
    """Take a picture of each part of a report."""
    os.utime(report, (_WRITTEN_AT, _WRITTEN_AT))
    with _page() as page:
        for name, (part, prepare) in _PARTS.items():
            page.goto("about:blank")
            page.goto(f"{report.as_uri()}#{part}")
            page.wait_for_selector("html[data-ready]")
            prepare(page)
            page.screenshot(path=folder / f"{name}.png", animations="disabled", caret="hide")


@contextmanager
def _page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=_FLAGS, env={**os.environ, "TZ": "Asia/Shanghai"}
        )
        context = browser.new_context(viewport=_SIZE, locale="zh-CN")
        yield context.new_page()
        browser.close()
