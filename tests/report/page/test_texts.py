import base64
import json
import zlib
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from awardgen.checks.analyses import analyser_of
from awardgen.report.page.texts import NOTHING, PASSAGES, WHOLE, _passages, pack_texts
from awardgen.writeup import Mention, Verdict
from tests.builders import INSIDE, application, campaign

FILLER = "".join(map(chr, range(0x4E00, 0x9FA5)))


def texts_of(*texts, room, doubtful=()):
    """Pack applications with these write-ups; return what is there of each, and how much."""
    applications = tuple(application(f"BB-{at}", 主要事迹=text) for at, text in enumerate(texts))
    analyses = analyser_of(campaign(*applications))
    packed = pack_texts(applications, analyses, lambda position: position in doubtful, room)
    chunks = [json.loads(zlib.decompress(base64.b64decode(chunk))) for chunk in packed.chunks]
    found = [None if place[2] == NOTHING else chunks[place[0]][place[1]][0] for place in packed.places]
    return found, [place[2] for place in packed.places], sum(map(len, packed.chunks))


def long_text(number):
    """A write-up that hardly packs, with a date in its middle."""
    random = Random(number)  # noqa: S311 - the same text each time
    before, after = ("".join(random.choices(FILLER, k=700)) for _ in range(2))
    return f"{before}。2010年10月8日抢修。{after}"


def test_where_there_is_room_a_text_is_whole_with_its_mentions():
    text = "2010年10月8日抢修。"
    (found,), extents, _ = texts_of(text, room=100_000)
    assert found["pieces"] == [[0, text]]
    assert found["mentions"][0][:2] == [0, 10]
    assert extents == [WHOLE]


def test_what_does_not_fit_is_cut_to_the_passages_around_its_mentions():
    room = 300_000
    found, extents, taken = texts_of(*(long_text(number) for number in range(150)), room=room)
    assert taken <= room
    assert {WHOLE, PASSAGES} == set(extents)
    cut = found[extents.index(PASSAGES)]
    ((start, piece),) = cut["pieces"]
    assert "2010年10月8日" in piece
    assert start == 687  # fourteen characters before the mention
    assert len(cut["mentions"]) == 1


def test_the_doubtful_come_first():
    texts = [long_text(number) for number in range(150)]
    _, extents, _ = texts_of(*texts, room=300_000, doubtful=range(140, 150))
    assert extents[140:] == [WHOLE] * 10
    assert PASSAGES in extents


def test_without_any_room_nothing_is_there():
    found, extents, taken = texts_of(long_text(1), room=0)
    assert (found, extents, taken) == ([None], [NOTHING], 0)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=12))
def test_passages_hold_every_mention_whole_and_nothing_twice(gaps):
    text, mentions = "", []
    for gap, size in gaps:
        text += FILLER[:gap]
        mentions.append(Mention(len(text), len(text) + size, "", INSIDE, INSIDE, Verdict.INSIDE))
        text += FILLER[-size:]
    text += FILLER[:20]
    pieces = [(start, start + len(piece)) for start, piece in _passages(text, mentions)]
    assert all(text[start:].startswith(piece) for start, piece in _passages(text, mentions))
    for mention in mentions:
        assert sum(start <= mention.start and mention.end <= end for start, end in pieces) == 1
    assert all(one[1] <= other[0] for one, other in pairwise(pieces))
