"""What is drawn from a campaign is drawn once: when its write-ups are read, or when it is asked for."""

from awardgen.fingerprint import Inputs
from awardgen.preparation import Conclusion


class Prepared:
    """A campaign whose write-ups others read. asked: what was asked of it."""

    def __init__(self):
        self.analyses = self
        self.is_read = False
        self.asked = []

    def are_done(self):
        return self.is_read

    def finish(self):
        self.asked.append("analyses")
        return "analyses"

    def findings(self, analyses):
        self.asked.append("findings")
        return [f"of {analyses}"]


def test_it_is_drawn_as_soon_as_nobody_has_to_be_waited_for():
    prepared = Prepared()
    conclusion = Conclusion(prepared, lambda: Inputs("now"))
    conclusion.draw()
    assert prepared.asked == []
    prepared.is_read = True
    conclusion.draw()
    conclusion.draw()
    assert conclusion.drawn() == ("analyses", ["of analyses"], Inputs("now"))
    assert prepared.asked == ["analyses", "findings"]


def test_in_the_end_it_is_waited_for():
    prepared = Prepared()
    assert Conclusion(prepared, Inputs).drawn().findings == ["of analyses"]
