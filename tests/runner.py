"""A runner who fills in the walk through the site's own pages, as a case of the rules would answer them."""

from collections.abc import Mapping
from typing import Any

from django.test import Client

from screening.models import Screening
from screening.questions import load_questions
from screening.typed_answers import typed_answers
from screening.wizard import Walk


class Runner:
    """Holds a client; `screening` is what the site stored for it."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.known = set(Screening.objects.values_list("pk", flat=True))

    def start(self) -> Any:
        """Agree to both and begin."""
        stamp = self.client.get("/check/").context["stamp"]
        return self.client.post("/check/", {"understood": "on", "consent": "on", "stamp": stamp})

    @property
    def screening(self) -> Screening:
        """The newest self-check of this runner."""
        return Screening.objects.exclude(pk__in=self.known).latest("pk")

    def post(self, slug: str, **answers: str) -> Any:
        """Send one page."""
        return self.client.post(f"/check/{slug}/", answers)

    def answer(self, case: Mapping[str, Any], name: str = "", upto: str = "", **more: str) -> None:
        """Walk page by page as the case answers, until the walk ends, or up to (not through) the page `upto`."""
        typed = typed_answers(case) | {"name": name, "email": ""} | more
        while (screening := self.screening).is_draft:
            page = Walk(load_questions(), screening.answers).first_open()
            if page is None or page.slug == upto:
                return
            response = self.post(page.slug, **{q.key: typed.get(q.key, "") for q in page.questions})
            assert response.status_code == 302, (page.slug, response.context["form"].errors)

    def finish(self) -> Any:
        """Send the answers."""
        return self.client.post("/plan/finish/")

    def whole_walk(self, case: Mapping[str, Any], name: str = "") -> Any:
        """Start, answer everything, send, and open what comes of it."""
        self.start()
        self.answer(case, name=name)
        if self.screening.is_draft:
            self.finish()
        return self.client.get("/check/resume/", follow=True)
