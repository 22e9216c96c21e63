"""What settings need before Django is up: the demo's own key, and the refusal of unsafe production values."""

import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

SHORTEST_KEY = 50


def demo_secret_key(data_dir: Path) -> str:
    """Return the demo's random key, made once and kept in the data folder, readable by its owner alone."""
    path = data_dir / "secret-key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(64))
    return path.read_text().strip()


def refuse_unsafe(
    *,
    production: bool,
    debug: bool,
    secret_key: str,
    allowed_hosts: Sequence[str],
    site_scheme: str,
    email_backend: str,
    clinic: Mapping[str, str],
) -> None:
    """Raise ImproperlyConfigured with every unsafe production value and how to repair it; a demo may be lax."""
    if not production:
        return
    empty = [name for name in ("name", "address", "phone", "email") if not clinic[name]]
    problems = {
        "DEBUG must be off in production.": debug,
        f"SECRET_KEY must be set, random, and at least {SHORTEST_KEY} characters.": len(secret_key) < SHORTEST_KEY,
        "ALLOWED_HOSTS must name the site's hosts; * is refused.": not allowed_hosts or "*" in allowed_hosts,
        "SITE_URL must be the site's address and begin with https://.": site_scheme != "https",
        "EMAIL_URL must name a mail server: the console would write private links into a log.": "console"
        in email_backend,
        f"Set the clinic's own details: {', '.join(f'CLINIC_{n.upper()}' for n in empty)}.": bool(empty),
    }
    found = [text for text, wrong in problems.items() if wrong]
    if found:
        raise ImproperlyConfigured("Unsafe for production. " + " ".join(found))
