"""A runner who left an address gets a link by mail: no name, no word about health, and a decision never fails by it."""

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from programs.models import Decision
from programs.telling import tell
from screening.models import PrivateLink
from tests.conftest import VIGNETTES
from tests.drafts import sent
from tests.programs.staff_decided import KIND, decided, plan_of

pytestmark = pytest.mark.django_db
NOTE = "Leave out the wall sit."


@pytest.fixture
def sarah():
    return sent(VIGNETTES["V01"]["case"], name="Sarah Miller", email="sarah@example.com")[0]


@pytest.fixture
def told(django_capture_on_commit_callbacks):
    """Decide, and let what waits for the commit happen."""

    def now(screening, kind=KIND.NOTED, **given):
        with django_capture_on_commit_callbacks(execute=True):
            decided(screening, kind, **given)
        return mail.outbox

    return now


def test_a_note_is_told_to_the_address_that_was_left(sarah, told):
    (message,) = told(sarah, note=NOTE)

    assert message.to == ["sarah@example.com"]
    assert message.subject == "News from your clinic"


def test_the_link_of_the_mail_shows_the_note(sarah, told, client):
    (message,) = told(sarah, note=NOTE)
    link = next(word for word in message.body.split() if word.startswith("http"))
    page = client.get(link[link.index("/", 8) :], follow=True)

    assert NOTE in page.content.decode()


def test_the_mail_holds_no_name_no_code_and_no_word_of_the_note(sarah, told):
    (message,) = told(sarah, note=NOTE, reason="INTERNAL")
    whole = f"{message.subject} {message.body}"

    for secret in ("Sarah", sarah.code, NOTE, "INTERNAL", "knee", "plan", "pain"):
        assert secret not in whole


@pytest.mark.parametrize("kind", [KIND.REFERRED, KIND.RELEASED])
def test_a_referral_and_a_release_are_told_without_a_note(sarah, told, kind):
    assert len(told(sarah, kind)) == 1


def test_a_new_plan_is_told(sarah, told):
    assert len(told(sarah, KIND.CHANGED, plan=plan_of(sarah))) == 1


@pytest.mark.parametrize("kind", [KIND.CLAIMED, KIND.ACCEPTED, KIND.RERATED, KIND.CALLED])
def test_what_changes_nothing_for_the_runner_is_not_told(sarah, told, kind):
    assert told(sarah, kind) == []


def test_who_left_no_address_gets_no_mail_and_no_link(told):
    ana = sent(VIGNETTES["V02"]["case"])[0]
    links = PrivateLink.objects.count()

    assert told(ana, note=NOTE) == []
    assert PrivateLink.objects.count() == links


def test_a_flood_of_notes_is_no_flood_of_mail(sarah, told):
    for _ in range(6):
        told(sarah, note=NOTE)

    assert len(mail.outbox) == 3


def test_a_mail_that_fails_takes_its_link_back_and_leaves_the_decision(sarah, told, monkeypatch, caplog):
    def fail(*_args):
        raise ConnectionRefusedError("sarah@example.com refused")

    monkeypatch.setattr(EmailBackend, "send_messages", fail)
    links = PrivateLink.objects.count()
    told(sarah, note=NOTE)

    assert Decision.objects.filter(note=NOTE).exists()
    assert PrivateLink.objects.count() == links
    assert "runner not told" in caplog.text
    assert "sarah@example.com" not in caplog.text


def test_an_address_that_no_mail_may_have_breaks_nothing(sarah):
    type(sarah).objects.filter(pk=sarah.pk).update(email="sarah@example.com\nBcc: all@example.com")

    assert tell(sarah.pk) is False


def test_an_erased_check_is_told_nothing():
    assert tell(987_654) is False


def test_the_link_is_the_runner_s_own(sarah, told):
    told(sarah, note=NOTE)

    assert not PrivateLink.objects.latest("pk").is_on_paper
