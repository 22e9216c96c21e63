"""Every word that a runner reads is marked for translation: shown by a language in which each such text is wrapped.

What stays outside the marks: numbers, dates, units, names, codes, the clinic's own details and what the runner typed.
"""

import re

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import translation
from django.utils.translation import trans_real

from itbcare.trouble import csrf_failure, later
from programs.printing.subjects import subject_of
from screening.questions import load_questions
from tests.clinic.front_desk import signed_in
from tests.conftest import VIGNETTES
from tests.drafts import device, draft, rendered, sent
from tests.page import Page

OPEN, CLOSE = "⟦", "⟧"
SARAH = VIGNETTES["V01"]["case"]
RESULTS = sorted(short for short, item in VIGNETTES.items() if item["expect"]["legs"])
STATIC = ["/", "/the-idea/", "/privacy/", "/help/", "/contact/", "/check/", "/my/erased/"]
TROUBLE = ["400", "403", "404", "413", "500"]
CLINIC = (*settings.CLINIC.values(), *settings.CLINIC["address"].split("|"))
ARTICLE = "Letizia R. Why Your IT Band Pain Isn’t Really About Your IT Band."
OWN = ["itbcare", "Dana Whitlock", "Sarah Miller", "sarah@example.com", ARTICLE, *CLINIC]
# Authors, journal and year of a source are names.
SOURCE = re.compile(r"(?:<li>|; )[^<;⟦]*(?:<cite>[^<]*</cite>(?:, \d{4})?|, \d{4})")
CODE = re.compile(r"ITB-[0-9A-Z]{4}-[0-9A-Z]{2}")
SAYS_NOTHING = re.compile(r"[\W\d_]*")
READ_OUT = re.compile(r'\s(?:alt|aria-label|title|placeholder|data-(?:copied|making|failed|stopped))="([^"]*)"')
MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\b")


def bare(text):
    """What of a text stands outside the marks and is a word."""
    while (inner := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = inner
    text = CODE.sub("", MONTH.sub("", text))
    for own in sorted(OWN, key=len, reverse=True):
        text = text.replace(own.strip(), "") if own.strip() else text
    return "" if SAYS_NOTHING.fullmatch(text) else " ".join(text.split())


def unmarked(page):
    """Every raw text of a page: what is read, and what is read out."""
    html = page.html
    for tag in ("script", "style"):
        html = re.sub(rf"<{tag}\b.*?</{tag}>", "", html, flags=re.DOTALL)
    html = SOURCE.sub("", html)
    attributes = READ_OUT.findall(html)
    # A mark may hold elements, so that what it wraps is taken out before the elements are.
    while (inner := re.sub(r"⟦[^⟦⟧]*⟧", "", html)) != html:
        html = inner
    nodes = [data for data, _around in Page(html).nodes]
    return sorted({found for text in (*nodes, *attributes) if (found := bare(text))})


def wrap(message):
    return f"{OPEN}{message}{CLOSE}" if str(message).strip() else message


@pytest.fixture(scope="module")
def pseudo(django_db_setup, django_db_blocker):
    """A language in which every translated text is wrapped, for as long as this module's pages are drawn."""
    real = trans_real.gettext, trans_real.pgettext, trans_real.ngettext
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), translation.override("en-us"):
        for module in (trans_real, translation._trans):
            patch.setattr(module, "gettext", lambda message: wrap(real[0](message)))
            patch.setattr(module, "pgettext", lambda context, message: wrap(real[1](context, message)))
            patch.setattr(module, "ngettext", lambda one, many, number: wrap(real[2](one, many, number)))
        yield


@pytest.fixture(scope="module")
def walk(pseudo):
    """Every page of the walk as it is drawn for Sarah, second looks too."""
    blind = SARAH["left"] | {"hip_drop": None, "knee_cave": None}
    screening, token = draft({**SARAH, "left": blind, "right": blind}, name="Sarah Miller", email="sarah@example.com")
    client = device(token)
    paths = [f"/check/{page.slug}/" for page in load_questions().pages] + ["/check/answers/", "/my/link/", "/my/erase/"]
    found = {path: Page(client.get(path)) for path in paths}
    found |= {f"{path} sent empty": Page(client.post(path)) for path in ("/check/about-you/", "/my/link/email/")}
    found["/check/your-health/ sent empty"] = Page(client.post("/check/your-health/"))
    screening.delete()
    return found


def test_a_raw_word_would_be_caught(pseudo):
    assert unmarked(Page("<p>⟦Marked <b>bold</b> text⟧ 25 ITB-7F3K-Q2</p><p>Raw word</p>")) == ["Raw word"]


def test_a_marked_word_is_wrapped(pseudo):
    assert "⟦Your result⟧" in rendered(SARAH).html


@pytest.mark.parametrize("slug", [page.slug for page in load_questions().pages])
def test_a_page_of_the_walk_is_marked(walk, slug):
    assert unmarked(walk[f"/check/{slug}/"]) == []


