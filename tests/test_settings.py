"""Settings come from the environment; production refuses what is unsafe, all of it at once, before anything starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from itbcare.environment import demo_secret_key, refuse_unsafe

ROOT = Path(settings.BASE_DIR)
CLINIC = {"name": "Clinic", "address": "Street", "phone": "5550100100", "email": "desk@check.example"}
CONSOLE = "django.core.mail.backends.console.EmailBackend"
SAFE = {
    "production": True,
    "debug": False,
    "secret_key": "k" * 50,
    "allowed_hosts": ["check.example"],
    "site_scheme": "https",
    "clinic": CLINIC,
    "email_backend": "django.core.mail.backends.smtp.EmailBackend",
}
PRODUCTION = {
    "ENVIRONMENT": "production", "SECRET_KEY": "k" * 60, "ALLOWED_HOSTS": "check.example",
    "SITE_URL": "https://check.example", "EMAIL_URL": "smtp://mail.check.example:25",
    **{f"CLINIC_{name.upper()}": value for name, value in CLINIC.items()},
}  # fmt: skip


def started(tmp_path, code="print('up')", **environment):
    """A process of its own that reads the settings from this environment alone."""
    return subprocess.run(
        [sys.executable, "-c", f"from django.conf import settings as s; s.DEBUG; {code}"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "itbcare.settings", "DATA_DIR": str(tmp_path)}
        | environment,
        capture_output=True,
        text=True,
    )


def test_safe_production_values_pass():
    refuse_unsafe(**SAFE)


@pytest.mark.parametrize(
    ("unsafe", "said"),
    [
        ({"debug": True}, "DEBUG must be off"),
        ({"secret_key": ""}, "SECRET_KEY must be set"),
        ({"secret_key": "k" * 49}, "at least 50"),
        ({"allowed_hosts": []}, "ALLOWED_HOSTS"),
        ({"allowed_hosts": ["*"]}, r"\* is refused"),
        ({"site_scheme": "http"}, "https://"),
        ({"clinic": CLINIC | {"phone": ""}}, "CLINIC_PHONE"),
        ({"email_backend": CONSOLE}, "EMAIL_URL"),
    ],
)
def test_an_unsafe_production_value_is_refused_with_its_repair(unsafe, said):
    with pytest.raises(ImproperlyConfigured, match=said):
        refuse_unsafe(**SAFE | unsafe)


def test_everything_wrong_is_said_at_once():
    with pytest.raises(ImproperlyConfigured, match=r"DEBUG.*SECRET_KEY.*ALLOWED_HOSTS.*https.*CLINIC_NAME"):
        refuse_unsafe(
            production=True, debug=True, secret_key="", allowed_hosts=[], site_scheme="",
            clinic=dict.fromkeys(CLINIC, ""), email_backend=CONSOLE,
        )  # fmt: skip


def test_a_demo_may_be_lax():
    refuse_unsafe(**SAFE | {"production": False, "debug": True, "secret_key": ""})


def test_the_demo_s_key_is_made_once_and_is_its_owner_s_alone(tmp_path):
    first = demo_secret_key(tmp_path)

    assert demo_secret_key(tmp_path) == first
    assert len(first) >= 50
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_nothing_set_starts_a_demo(tmp_path):
    found = started(tmp_path, "print(s.DEMO, s.DEBUG, s.EMAIL_BACKEND, s.CLINIC['name'])")

    assert found.stdout.split(maxsplit=3)[:2] == ["True", "False"]
    assert "console" in found.stdout
    assert "Spectrum Therapeutics of NJ" in found.stdout


def test_production_without_its_values_does_not_start(tmp_path):
    found = started(tmp_path, ENVIRONMENT="production")

    assert found.returncode != 0
    assert "Unsafe for production." in found.stderr


def test_production_with_its_values_starts_with_secure_cookies(tmp_path):
    found = started(tmp_path, "print(s.SESSION_COOKIE_SECURE, s.RUNNER_COOKIE_NAME, s.ADMIN_ENABLED)", **PRODUCTION)

    assert found.stdout.split() == ["True", "__Host-itbcare", "False"]


def test_a_secret_may_come_from_a_file(tmp_path):
    (tmp_path / "key").write_text("f" * 60)
    from_file = {k: v for k, v in PRODUCTION.items() if k != "SECRET_KEY"} | {"SECRET_KEY_FILE": str(tmp_path / "key")}

    assert started(tmp_path, "print(s.SECRET_KEY)", **from_file).stdout.strip() == "f" * 60


def test_an_unknown_environment_is_refused(tmp_path):
    assert "must be demo or production" in started(tmp_path, ENVIRONMENT="staging").stderr
