"""Text as it is searched: small letters without accents, words parted by one space."""

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# Letters that Unicode does not take apart, as people type them on a plain keyboard.
PLAIN: Final[Mapping[int, str]] = MappingProxyType(
    str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"})
)


def folded(text: str) -> str:
    """`Łukasz  Díaz` as `lukasz diaz`."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(letters.translate(PLAIN).split())


def search_text_of(name: str, code: str) -> str:
    """What a check is found by: the name, the code, and the code without its dashes, each word after a space."""
    undashed = code.replace("-", "")
    return f" {folded(f'{name} {code} {undashed}')}"
