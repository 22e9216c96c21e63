"""What a manager may type about a member of staff."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

from clinic.roles import ROLE_NAMES

LONGEST_NAME, LONGEST_REASON = 60, 200


class DetailsForm(forms.Form):
    """A member's name, mail and role."""

    use_required_attribute = False
    first_name = forms.CharField(label=_("First name"), max_length=LONGEST_NAME)
    last_name = forms.CharField(label=_("Last name"), max_length=LONGEST_NAME)
    email = forms.EmailField(
        label=_("Email"), required=False, help_text=_("Optional. For a lost password."), max_length=254
    )
    role = forms.ChoiceField(label=_("Role"), choices=[(role, _(name)) for role, name in ROLE_NAMES.items()])

    def __init__(self, *args: Any, user: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_email(self) -> str:
        """Lower case. Raises ValidationError where another member has it: a lost password would reach both."""
        email = str(self.cleaned_data["email"]).lower()
        others = User.objects.exclude(pk=self.user.pk) if self.user else User.objects.all()
        if email and others.filter(email__iexact=email).exists():
            raise forms.ValidationError(_("Another member has this email."))
        return email


class NewMemberForm(DetailsForm):
    """A new member: a name to sign in with as well."""

    field_order = ["username", "first_name", "last_name", "email", "role"]
    username = forms.CharField(
        label=_("Name to sign in with"), max_length=30, help_text=_("Letters, digits, dots and dashes.")
    )

    def clean_username(self) -> str:
        """Lower case. Raises ValidationError for one that is taken or holds anything else."""
        username = str(self.cleaned_data["username"]).lower()
        if not username.replace(".", "").replace("-", "").isalnum() or not username.isascii():
            raise forms.ValidationError(_("Use letters, digits, dots and dashes only."))
        if User.objects.filter(username__iexact=username).exists():
            raise forms.ValidationError(_("That name is taken."))
        return username


class ReasonForm(forms.Form):
    """Why a second factor is reset, for the trail."""

    use_required_attribute = False
    reason = forms.CharField(
        label=_("Reason, and how you know it is them"), max_length=LONGEST_REASON, min_length=5, strip=True
    )
