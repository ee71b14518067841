import hashlib

from awardgen.text_digest import text_digest


def test_equal_texts_have_one_digest():
    assert text_digest("事迹" * 300) == text_digest("".join(["事迹"] * 300))
    assert text_digest("甲") == hashlib.sha256("甲".encode()).digest()


def test_halves_of_a_character_are_not_the_character():
    assert text_digest("\ud83d\ude00") != text_digest("\U0001f600")
