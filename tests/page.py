"""Reads a page as a person does, without a browser: its visible words and its elements, in order."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source"}
SHAPES = {"path", "rect", "line", "circle"}
UNSEEN = {"script", "style"}


@dataclass
class Element:
    """One element with its attributes, the words inside it, and the elements around it."""

    tag: str
    attrs: dict[str, str]
    around: tuple["Element", ...]
    words: list[str] = field(default_factory=list)

    @property
    def text(self):
        return " ".join("".join(self.words).split())

    @property
    def classes(self):
        return set(self.attrs.get("class", "").split())

    def inside(self, **attrs):
        return any(element.matches(**attrs) for element in (*self.around, self))

    def matches(self, **attrs):
        return all(self.attrs.get(name.rstrip("_").replace("_", "-")) == value for name, value in attrs.items())


class Page(HTMLParser):
    """A parsed answer; `all` finds elements, `text` is what is read."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.html = html.content.decode() if hasattr(html, "content") else html
        self.elements, self.nodes, self._open = [], [], []
        self.feed(self.html)

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self._open)))

    def handle_endtag(self, tag):
        places = [place for place, element in enumerate(self._open) if element.tag == tag]
        if places:
            del self._open[places[-1] :]

    def handle_data(self, data):
        if data.strip() and not any(element.tag in UNSEEN for element in self._open):
            self.nodes.append((data, tuple(self._open)))
        for element in self._open:
            element.words.append(data)

    def all(self, tag, **attrs):
        return [element for element in self.elements if element.tag == tag and element.matches(**attrs)]

    def one(self, tag, **attrs):
        (found,) = self.all(tag, **attrs)
        return found

    @property
    def text(self):
        """The words of the body, spaces made one."""
        return " ".join(" ".join(data for data, around in self.nodes if any(e.tag == "body" for e in around)).split())

    @property
    def main(self):
        """The words of the main part."""
        return next(element for element in self.elements if element.tag == "main").text

    @property
    def links(self):
        return [element.attrs["href"] for element in self.all("a") if "href" in element.attrs]
