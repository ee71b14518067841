"""Chromium, as tests drive it: Debian's own, without a screen and without the network."""

import shutil
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium():
    """Return where Chromium is; None where it is missing."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def running_chromium():
    """Start it with a profile of its own, which is empty."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


class Visitor:
    """One page in a browser, and what it complains of.

    complaints: messages of the console, and what was thrown. asked_for: every address that was loaded.
    """

    def __init__(self, page):
        self.page = page
        self.complaints = []
        self.asked_for = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked_for.append(request.url))

    def open(self, address, part="tab=overview"):
        self.page.goto("about:blank")
        self.page.goto(f"{address}#{part}")
        self.page.wait_for_selector("html[data-ready]")
        return self

    def texts(self, selector):
        return [each.strip() for each in self.page.locator(selector).all_inner_texts()]
