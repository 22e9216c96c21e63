"""What tests of decisions share: addresses, forms as a browser would send them, the plan that stands."""

from django.urls import reverse

from programs.models import Decision, IssuedPlan
from tests.cases import VIGNETTES
from tests.page import Page


def case(name):
    """The case of a vignette."""
    return next(each["case"] for each in VIGNETTES if each["name"].startswith(name))


def address(name, screening):
    """Where this is done for a check."""
    return reverse(f"clinic:{name}", args=[screening.code])


def newest(screening):
    """The version of the plan that stands."""
    return IssuedPlan.objects.filter(screening=screening).first()


def version_of(screening):
    """The check's version now."""
    screening.refresh_from_db()
    return screening.version


def issued_on(screening, day):
    """Have the plan that stands issued on this day."""
    issued = newest(screening)
    IssuedPlan.objects.filter(pk=issued.pk).update(snapshot=issued.snapshot | {"issued_on": day.isoformat()})


def rerated(screening, **legs):
    """Kim rates legs: hip and knee alike, 0 to 2, and nothing else out of the ordinary."""
    calm = {"reps": 5, "trunk_lean": 0, "balance": 0, "pain": 0}
    seen = {leg: {"hip_drop": sign, "knee_cave": sign} | calm for leg, sign in legs.items()}
    return Decision.objects.create(screening=screening, kind="rerated", by_name="Kim Sato", detail=seen)


def fields_of(page, form_id):
    """What a browser would send of a form, but for its buttons."""
    found = {}
    for element in page.all("input") + page.all("textarea"):
        if not element.inside(id=form_id) or "name" not in element.attrs:
            continue
        kind = element.attrs.get("type", "")
        if kind in ("checkbox", "radio") and "checked" not in element.attrs:
            continue
        value = element.text if element.tag == "textarea" else element.attrs.get("value", "")
        found.setdefault(element.attrs["name"], []).append(value)
    for select in (each for each in page.all("select") if each.inside(id=form_id)):
        options = [each for each in page.all("option") if select in each.around]
        chosen = [each for each in options if "selected" in each.attrs] or options[:1]
        found[select.attrs["name"]] = [each.attrs["value"] for each in chosen]
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def plan_form(client, screening):
    """The form of the plan's page as it opens."""
    return fields_of(Page(client.get(address("plan", screening))), "plan")


def press(client, screening, button, *, page=None, **typed):
    """Press a button of the plan's page, after typing; `page` is the answer to start from."""
    form = fields_of(Page(page), "plan") if page else plan_form(client, screening)
    return client.post(address("plan", screening), form | typed | {"do": button})
