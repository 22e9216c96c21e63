"""T19: no other site sends a form or frames a page, and nothing typed ever runs."""

from urllib.parse import quote

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.security.addresses import ADDRESSES
from tests.security.people import answering, device, sent

pytestmark = pytest.mark.django_db
STRICT = {"enforce_csrf_checks": True}
TAKE_NO_FORM = 405
SCRIPT = "\"><script>alert('ran')</script><img src=x onerror=\"alert('ran')\"><svg onload=alert(1)>{{7*7}}"


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_form_is_taken_without_its_token(address):
    sarah = answering()
    before = sarah.now().answers
    response = device(sarah.token, **STRICT).post(address, {"name": "Mallory"})

    assert response.status_code in (403, TAKE_NO_FORM)
    assert (sarah.now().answers, sarah.now().is_draft) == (before, True)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_is_excused_from_the_token(address):
    match = Client().get(address).wsgi_request.resolver_match

    assert not getattr(match.func, "csrf_exempt", False)


def test_a_form_of_another_site_is_refused_and_not_offered_again():
    sarah = sent()
    strict = device(sarah.token, **STRICT)
    response = strict.post("/my/erase/", {"x": "1"}, headers={"origin": "https://elsewhere.example"})

    assert response.status_code == 403
    assert "<form" not in response.content.decode()
    assert sarah.now()


def test_a_get_changes_nothing():
    sarah = sent()
    mine = sarah.screening.links.filter(nonce="")  # a sheet that is drawn makes the link that stands on it
    before = sarah.now(), mine.get().revoked_at
    for address in ADDRESSES:
        sarah.client.get(address)

    assert (sarah.now(), mine.get().revoked_at) == before


def test_every_form_carries_a_token_and_goes_to_the_site_itself():
    person, draft = sent(), answering(upto="your-name")
    pages = [person.client.get(a) for a in ("/my/link/", "/my/erase/", "/plan/")]
    pages += [draft.client.get(a) for a in ("/check/", "/check/your-name/")]
    pages.append(sent("V06").client.get("/check/care/"))
    forms = [part for page in pages for part in page.content.decode().split("<form")[1:]]

    assert len(forms) >= 7
    assert not [form for form in forms if 'name="csrfmiddlewaretoken"' not in form]
    assert not [form for form in forms if 'action="http' in form or 'action="//' in form]


def test_no_cookie_goes_along_with_a_form_of_another_site():
    client = Client()
    client.get(f"/r/{sent().token}/")
    client.get("/check/")

    assert {cookie["samesite"] for cookie in client.cookies.values()} == {"Lax"}
    assert {settings.SESSION_COOKIE_SAMESITE, settings.CSRF_COOKIE_SAMESITE} == {"Lax"}


@pytest.mark.parametrize("address", ["/", "/plan/", "/check/", "/no-such-page/", "/my/link/"])
def test_no_page_is_framed(address):
    response = sent().client.get(address)

    assert response.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("slug", ["about-you", "usual-running", "lately", "how-it-began", "how-long", "your-name"])
def test_a_script_in_any_field_comes_back_as_text(slug):
    draft = answering(upto=slug)
    page = draft.client.get(f"/check/{slug}/")
    typed = dict.fromkeys(page.context["form"].fields, SCRIPT) | {"change": SCRIPT}
    answer = draft.client.post(f"/check/{slug}/", typed, follow=True).content.decode()

    assert "<script>alert" not in answer
    assert "<img src=x" not in answer


@pytest.mark.parametrize("address", [f"/{SCRIPT}", f"/check/?x={SCRIPT}", f"/my/link/?done={SCRIPT}", f"/?{SCRIPT}"])
def test_a_script_in_an_address_comes_back_as_text(address):
    answer = sent().client.get(address).content.decode()

    assert "<script>alert" not in answer
    assert "<img src=x" not in answer


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=90), st.sampled_from(["Sarah", "a@example.com"]))
@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_a_page(text, other):
    draft = answering(upto="about-you")
    found = [draft.client.post("/check/about-you/", {"age": text, "unit": text})]
    found += [draft.client.post("/my/link/email/", {"email": text, "warned": other})]
    found += [draft.client.post(f"/check/{quote(text)}/", {"name": text}), draft.client.get(f"/r/{quote(text)}/")]
    found += [draft.client.get("/my/link/", {"done": text, text: other})]

    assert [response.status_code for response in found if response.status_code >= 500] == []


@pytest.mark.parametrize("name", ["Sa\0rah", "\ufffe", "\u202eharas", "🏃🏽‍♀️" * 10, "ﷺ" * 80])
def test_an_odd_name_is_refused_or_carried_all_the_way(name):
    draft = answering(upto="your-name")
    taken = draft.client.post("/check/your-name/", {"name": name, "email": ""}).status_code == 302
    ends = [draft.client.post("/plan/finish/"), *(draft.client.get(a) for a in ("/plan/", "/plan/sheet.pdf"))]

    assert [end.status_code for end in ends] == ([302, 200, 200] if taken else [302, 302, 404])


@pytest.fixture
def watched(page):
    """A page, and what it tried: dialogs, refusals of the content policy, errors."""
    tried = []

    def opened(dialog):
        tried.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def heard(message):
        if "Content Security" in message.text:
            tried.append(message.text)

    page.on("dialog", opened)
    page.on("console", heard)
    page.on("pageerror", lambda error: tried.append(f"error {error}"))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', e => console.error('Content Security ' + e.blockedURI))"
    )
    return page, tried


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_script_as_a_name_runs_on_no_page(watched):
    page, tried = watched
    evil = sent("V01", SCRIPT[:80])
    page.goto(f"/r/{evil.token}/")
    for address in ("/plan/", "/my/link/", "/my/erase/", "/check/answers/", "/check/your-name/"):
        page.goto(address)

    assert tried == []
    assert evil.now().name == SCRIPT[:80]


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_script_typed_into_every_field_never_runs(watched):
    page, tried = watched
    for slug in ("about-you", "usual-running", "lately", "how-long", "your-name"):
        page.context.clear_cookies()
        page.goto(f"/r/{answering(upto=slug).token}/")
        for box in page.locator("main input[type=text], main input:not([type])").all():
            box.fill(SCRIPT)
        page.click("button:has-text('Continue')")
        page.wait_for_selector(".error-summary")

    assert tried == []


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_watch_notices_a_dialog(watched):
    page, tried = watched
    page.goto("/")
    page.evaluate("alert('ran')")

    assert tried == ["dialog ran"]


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_content_policy_stops_a_script_that_got_in(watched):
    page, tried = watched
    page.goto("/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')")
    page.wait_for_event("console", lambda message: "Content Security" in message.text)

    assert tried
    assert not [one for one in tried if one.startswith("dialog")]
