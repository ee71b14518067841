"""What a style means with all that it rests on: the document's defaults, its base styles, the theme."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from awardgen.layout_checks.formats import (
    WORD,
    laid_over,
    local,
    paragraph_properties,
    run_properties,
    value,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from awardgen.layout_checks.formats import (
        Properties,
    )

_DEEPEST: Final = 20  # styles can rest on each other in a circle
_SCRIPT: Final = "Hans"
_FALLBACK: Final = "宋体"  # what Word takes where a theme names no Chinese font


@dataclass(frozen=True, slots=True)
class Style:
    """A style's own properties. base: the identifier of the style that it rests on."""

    base: str
    paragraph: Properties
    run: Properties


@dataclass
class StyleSheet:
    """The styles of a document by identifier, with Word's defaults below them.

    themes: minorEastAsia … → the font of the theme.
    """

    themes: Mapping[str, str] = field(default_factory=dict)
    _styles: dict[str, Style] = field(default_factory=dict)
    _defaults: tuple[Properties, Properties] = ({}, {})
    _default_style: str = ""
    _resolved: dict[str, tuple[Properties, Properties]] = field(default_factory=dict)

    def read(self, root: _Element) -> None:
        """Read the part styles.xml."""
        self._defaults = (
            paragraph_properties(root.find(f"{WORD}docDefaults/{WORD}pPrDefault/{WORD}pPr")),
            run_properties(root.find(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr"), self.themes),
        )
        for each in root.iter(f"{WORD}style"):
            identifier = value(each, "styleId")
            self._styles[identifier] = Style(
                value(each.find(f"{WORD}basedOn")),
                paragraph_properties(each.find(f"{WORD}pPr")),
                run_properties(each.find(f"{WORD}rPr"), self.themes),
            )
            if value(each, "type") == "paragraph" and value(each, "default") in ("1", "true", "on"):
                self._default_style = identifier

    def of_paragraph(self, identifier: str) -> tuple[Properties, Properties]:
        """Return the properties of a paragraph and of its runs; an empty or unknown style is the default one."""
        name = identifier if identifier in self._styles else self._default_style
        if name not in self._resolved:
            paragraph, run = self._defaults
            for style in self._chain(name):
                paragraph, run = laid_over(paragraph, style.paragraph), laid_over(run, style.run)
            self._resolved[name] = paragraph, run
        return self._resolved[name]

    def of_run(self, identifier: str) -> Properties:
        """Return what a character style sets."""
        run: Properties = {}
        for style in self._chain(identifier):
            run = laid_over(run, style.run)
        return run

    def _chain(self, identifier: str) -> list[Style]:
        chain: list[Style] = []
        while identifier in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[identifier])
            identifier = chain[-1].base
        return chain[::-1]


def theme_fonts(root: _Element | None) -> dict[str, str]:
    """Read the East Asian fonts of a theme, under the names by which styles ask for them."""
    fonts: dict[str, str] = {}
    for scheme in root.iter("{*}fontScheme") if root is not None else ():
        for kind in scheme:
            which = local(kind).removesuffix("Font")
            named = {local(each): each.get("typeface", "") for each in kind if local(each) == "ea"}
            by_script = {
                each.get("script"): each.get("typeface", "") for each in kind if local(each) == "font"
            }
            fonts[f"{which}EastAsia"] = str(named.get("ea") or by_script.get(_SCRIPT) or _FALLBACK)
    return fonts
