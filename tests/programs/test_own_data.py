"""The runner can take all their data away, at every step, and no secret with it."""

import json

import pytest

from screening.models import PrivateLink
from tests.conftest import VIGNETTES
from tests.drafts import device, draft, sent
from tests.programs.staff_decided import KIND, decided, plan_of

SARAH = VIGNETTES["V01"]["case"]


@pytest.fixture
def mine(db):
    """Sarah's check, her secret and her download."""
    screening, token = sent(SARAH, name="Sarah Miller", email="sarah@example.com")
    return screening, token, device(token).get("/my/data.json")


def test_the_download_is_a_file_named_by_the_code(mine):
    screening, _token, response = mine

    assert response["Content-Disposition"] == f'attachment; filename="{screening.code}.json"'
    assert response["Content-Type"] == "application/json"


def test_all_that_is_stored_is_in_it(mine):
    screening, _token, response = mine
    data = response.json()

    assert (data["name"], data["email"]) == ("Sarah Miller", "sarah@example.com")
    assert data["answers"] == screening.answers
    assert data["result"]["pattern"] == "hip_control"
    assert data["plans"][0]["plan"]["rule"] == "PL-03"
    assert data["agreed"]["version"] == screening.consent_version


def test_every_column_of_a_check_has_its_place_in_it(mine):
    screening, _token, response = mine
    told = json.dumps(response.json())
    inner = {"id", "repeat_of_id", "level", "pattern", "suspected", "digest", "search_text"}
    inner |= {"created_at", "saved_at", "consented_at"}
    stored = {f.attname for f in screening._meta.concrete_fields} - inner

    for name in stored:
        value = getattr(screening, name)
        assert not isinstance(value, str) or value in told, name


def test_the_answers_stand_in_words_too(mine):
    assert {"question": "Main spot", "answer": "Outside of the knee"} in mine[2].json()["answers_in_words"]


def test_no_secret_and_no_hash_is_in_it(mine):
    _screening, token, response = mine
    words = response.content.decode()

    assert token not in words
    assert PrivateLink.objects.get().token_hash not in words


def test_letters_of_the_world_stay_readable(db):
    _screening, token = sent(SARAH, name="Łukasz")

    assert "Łukasz" in device(token).get("/my/data.json").content.decode()


def test_a_draft_can_be_taken_away_too(db):
    _screening, token = draft(SARAH, name="Sarah Miller")
    data = device(token).get("/my/data.json").json()

    assert (data["name"], data["sent"], data["result"], data["plans"]) == ("Sarah Miller", None, None, [])


def test_one_runner_s_data_holds_nothing_of_another(mine):
    _other, token = sent(SARAH, name="Ana Diaz")

    assert "Sarah" not in device(token).get("/my/data.json").content.decode()


def test_what_staff_decided_is_in_it_without_the_clinic_s_own_reasons(mine):
    screening, token, _response = mine
    decided(screening, KIND.CLAIMED)
    decided(screening, KIND.REFERRED, note="Please come in.", reason="INTERNAL", state="referred")
    device(token).get("/plan/")
    response = device(token).get("/my/data.json")
    (decision,) = response.json()["decisions_of_the_clinic"]

    assert (decision["what"], decision["by"]) == ("referred", "Kim Sato")
    assert decision["note_to_you"] == "Please come in."
    assert decision["note_first_seen"]
    assert "INTERNAL" not in response.content.decode()
    assert "reasons that staff wrote" in response.json()["not_in_this_file"][0]


def test_of_a_decision_s_details_only_what_is_about_the_runner_is_in_it(mine):
    screening, token, _response = mine
    decided(screening, KIND.REFERRED, detail={"soon": "today", "to_self": "INTERNAL"}, state="referred")
    (decision,) = device(token).get("/my/data.json").json()["decisions_of_the_clinic"]

    assert decision["details"] == {"soon": "today"}


def test_who_made_a_plan_is_in_it(mine):
    screening, token, _response = mine
    decided(screening, KIND.CHANGED, plan=plan_of(screening))
    plans = device(token).get("/my/data.json").json()["plans"]

    assert [(plan["version"], plan["by"]) for plan in plans] == [(2, "Kim Sato"), (1, "")]
