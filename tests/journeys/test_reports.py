"""What waits, the month and the export in a browser: nothing is in anyone's way, in any look."""

import pytest
from django.utils import timezone

from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.journeys import backstage
from tests.journeys.barriers import holds_in_every_look
from tests.staff import MANAGER, cookies_of, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(page, context, base_url, transactional_db):
    """Morgan's desk; Grace's plan is held, and Sarah was reviewed."""
    context.add_cookies(cookies_of(sign_in(MANAGER), base_url))
    backstage.sent(VIGNETTES["V14"]["case"], name="Grace Okafor")
    sarah = backstage.sent(VIGNETTES["V01"]["case"], name="Sarah Miller")[0]
    Screening.objects.filter(pk=sarah.pk).update(state="done", reviewed_at=timezone.now())
    return page


@pytest.mark.parametrize("room", ["waiting", "month", "export"])
def test_a_page_for_the_end_of_the_day_is_in_nobody_s_way(desk, room):
    desk.goto(f"/staff/{room}/")
    for summary in desk.locator("main summary").all():
        summary.press("Enter")

    holds_in_every_look(desk)
