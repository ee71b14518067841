"""All that is remembered of one campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.cache import Cache
from awardgen.memory.imprints import ImprintMemory
from awardgen.memory.rows import RowMemory
from awardgen.memory.scores import ScoreMemory
from awardgen.memory.templates import TemplateMemory

if TYPE_CHECKING:
    from awardgen.campaign import Campaign, Evaluation
    from awardgen.fingerprint import Inputs


class CampaignMemory:
    """What is remembered of one campaign. inputs: its files as they were before any of them was read."""

    def __init__(self, inputs: Inputs, cache: Cache | None = None) -> None:
        self._inputs = inputs
        self._cache = cache or Cache()
        self._kept: list[RowMemory | ScoreMemory | TemplateMemory] = []

    def scores(self, campaign: Campaign) -> ScoreMemory:
        """Return the memory of what came of 评分. campaign: all but that."""
        memory = ScoreMemory(self._cache, self._inputs, campaign)
        self._kept.append(memory)
        return memory

    def rows(self, campaign: Campaign, evaluation: Evaluation) -> RowMemory:
        """Return the memory of the rows of 申报."""
        memory = RowMemory(self._cache, self._inputs, campaign, evaluation)
        self._kept.append(memory)
        return memory

    def templates(self) -> TemplateMemory:
        memory = TemplateMemory(self._cache, self._inputs)
        self._kept.append(memory)
        return memory

    def imprints(self, campaign: Campaign) -> ImprintMemory:
        """Return the memory of imprints, which is by what the texts are and so holds whatever becomes of the files."""
        basis = f"{self._inputs.code} {campaign.settings.title}" if self._inputs.digest else ""
        return ImprintMemory(basis, self._cache)

    def keep(self, inputs: Inputs) -> None:
        """Keep for the next run what this one found out. inputs: the files as they are now.

        Where one was saved in the meantime nobody knows which of the two was read, so nothing is kept.
        """
        if inputs.digest and inputs == self._inputs:
            for each in self._kept:
                each.keep()
