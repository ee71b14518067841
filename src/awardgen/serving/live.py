"""The page while it is served: it listens for news, and is loaded anew when there is a newer one."""

from __future__ import annotations

import html
from importlib import resources
from typing import Final

LIVE_SCRIPT: Final = (resources.files("awardgen.serving") / "live.js").read_text("utf-8")

_WAITING: Final = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ; connect-src 'none'">
<title>报告</title>
</head>
<body>
<main>
<h1>正在生成报告</h1>
<p id="trouble" role="alert" hidden></p>
<p id="said" role="status"></p>
</main>
</body>
</html>
"""


def live_page(page: bytes, version: str) -> bytes:
    """Return the page with a script that listens. Its own policy gives way for that and for nothing else."""
    script = f'<script src="/.serve/live.js" data-version="{html.escape(version)}"></script>\n'.encode()
    page = page.replace(b"script-src ", b"script-src 'self' ", 1).replace(
        b"connect-src 'none'", b"connect-src 'self'", 1
    )
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after


def waiting_page(version: str) -> bytes:
    """Return what is shown before there is a page."""
    return live_page(_WAITING.encode(), version)
