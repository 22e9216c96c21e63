"""T22: no header a stranger sends decides where a link leads."""

import pytest
from django.core import mail
from django.test import Client

from tests.security.people import sent

pytestmark = pytest.mark.django_db
FORGED = [
    "evil.example",
    "127.0.0.1.evil.example",
    "evil.example:80",
    "testserver@evil.example",
    "a b",
    "[::1",
    "",
    "\n",
]


@pytest.mark.parametrize("host", FORGED)
def test_a_forged_host_is_refused(host):
    response = Client().get("/", headers={"host": host})

    assert response.status_code == 400
    assert "evil.example" not in response.content.decode()


@pytest.mark.parametrize("name", ["x-forwarded-host", "x-host", "forwarded", "x-original-url", "x-rewrite-url"])
def test_a_forwarded_host_is_not_believed(name):
    page = sent().client.get("/my/link/", headers={name: "evil.example"})

    assert page.status_code == 200
    assert "evil.example" not in page.content.decode()


def test_the_mailed_link_is_built_from_the_settings(settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://check.example", ["other.example"]
    sarah = sent()
    posted = {"email": "sarah@example.com", "warned": "on"}
    response = sarah.client.post("/my/link/email/", posted, headers={"host": "other.example"})

    assert response.status_code == 302
    assert f"https://check.example/r/{sarah.token}/" in mail.outbox[0].body
    assert "other.example" not in mail.outbox[0].body


def test_the_link_on_the_page_is_built_from_the_settings(settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://check.example", ["other.example"]
    sarah = sent()
    page = sarah.client.get("/my/link/", headers={"host": "other.example"}).content.decode()

    assert f"https://check.example/r/{sarah.token}/" in page
    assert "other.example" not in page


def test_no_redirect_leaves_the_site():
    sarah = sent()
    found = [sarah.client.get(f"/r/{sarah.token}/"), sarah.client.get("/check/resume/"), sarah.client.get("/plan")]

    assert [response.headers["Location"] for response in found] == ["/check/resume/", "/plan/", "/plan/"]


@pytest.mark.parametrize(
    "address", ["//evil.example/", "/\\evil.example/", "/check//evil.example", "/%2F%2Fevil.example"]
)
def test_a_crooked_address_redirects_to_no_other_site(address):
    response = Client().get(address)
    location = response.headers.get("Location", "/")

    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))


def test_an_address_to_mail_to_can_not_add_a_header():
    sarah = sent()
    posted = {"email": "sarah@example.com\nBcc: all@example.com", "warned": "on"}

    assert sarah.client.post("/my/link/email/", posted).status_code == 200
    assert mail.outbox == []
