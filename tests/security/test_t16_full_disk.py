"""T16: the disk is full: the page says so and keeps what was typed, and nothing is saved by halves."""

import pytest
from django.db import OperationalError, connection

from audit.models import AuditEvent
from programs.deciding import decide
from programs.models import Decision, IssuedPlan
from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.drafts import sent
from tests.security.people import answering
from tests.security.test_t14_nothing_typed_is_lost import form_of
from tests.staff import CLINICIAN, member, sign_in

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite can be told that its disk is full"),
]
PLENTY = 4_294_967_294


def limit(pages):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA max_page_count={pages}")


@pytest.fixture
def full(disk):
    """Call it: from then on the database can not grow by a page. At the end there is room again."""

    def now():
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA page_count")
            pages = cursor.fetchone()[0]
        limit(pages)

    yield now
    limit(PLENTY)


def test_a_decision_on_a_full_disk_leaves_nothing_behind(full):
    check, kim = sent(VIGNETTES["V01"]["case"], name="Sarah Miller")[0], member(CLINICIAN)
    plan, trail = IssuedPlan.objects.get(screening=check).read(), AuditEvent.objects.count()
    full()
    with pytest.raises(OperationalError, match="full"):
        decide(check.pk, Decision.Kind.CHANGED, by=kim, version=0, reason="x" * 100_000, plan=plan, state="done")
    limit(PLENTY)

    assert Screening.objects.get(pk=check.pk).state == "waiting"
    assert (Decision.objects.count(), IssuedPlan.objects.count(), AuditEvent.objects.count()) == (0, 1, trail)


def test_a_runner_who_sends_on_a_full_disk_is_told_to_wait_and_loses_nothing(full):
    sarah = answering("V01", "Sarah Miller")
    full()
    refused = sarah.client.post("/plan/finish/")
    limit(PLENTY)

    assert refused.status_code == 503
    assert int(refused.headers["Retry-After"]) > 0
    assert sarah.now().is_draft
    assert not IssuedPlan.objects.exists()
    form = form_of(refused)
    assert sarah.client.post(form.action, form.fields).headers["Location"] == "/plan/"


def test_staff_who_write_on_a_full_disk_keep_what_they_wrote(full):
    check = sent(VIGNETTES["V01"]["case"], name="Sarah Miller")[0]
    client = sign_in(CLINICIAN)
    words = "Come by on Monday. " * 30
    full()
    answers = (client.post(f"/staff/check/{check.code}/note/", {"version": n, "note": words}) for n in range(200))
    refused = next(answer for answer in answers if answer.status_code != 302)
    limit(PLENTY)

    assert refused.status_code == 503
    assert form_of(refused).fields["note"] == words


def test_a_disk_that_is_nearly_full_takes_the_site_out_of_service(client, monkeypatch):
    monkeypatch.setattr("itbcare.health.SMALLEST_FREE_DISK", 2**62)

    assert client.get("/readyz").status_code == 503
