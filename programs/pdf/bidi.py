"""Names written from right to left, in the order in which a PDF must draw their letters.

A small part of the Unicode rules, enough for a name within a line of left-to-right text: words that hold
right-to-left letters are reversed, neighboring ones change places, and Arabic letters take the form their
place in the word asks for.
"""

import unicodedata
from functools import cache
from typing import Literal

Place = Literal["isolated", "initial", "medial", "final"]
ALEFS = "\u0622\u0623\u0625\u0627"
MIRRORED = str.maketrans("()[]<>{}«»", ")(][><}{»«")


def is_right_to_left(word: str) -> bool:
    """Whether the word holds a letter that is written from right to left."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in word)


def in_drawing_order(words: list[str]) -> list[str]:
    """The words of one line as they must be drawn, left to right."""
    if all(word.isascii() for word in words):
        return words
    drawn: list[str] = []
    start = 0
    for word in words:
        if is_right_to_left(word):
            drawn.insert(start, _reversed(_shaped(word)))
        else:
            drawn.append(word)
            start = len(drawn)
    return drawn


def _reversed(word: str) -> str:
    """The word back to front, but marks stay behind their letter and digits keep their own order."""
    clusters: list[str] = []
    for char in word:
        joins = clusters and (unicodedata.combining(char) or (_is_digit(char) and _is_digit(clusters[-1][-1])))
        if joins:
            clusters[-1] += char
        else:
            clusters.append(char)
    return "".join(c if len(c) > 1 else c.translate(MIRRORED) for c in reversed(clusters))


def _is_digit(char: str) -> bool:
    return unicodedata.bidirectional(char) in ("EN", "AN")


@cache
def _forms() -> dict[tuple[str, str], str]:
    """(letters, place in the word) -> the presentation form, read from the Unicode database."""
    forms = {}
    for code in range(0xFE80, 0xFEFD):
        place, *letters = unicodedata.decomposition(chr(code)).split()
        forms["".join(chr(int(letter, 16)) for letter in letters), place.strip("<>")] = chr(code)
    return forms


def _joins_on(letters: str) -> bool:
    """Whether the letter reaches out to the one after it."""
    return (letters, "initial") in _forms()


def _shaped(word: str) -> str:
    """Arabic letters in the form their neighbors ask for; other scripts as they are."""
    units = _units(word)
    letters = [unit for unit in units if not unicodedata.combining(unit[0])]
    shaped, index = [], 0
    for unit in units:
        if unicodedata.combining(unit[0]):
            shaped.append(unit)
            continue
        before = index > 0 and _joins_on(letters[index - 1]) and (unit, "final") in _forms()
        after = _joins_on(unit) and index + 1 < len(letters) and (letters[index + 1], "final") in _forms()
        shaped.append(_forms().get((unit, _place(before, after)), unit))
        index += 1
    return "".join(shaped)


def _units(word: str) -> list[str]:
    """Letters one by one, but lam with alef as the one letter they become."""
    units: list[str] = []
    for char in word:
        if units and units[-1] == "\u0644" and char in ALEFS:
            units[-1] += char
        else:
            units.append(char)
    return units


def _place(before: bool, after: bool) -> Place:
    if before:
        return "medial" if after else "final"
    return "initial" if after else "isolated"
