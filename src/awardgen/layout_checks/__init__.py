"""How the templates are set, measured by GB/T 9704: one function a rule, each yielding slips.

Official documents (公文) are told from forms and lists by what they hold: see `roles.is_official`. Forms and lists are
held only to the paper, to margins that can be printed, and to the label of an annex.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.campaign import Scope
from awardgen.finding import Place
from awardgen.layout import TEMPLATES_FOLDER
from awardgen.layout_checks import (
    date_rules,
    order_rules,
    page_rules,
    placement_rules,
    type_rules,
    wording_rules,
)
from awardgen.layout_checks.reading import read_layout
from awardgen.layout_checks.roles import is_official
from awardgen.layout_checks.slip import Draft
from awardgen.layout_checks.standard import STANDARDS, Edition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.campaign import Campaign
    from awardgen.finding import Finding
    from awardgen.layout_checks.slip import Rule

__all__ = ["OFFICIAL_RULES", "OTHER_RULES", "Edition", "check_layout", "check_layouts"]

OFFICIAL_RULES: tuple[Rule, ...] = (
    page_rules.paper_is_a4,
    page_rules.margins_leave_the_text_area,
    page_rules.page_holds_22_lines,
    page_rules.line_holds_28_characters,
    page_rules.pages_are_numbered,
    page_rules.page_numbers_stand_outside,
    type_rules.elements_have_their_type,
    type_rules.body_is_of_one_piece,
    type_rules.mark_is_red,
    type_rules.subject_words_are_set_apart,
    placement_rules.title_and_number_are_centred,
    placement_rules.addressee_stands_flush,
    placement_rules.paragraphs_begin_two_characters_in,
    placement_rules.annex_note_follows_the_body,
    placement_rules.date_stands_right,
    wording_rules.number_is_well_formed,
    date_rules.date_suits_the_edition,
    date_rules.print_date_is_in_figures,
    wording_rules.addressee_ends_in_a_colon,
    wording_rules.annex_note_is_well_formed,
    wording_rules.annex_label_is_well_formed,
    wording_rules.subject_words_suit_the_edition,
    wording_rules.copies_are_well_formed,
    order_rules.levels_are_in_order,
)
OTHER_RULES: tuple[Rule, ...] = (
    page_rules.paper_is_a4,
    page_rules.text_keeps_off_the_edge,
    wording_rules.annex_label_is_well_formed,
)


def check_layouts(campaign: Campaign, templates: Mapping[str, bytes]) -> list[Finding]:
    """Check the layout of the campaign's templates. templates: name → what the file holds.

    What is made for one application alone (a certificate, a filled form) goes on whatever paper the office has for it,
    and what is made for the archive follows that standard (DA/T 22).
    """
    version = str(campaign.settings.values.get("公文版式") or "")
    edition = Edition.OF_2012 if "2012" in version else Edition.OF_1999
    others = {Scope.APPLICATION, Scope.ARCHIVE}
    names = dict.fromkeys(row.template for row in campaign.documents if row.scope not in others)
    findings = []
    for name in names:
        if name in templates:
            findings += check_layout(templates[name], name, edition)
    return findings


def check_layout(template: bytes, name: str, edition: Edition) -> list[Finding]:
    """Check one template. name: its file name in templates/. What is no Word file has no findings here."""
    layout = read_layout(template, edition.value)
    if layout is None:
        return []
    draft = Draft(layout, STANDARDS[edition])
    rules = OFFICIAL_RULES if is_official(layout.lines) else OTHER_RULES
    place = Place(f"{TEMPLATES_FOLDER}/{name}")
    return [
        slip.kind.at(place, f"{slip.where}：{slip.message}", excerpt=slip.found or None)
        for rule in rules
        for slip in rule(draft)
    ]
