"""The short readable code of a self-check, such as ITB-7F3K-Q2. It names; it opens nothing."""

import secrets

# Without I, L, O, U and the digits 0 and 1: nothing to mix up on the phone, no word by accident.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 6


def new_code() -> str:
    """Return a random code, one of about 700 million; the caller's unique column settles a clash."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return f"ITB-{drawn[:4]}-{drawn[4:]}"
