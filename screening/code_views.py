"""The short code from a printed sheet, typed by hand: it opens what the square picture beside it opens."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from screening import throttle
from screening.gate import Pass
from screening.link_views import opened
from screening.paper_link import CODE_LENGTH, pass_of_code, tidy
from screening.views import problems_of

# The name of a check, ITB-7F3K-Q2, stands on every sheet too; it is shorter, and opens nothing.
NAME_OF_A_CHECK = tidy("ITB")


class TypedCodeForm(forms.Form):
    """One field, as people copy from paper: any case, with or without the dash, a letter O for a 0."""

    code = forms.CharField(required=False, max_length=100, label=gettext_lazy("The code on your sheet"))

    def clean_code(self) -> str:
        """Needed; and not the other code on the sheet, which only names the check."""
        code = str(self.cleaned_data["code"])
        if not tidy(code):
            raise ValidationError(_("Type the code that stands under the square picture."))
        if tidy(code).startswith(NAME_OF_A_CHECK) and len(tidy(code)) < CODE_LENGTH:
            raise ValidationError(_("That code only names your check. Type the one under the square picture."))
        return code


@require_http_methods(["GET", "HEAD", "POST"])
def typed_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code of a sheet, and open what it opens.

    Whatever does not open gives the same answer, and each wrong code counts as a guess at a link (T1).
    """
    form = TypedCodeForm(request.POST) if request.method == "POST" else TypedCodeForm()
    if form.is_bound and form.is_valid():
        if found := found_by(request, form.cleaned_data["code"]):
            return opened(request, found.token, found.link)
        message = _("This code does not open a plan. Check each letter, or print a new sheet.")
        form.add_error("code", message)
    stopped = not form.is_bound and request.GET.get("done") == "stopped"
    return render(request, "screening/code.html", {"form": form, "problems": problems_of(form), "stopped": stopped})


def found_by(request: HttpRequest, code: str) -> Pass | None:
    """What the code opens. A sender who has guessed too often is told to wait, even with a code that works."""
    sender = throttle.sender_of(request)
    if throttle.would_refuse(throttle.LINK_GUESS, sender):
        raise throttle.TooMany(throttle.LINK_GUESS.every)
    found = pass_of_code(code)
    if found is None:
        throttle.take(throttle.LINK_GUESS, sender)
    return found
