"""Collects every sentence a runner may read, from content, rules and templates, ready to be graded."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
CONTENT = ("screening/content", "programs/content")
MODULES = ("screening", "programs", "itbcare")
STAFF_KEYS = {"source", "sources", "lights_source", "evidence"}
STAFF_PARTS = {"clinic", "account", "mfa", "usersessions", "allauth", "migrations", "management"}
MARKS = {"gettext_noop", "gettext", "gettext_lazy", "_"}
FILLED = {"leg": "left", "Leg": "Left", "LEG": "LEFT", "other": "right", "Other": "Right"}

TRANSLATE = re.compile(r"""{%-?\s*trans(?:late)?\s+(?:"([^"]*)"|'([^']*)')""")
BLOCK = re.compile(r"{%\s*blocktrans(?:late)?\b[^%]*%}(.*?){%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
PLURAL = re.compile(r"{%\s*plural\s*%}")
HOLE = re.compile(r"{{.*?}}|%\(\w+\)[sd]|%[sd]|{(\w*)}")
SENTENCE_END = re.compile(r"(?<=[.?!])[\"'”’)]*\s+")
IS_SENTENCE = re.compile(r"[.?!][\"'”’)]*$")


@dataclass(frozen=True, slots=True)
class Text:
    """One string as it stands in a file, and where."""

    place: str
    words: str


def runner_texts() -> Iterator[Text]:
    """Every string meant for runners: content, marked strings of modules, and texts of templates."""
    for folder in CONTENT:
        for path in sorted((ROOT / folder).glob("*.toml")):
            yield from _toml_texts(path)
    for package in MODULES:
        for path in sorted((ROOT / package).rglob("*.py")):
            if not STAFF_PARTS & set(path.parts):
                yield from _module_texts(path)
    for path in sorted((ROOT / "templates").rglob("*.html")):
        if not STAFF_PARTS & set(path.parts):
            yield from _template_texts(path)


def passages(text: str) -> list[str]:
    """The sentences of a text, holes filled, fragments without an end left out, each ready to be graded.

    A sentence of five words or more stands alone. A shorter one is graded together with its neighbor: the
    grade is made for passages, and on four words one word of three syllables moves it by three grades. A text
    that is nothing but one such short sentence is left out, since no grade of it means anything.
    """
    sentences = [part for part in SENTENCE_END.split(_filled(text)) if IS_SENTENCE.search(part)]
    before, after = ["", *sentences], [*sentences[1:], ""]
    ready = (
        sentence if not _is_short(sentence) else f"{sentence} {next_}" if next_ else f"{last} {sentence}"
        for sentence, last, next_ in zip(sentences, before, after, strict=False)
    )
    return [passage for passage in ready if not _is_short(passage)]


def _is_short(passage: str) -> bool:
    return len(passage.split()) < 5


def _filled(text: str) -> str:
    """The text on one line, with a plain word where a value will stand."""
    filled = HOLE.sub(lambda hole: FILLED.get(hole.group(1) or "", "it"), text)
    return " ".join(filled.split())


def _toml_texts(path: Path) -> Iterator[Text]:
    place = str(path.relative_to(ROOT))
    yield from _strings(place, tomllib.loads(path.read_text(encoding="utf-8")))


def _strings(place: str, value: Any) -> Iterator[Text]:
    if isinstance(value, str):
        yield Text(place, value)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _strings(f"{place}[{number}]", item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in STAFF_KEYS:
                yield from _strings(f"{place}.{key}", item)


def _module_texts(path: Path) -> Iterator[Text]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _called(node) in MARKS and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield Text(f"{path.relative_to(ROOT)}:{first.lineno}", first.value)


def _called(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def _template_texts(path: Path) -> Iterator[Text]:
    html = path.read_text(encoding="utf-8")
    place = str(path.relative_to(ROOT))
    for found in TRANSLATE.finditer(html):
        yield Text(place, found.group(1) or found.group(2) or "")
    for block in BLOCK.finditer(html):
        for words in PLURAL.split(block.group(1)):
            yield Text(place, re.sub(r"<[^>]+>", " ", words))
