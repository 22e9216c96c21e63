"""The people page: who works at the clinic, and what a manager does about their sign-ins."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.mail import send_mail
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from clinic.accounts import people
from clinic.accounts.gate import staff_page
from clinic.accounts.people_forms import DetailsForm, NewMemberForm, ReasonForm
from clinic.accounts.proof import FACTORS
from clinic.models import StaffMember
from clinic.roles import May

MOST_MEMBERS = 500


@staff_page(May.PEOPLE, fresh=True)
@require_http_methods(["GET", "HEAD", "POST"])
def people_list(request: HttpRequest) -> HttpResponse:
    """Every member; sent, the form adds one."""
    form = NewMemberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = people.add_member(_manager(request), **form.cleaned_data)
        return _hand_over(request, user, people.link_for(user))
    factor = Authenticator.objects.filter(user=OuterRef("user"), type__in=FACTORS)
    members = StaffMember.objects.select_related("user").annotate(has_factor=Exists(factor))
    members = members.order_by("-user__is_active", "user__last_name", "user__first_name")[:MOST_MEMBERS]
    return render(request, "clinic/accounts/people.html", {"room": "people", "members": members, "form": form})


@staff_page(May.PEOPLE, fresh=True)
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One member; sent, the form changes name, mail and role."""
    member = _member(pk)
    form = DetailsForm(request.POST or None, user=member.user, initial=_details(member))
    if request.method == "POST" and form.is_valid():
        try:
            people.describe(_manager(request), member.user, **form.cleaned_data)
        except people.LastManager:
            form.add_error("role", gettext("The clinic needs a manager: make somebody else one first."))
        else:
            messages.success(request, gettext("Saved."))
            return redirect("clinic:person", pk=pk)
    return _page_of(request, member, form=form)


@staff_page(May.PEOPLE, fresh=True)
@require_POST
def switch_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Switch a member off, or on again."""
    member = _member(pk)
    try:
        people.switch(_manager(request), member.user, on=request.POST.get("on") == "yes")
    except people.LastManager:
        messages.error(request, gettext("The clinic needs a manager: make somebody else one first."))
    return redirect("clinic:person", pk=pk)


@staff_page(May.PEOPLE, fresh=True)
@require_POST
def link_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a new one-time link."""
    user = _member(pk).user
    return _hand_over(request, user, people.new_link(_manager(request), user))


@staff_page(May.PEOPLE, fresh=True)
@require_POST
def end_person_sessions(request: HttpRequest, pk: int) -> HttpResponse:
    """End all their sessions."""
    ended = people.end_sessions(_manager(request), _member(pk).user)
    messages.success(request, gettext("Sessions ended: {count}.").format(count=ended))
    return redirect("clinic:person", pk=pk)


@staff_page(May.PEOPLE, fresh=True)
@require_POST
def reset_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Reset a lost second factor, with a reason; never one's own, for that is what somebody else must see."""
    member = _member(pk)
    form = ReasonForm(request.POST)
    if member.user_id == request.user.pk:
        raise Http404
    if not form.is_valid():
        return _page_of(request, member, reason_form=form)
    people.reset_factors(_manager(request), member.user, reason=form.cleaned_data["reason"])
    messages.success(request, gettext("Reset. They set up a new second step when they sign in next."))
    return redirect("clinic:person", pk=pk)


def _manager(request: HttpRequest) -> User:
    return get_object_or_404(User, username=request.user.get_username())


def _member(pk: int) -> StaffMember:
    return get_object_or_404(StaffMember.objects.select_related("user"), user_id=pk)


def _details(member: StaffMember) -> dict[str, str]:
    user = member.user
    return {"first_name": user.first_name, "last_name": user.last_name, "email": user.email, "role": member.role}


def _page_of(request: HttpRequest, member: StaffMember, **forms: Any) -> HttpResponse:
    factors = Authenticator.objects.filter(user=member.user, type__in=FACTORS)
    context = {
        "room": "people",
        "member": member,
        "is_me": member.user_id == request.user.pk,
        "factors": [gettext("App") if one.type == Authenticator.Type.TOTP else gettext("Passkey") for one in factors],
        "form": DetailsForm(user=member.user, initial=_details(member)),
        "reason_form": ReasonForm(),
    }
    return render(request, "clinic/accounts/person.html", context | forms)


def _hand_over(request: HttpRequest, user: User, link: str) -> HttpResponse:
    """Show the one-time link this once, and mail it where there is an address."""
    mailed = bool(user.email) and _mailed(user, link)
    context = {"room": "people", "person": user, "link": link, "mailed": mailed}
    return render(request, "clinic/accounts/hand_over.html", context)


def _mailed(user: User, link: str) -> bool:
    """Send the link; False where the mail server did not take it."""
    words = render_to_string("clinic/accounts/invitation.txt", {"person": user, "link": link})
    subject = gettext("Your sign-in at the clinic")
    try:
        return bool(send_mail(subject, words, None, [user.email]))
    except OSError:
        return False
