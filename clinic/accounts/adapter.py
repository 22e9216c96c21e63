"""What the clinic decides about sign-in, for the library that does it."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class StaffAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up: the manager makes each sign-in."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
