"""What belongs to the runner: the private link, and the right to erase."""

import logging

from django import forms
from django.conf import settings
from django.core.mail import EmailMessage
from django.core.validators import EmailValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from screening import actions, throttle
from screening.gate import Pass, link_of, pass_of, passes_of, require_own_pass, require_pass
from screening.models import PrivateLink
from screening.paper_link import secret_of, standing, stop_paper_link
from screening.private_link import TOKEN_LENGTH, forget, remember
from screening.views import problems_of

logger = logging.getLogger("itbcare.link")


@require_safe
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Take the secret out of the address at once: into the device's cookie, then on to a clean address.

    Every failure is the same 404, and guessing is throttled; nothing is written by opening (mail scanners open too).
    """
    sender = throttle.sender_of(request)
    if throttle.would_refuse(throttle.LINK_GUESS, sender):
        raise throttle.TooMany(throttle.LINK_GUESS.every)
    link = link_of(token) if len(token) == TOKEN_LENGTH else None
    if link is None:
        throttle.take(throttle.LINK_GUESS, sender)
        return render(request, "screening/dead_link.html", status=404)
    return opened(request, token, link)


def opened(request: HttpRequest, token: str, link: PrivateLink) -> HttpResponse:
    """Take the runner to what the link opens; a check under way on this device stays the current one till they say.

    A sheet's secret never stands beside the runner's own for the same check: it would open less, and push one out.
    """
    passes = passes_of(request)
    current = next(iter(passes), None)
    busy = current is not None and current.screening.is_draft and current.link.screening_id != link.screening_id
    response = redirect("screening:my_checks" if busy else "screening:resume")
    held = next((found for found in passes if found.link.screening_id == link.screening_id), None)
    if held and link.is_on_paper:
        token = held.token
    remember(
        request,
        response,
        token,
        instead_of=held.token if held and held.is_on_paper else "",
        behind=current.token if busy and current else "",
    )
    return response


class EmailLinkForm(forms.Form):
    """Where to send the link, and the box that says the warning was read."""

    email = forms.CharField(
        required=False,
        max_length=254,
        validators=[EmailValidator(gettext_lazy("Type an e-mail address such as name@example.com."))],
    )
    warned = forms.BooleanField(required=False)

    def clean_email(self) -> str:
        """Needed."""
        email = str(self.cleaned_data["email"])
        if not email:
            raise forms.ValidationError(_("Type the e-mail address to send the link to."))
        return email

    def clean_warned(self) -> bool:
        """Needed: e-mail is not private."""
        if not self.cleaned_data["warned"]:
            raise forms.ValidationError(_("Tick the box to say that you still want the link by e-mail."))
        return True


def address_of(found: Pass) -> str:
    """The private link as an address to copy."""
    return f"{settings.SITE_URL}{reverse('screening:open_link', args=[found.token])}"


@require_safe
def my_link(request: HttpRequest) -> HttpResponse:
    """The private link to copy, send, renew or stop; the data to download or erase.

    A device that came in by a printed sheet sees none of that; it may stop the codes on sheets, and is out with them.
    """
    found = require_pass(request)
    if found.is_on_paper:
        erased_another = request.GET.get("done") == "erased"
        context = {"screening": found.screening, "erased_another": erased_another}
        return render(request, "screening/my_link_on_paper.html", context)
    return show_link(request, found, EmailLinkForm(initial={"email": found.screening.email}))


def show_link(request: HttpRequest, found: Pass, form: EmailLinkForm) -> HttpResponse:
    """Draw the link page; `done` in the address says what was just done."""
    done = request.GET.get("done", "")
    paper = standing(found.screening)
    secret = secret_of(paper) if paper else None
    context = {
        "screening": found.screening,
        "link": found.link,
        "paper": paper,
        "paper_code": secret.code if secret else "",
        "address": address_of(found),
        "form": form,
        "problems": problems_of(form),
        "done": done if done in ("sent", "renewed", "replaced", "paper_stopped", "erased") else "",
    }
    return render(request, "screening/my_link.html", context)


def back_to_link(found: Pass, done: str) -> HttpResponse:
    """To the link page of the same self-check, saying what was done."""
    return redirect(f"{reverse('screening:my_link')}?{urlencode({'check': found.screening.code, 'done': done})}")


@require_POST
def email_link(request: HttpRequest) -> HttpResponse:
    """Send the link, and nothing else, to the address the runner typed."""
    found = require_own_pass(request)
    form = EmailLinkForm(request.POST)
    if not form.is_valid():
        return show_link(request, found, form)
    throttle.take(throttle.EMAIL_TO, throttle.sender_of(request))
    throttle.take(throttle.EMAIL_TO, throttle.keyed_hash(form.cleaned_data["email"].lower()))
    body = _(
        "Here is the link you asked for:\n\n%(link)s\n\n"
        "Keep it to yourself. You can stop it at any time on the page it opens."
    )
    to = [form.cleaned_data["email"]]
    message = EmailMessage(_("Your private link"), body % {"link": address_of(found)}, to=to)
    try:
        message.send()
    except OSError:
        logger.exception("e-mail not sent")
        form.add_error("email", _("We could not send it just now. Copy the link above instead, or try again later."))
        return show_link(request, found, form)
    return back_to_link(found, "sent")


@require_POST
def renew_link(request: HttpRequest) -> HttpResponse:
    """Ninety more days from today."""
    found = require_own_pass(request)
    actions.renew_link(found.link)
    response = back_to_link(found, "renewed")
    remember(request, response, found.token)
    return response


@require_POST
def replace_link(request: HttpRequest) -> HttpResponse:
    """Make every link handed out so far stop working; this device gets a new one."""
    found = require_own_pass(request)
    token = actions.replace_link(found.link)
    response = back_to_link(found, "replaced")
    remember(request, response, token, instead_of=found.token)
    return response


@require_POST
def stop_paper(request: HttpRequest) -> HttpResponse:
    """Make the codes on printed sheets stop working. A device that came in by one is out with them."""
    found = require_pass(request)
    stop_paper_link(found.screening)
    if not found.is_on_paper:
        return back_to_link(found, "paper_stopped")
    response = redirect(f"{reverse('screening:typed_code')}?{urlencode({'done': 'stopped'})}")
    forget(request, response, found.token)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Ask once, then delete, as long as no clinician has opened it."""
    found = pass_of(request)
    if found is None and request.method == "POST":
        return redirect("screening:erased")
    found = require_own_pass(request)
    if request.method == "POST" and actions.erase(found.screening):
        response = redirect("screening:erased")
        forget(request, response, found.token)
        return response
    found.screening.refresh_from_db()
    return render(request, "screening/erase.html", {"screening": found.screening})


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """It is gone; for whoever still has a check here, this page would be false."""
    if pass_of(request):
        return redirect(f"{reverse('screening:my_link')}?done=erased")
    return render(request, "screening/erased.html")
