"""The words keep the clinic's promises: no diagnosis, no fear, no claim, and what every page must say."""

import re
import tomllib
from pathlib import Path

import pytest
from django.test import Client

from programs.library import load_library
from screening.models import DRAFT_KEPT, LINK_LIVES
from tests.page import Page
from tests.wording import passages, runner_texts

TEXTS = [(text.place, " ".join(text.words.split())) for text in runner_texts()]
ROOT = Path(__file__).parents[1]
NEVER = [
    r"weak glutes?", r"\btreat(s|ed|ing|ment)?\b", r"\bcures?\b", r"\bprevents?\b", r"safe for you", r"AI assessment",
    r"you have ITBS", r"\bdamaged?\b", r"\bcollapses?\b", r"\bfaulty\b", r"\bguarantee",
    r"your TFL is shortened", r"\bfix(es|ed)? your\b",
]  # fmt: skip
STATIC = ["/", "/the-idea/", "/privacy/", "/help/", "/contact/", "/check/"]


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker):
    """The pages of words."""
    with django_db_blocker.unblock():
        return {path: Page(Client().get(path)) for path in STATIC}


@pytest.mark.parametrize("pattern", NEVER)
def test_a_word_of_fear_or_promise_is_never_used(pattern):
    assert [(place, words) for place, words in TEXTS if re.search(pattern, words, re.IGNORECASE)] == []


def test_the_word_diagnosis_stands_only_where_it_is_denied():
    said = [
        sentence for _place, words in TEXTS for sentence in re.split(r"(?<=[.?!]) ", words) if "diagnos" in sentence
    ]

    assert said
    assert [sentence for sentence in said if not re.search(r"\b(not|no|never)\b", sentence)] == []


def test_sentences_are_short():
    long = [
        (len(passage.split()), place, passage)
        for place, words in TEXTS
        if not place.startswith("screening/content/red_flags.toml")
        for passage in passages(words)
        if len(passage.split()) > 30
    ]

    assert long == []


@pytest.mark.parametrize("path", STATIC)
def test_every_page_of_words_has_one_heading_the_clinic_and_the_number_for_an_emergency(pages, path):
    page = pages[path]

    assert len(page.all("h1")) == 1
    assert "(973) 689-7123" in page.text
    assert "911" in page.text


@pytest.mark.parametrize("path", STATIC)
def test_every_page_of_words_leads_to_the_others(pages, path):
    assert {"/the-idea/", "/privacy/", "/help/", "/contact/"} <= set(pages[path].links)


@pytest.mark.parametrize("path", STATIC)
def test_every_link_of_a_page_of_words_leads_somewhere(pages, path, db):
    inner = {link for link in pages[path].links if link.startswith("/")}

    assert {link: status for link in inner if (status := Client().get(link).status_code) not in (200, 302)} == {}


@pytest.mark.parametrize("path", STATIC)
def test_every_link_within_a_page_has_its_end(pages, path):
    ends = {element.attrs.get("id") for element in pages[path].elements}

    assert {link[1:] for link in pages[path].links if link.startswith("#")} <= ends


def test_the_idea_is_told_with_its_evidence_and_its_limits(pages):
    words = pages["/the-idea/"].main

    assert len(pages["/the-idea/"].all("cite")) >= 8
    for said in ("24 women", "10 percent", "not a proven law"):
        assert said in words


def test_the_privacy_page_says_what_is_kept_and_for_how_long(pages):
    words = pages["/privacy/"].main

    assert f"{DRAFT_KEPT.days} days" in words
    assert f"{LINK_LIVES.days} days" in words
    assert re.search(r"\b(erase|delete)\b", words)
    assert re.search(r"\bdownload\b", words, re.IGNORECASE)


@pytest.mark.parametrize("path", ["/contact/", "/"])
def test_it_is_said_plainly_that_nobody_watches_at_night(pages, path):
    assert "Nobody watches the inbox at night or on weekends." in pages[path].text


def test_the_demo_says_that_it_is_one(pages):
    assert "This is a demo. Please do not enter real health details." in pages["/"].text


def test_the_front_page_leads_to_the_start(pages):
    assert "/check/" in pages["/"].links


def test_all_words_of_the_plan_and_its_sheets_are_of_one_version():
    files = sorted((ROOT / "programs" / "content").glob("*.toml"))
    versions = {tomllib.loads(file.read_text(encoding="utf-8"))["version"] for file in files}

    assert len(files) >= 8
    assert versions == {load_library().version}
