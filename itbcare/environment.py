"""What settings need before Django is up: the demo's own key, and the refusal of unsafe production values."""

import os
import re
import secrets
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.http import is_same_domain

SHORTEST_KEY = 50
FEWEST_CHARACTERS = 10
SHORTEST_PHONE = 10
# The first number only: what follows is an extension or a second number, and dials somewhere else.
PHONE = re.compile(r"\d[\d\s().\-\u2010-\u2015]*")


def demo_secret_key(data_dir: Path) -> str:
    """Return the demo's random key, made once and kept in the data folder, readable by its owner alone.

    Processes that start together agree on one: the key is written whole, then given its name by the first of them.
    """
    path = data_dir / "secret-key"
    if not path.exists():
        handle, written = tempfile.mkstemp(dir=data_dir, prefix="secret-key-")
        with open(handle, "w") as file:
            file.write(secrets.token_urlsafe(64))
        with suppress(FileExistsError):
            os.link(written, path)
        Path(written).unlink()
    return path.read_text().strip()


def phone_digits(phone: str) -> str:
    """Return the digits that are dialed: those of the first number, without an extension."""
    number = PHONE.search(phone)
    return re.sub(r"\D", "", number.group()) if number else ""


def refuse_unsafe(
    *,
    production: bool,
    debug: bool,
    secret_keys: Sequence[str],
    allowed_hosts: Sequence[str],
    site_url: str,
    trusted_proxies: int,
    email_backend: str,
    clinic: Mapping[str, str],
) -> None:
    """Raise ImproperlyConfigured with every unsafe production value and how to repair it; a demo may be lax.

    `secret_keys` is SECRET_KEY and then its fallbacks.
    """
    if not production:
        return
    unsafe = {
        "DEBUG must be off in production.": debug,
        "TRUSTED_PROXIES must be 0 or more.": trusted_proxies < 0,
        "EMAIL_URL must name a mail server: the console would write private links into a log.": "console"
        in email_backend,
    }
    found = [text for text, wrong in unsafe.items() if wrong]
    found += [*_key_problems(secret_keys), *_host_problems(allowed_hosts, site_url), *_clinic_problems(clinic)]
    if found:
        raise ImproperlyConfigured("Unsafe for production. " + " ".join(found))


def _key_problems(secret_keys: Sequence[str]) -> Iterator[str]:
    key, *fallbacks = secret_keys
    random = f"random, and at least {SHORTEST_KEY} characters, {FEWEST_CHARACTERS} of them different"
    if _is_weak(key):
        yield f"SECRET_KEY must be set, {random}."
    if any(_is_weak(fallback) for fallback in fallbacks):
        yield f"Each of SECRET_KEY_FALLBACKS must be {random}."
    if len(set(secret_keys)) < len(secret_keys):
        yield "SECRET_KEY_FALLBACKS must not repeat a key."


def _is_weak(key: str) -> bool:
    return len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_CHARACTERS


def _host_problems(allowed_hosts: Sequence[str], site_url: str) -> Iterator[str]:
    if not allowed_hosts or "*" in allowed_hosts:
        yield "ALLOWED_HOSTS must name the site's hosts; * is refused."
    site = urlsplit(site_url)
    if site.scheme != "https":
        yield "SITE_URL must be the site's address and begin with https://."
    elif not any(is_same_domain(site.hostname or "", allowed) for allowed in allowed_hosts):
        yield "SITE_URL must be at one of ALLOWED_HOSTS, or every link that is mailed is dead."


def _clinic_problems(clinic: Mapping[str, str]) -> Iterator[str]:
    empty = [f"CLINIC_{name.upper()}" for name in ("name", "address", "phone", "email") if not clinic[name]]
    if empty:
        yield f"Set the clinic's own details: {', '.join(empty)}."
    if clinic["phone"] and len(phone_digits(clinic["phone"])) < SHORTEST_PHONE:
        yield f"CLINIC_PHONE must be a number of {SHORTEST_PHONE} digits or more, with its area code."
