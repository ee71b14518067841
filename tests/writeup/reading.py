"""How the tests of the analyser read a text: the notice's window, and a mention as 'first..last verdict'."""

from datetime import date

from awardgen.campaign import Window
from awardgen.writeup import DEFAULT, analyse

WINDOW = Window(date(2010, 9, 1), date(2011, 6, 30))
REFERENCE = date(2011, 6, 20)


def mentions(text, window=WINDOW, reference=REFERENCE, calendar=DEFAULT):
    return analyse(text, window, reference, calendar).mentions


def written(text):
    return [mention.text for mention in mentions(text)]


def days(text, **given):
    found = mentions(text, **given)
    assert found, f"nothing found in {text}"
    return _interval(found[-1])


def verdict(text, **given):
    return str(mentions(text, **given)[-1].verdict)


def _interval(mention):
    first, last = str(mention.first_day), str(mention.last_day)
    return first if first == last else f"{first}..{last}"
