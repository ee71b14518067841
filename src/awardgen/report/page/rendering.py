"""The page as HTML. Its policy lets nothing load and nothing run but what is in it, by checksum."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

if TYPE_CHECKING:
    from awardgen.report.page.model import Page

_SCRIPTS: Final = (
    "base", "state", "pager", "filters", "settling", "marks", "timeline", "findings", "writeups", "ranking",
    "documents", "start",
)  # fmt: skip
_HIDDEN: Final = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)


def render(page: Page) -> bytes:
    """Return the page's bytes: the same for the same page."""
    script, style = _script(), _asset("page.css")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            page=page,
            script=Markup(script),  # noqa: S704 - our own, from the package
            style=Markup(style),  # noqa: S704
            script_hash=_checksum(script),
            style_hash=_checksum(style),
        )
        .encode("utf-8", "replace")
    )


def visible(text: str) -> str:
    """Return a text with what cannot be seen, and turns the order of what can, spelt out."""
    return _HIDDEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("awardgen.report.page", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    environment.filters["visible"] = visible
    return environment


@cache
def _script() -> str:
    parts = "\n".join(_asset(f"{name}.js") for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}\n}})();\n'


@cache
def _asset(name: str) -> str:
    return (
        (resources.files("awardgen.report.page") / "assets" / name).read_text("utf-8").replace("\r\n", "\n")
    )


def _checksum(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