@pytest.mark.parametrize(
    "path",
    [
        "/check/answers/", "/my/link/", "/my/erase/",
        "/check/about-you/ sent empty", "/check/your-health/ sent empty", "/my/link/email/ sent empty",
    ],
)  # fmt: skip
def test_a_page_about_the_answers_is_marked(walk, path):
    assert unmarked(walk[path]) == []


@pytest.mark.parametrize("short", RESULTS)
def test_a_result_page_is_marked(pseudo, short):
    page = rendered(VIGNETTES[short]["case"], name="Sarah Miller", email="sarah@example.com")

    assert unmarked(page) == []


@pytest.mark.parametrize("flag", ["RF-01", "RF-04", "RF-09", "RF-14a"])
def test_a_care_page_is_marked(pseudo, db, runner, flag):
    runner.start()
    runner.answer({**SARAH, "flags": {flag: "yes", "RF-09": "yes"}})

    assert unmarked(Page(runner.client.get("/check/care/"))) == []


def test_a_page_that_was_sent_before_is_marked(pseudo, runner):
    runner.whole_walk(SARAH)

    assert unmarked(Page(runner.client.get("/check/about-you/"))) == []


@pytest.mark.parametrize("path", STATIC)
def test_a_page_of_words_is_marked(pseudo, db, path):
    assert unmarked(Page(Client().get(path))) == []


@pytest.mark.parametrize("number", TROUBLE)
def test_a_page_of_trouble_is_marked(pseudo, db, number):
    request = RequestFactory().get("/")

    assert unmarked(Page(render_to_string(f"{number}.html", request=request))) == []


@pytest.mark.parametrize("number", ["429", "503"])
def test_a_page_that_asks_to_wait_is_marked(pseudo, db, number):
    request = RequestFactory().post("/check/", {"understood": "on"})

    assert unmarked(Page(later(request, f"{number}.html", int(number), 10))) == []


def test_the_page_of_a_stale_form_is_marked(pseudo, db):
    assert unmarked(Page(csrf_failure(RequestFactory().post("/check/", {"understood": "on"})))) == []


@pytest.fixture
def sarah(pseudo, db):
    return device(sent(SARAH, name="Sarah Miller")[1])


@pytest.mark.parametrize("query", ["", "?what=plan&paper=a4", "?what=mirror&large=1"])
def test_the_options_for_printing_are_marked(sarah, query):
    assert unmarked(Page(sarah.get(f"/plan/print/{query}"))) == []


def test_the_preview_that_htmx_gets_is_marked(sarah):
    assert unmarked(Page(sarah.get("/plan/print/?what=run", headers={"HX-Request": "true"}))) == []


@pytest.mark.parametrize(
    "what", ["seen", "stage-1", "stage-2", "stage-3", "plan", "warm_up", "run", "upkeep", "mirror"]
)
def test_a_sheet_as_a_page_is_marked(sarah, what):
    assert unmarked(Page(sarah.get(f"/plan/sheet/?what={what}"))) == []


def test_the_page_for_a_printed_code_is_marked(pseudo, db):
    assert unmarked(Page(Client().get("/code/"))) == []
    assert unmarked(Page(Client().post("/code/", {"code": "nonsense"}))) == []


PACK = {"kinds": ["stage", "run"], "layout": "fit", "paper": "letter"}


@pytest.fixture
def staff(pseudo, db):
    return signed_in()


def test_the_page_for_packs_is_marked(staff):
    assert unmarked(Page(staff.get("/staff/pack/"))) == []


@pytest.mark.parametrize("typed", [{"checks": ""}, {"checks": "ITB-AAAA-AA"}, {"checks": "0" * 20_001}, {"kinds": []}])
def test_what_the_page_for_packs_refuses_is_marked(staff, typed):
    assert unmarked(Page(staff.post("/staff/pack/", PACK | {"checks": ""} | typed))) == []


def test_who_goes_without_is_marked(staff):
    held = sent(VIGNETTES["V14"]["case"], name="Sarah Miller")[0]

    assert unmarked(Page(staff.post("/staff/pack/", PACK | {"checks": held.code}))) == []


def test_the_cover_for_staff_is_marked(staff):
    code = sent(SARAH, name="Sarah Miller")[0].code

    assert unmarked(Page(staff.get("/staff/sheet/", {"check": code, "what": "cover"}))) == []


def test_the_summary_for_the_record_is_marked_but_for_rules_and_sources(staff):
    screening = sent(SARAH, name="Sarah Miller")[0]
    record = subject_of(screening, for_staff=True).record
    names = {name for rule in (*record.rules, *record.flags) for name in (rule.rule, rule.source)}
    found = unmarked(Page(staff.get("/staff/sheet/", {"check": screening.code, "what": "summary"})))

    assert set(found) - names - {leg.rule for leg in record.legs} == set()


def test_the_start_that_was_not_agreed_to_is_marked(pseudo, db):
    assert unmarked(Page(Client().post("/check/", {}))) == []
