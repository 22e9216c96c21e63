"""Settings come from the environment; production refuses what is unsafe, all of it at once, before anything starts."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from itbcare.context import site
from itbcare.environment import demo_secret_key, phone_digits, refuse_unsafe

ROOT = Path(settings.BASE_DIR)
CLINIC = {"name": "Clinic", "address": "Street", "phone": "5550100100", "email": "desk@check.example"}
CONSOLE = "django.core.mail.backends.console.EmailBackend"
KEY = "Zq3vX8_kB1mT6yR0wN5c" * 3
OLD_KEY = KEY[::-1]
SAFE = {
    "production": True,
    "debug": False,
    "secret_keys": [KEY, OLD_KEY],
    "allowed_hosts": ["check.example"],
    "site_url": "https://check.example",
    "trusted_proxies": 1,
    "clinic": CLINIC,
    "email_backend": "django.core.mail.backends.smtp.EmailBackend",
}
PRODUCTION = {
    "ENVIRONMENT": "production", "SECRET_KEY": KEY, "ALLOWED_HOSTS": "check.example",
    "SITE_URL": "https://check.example", "EMAIL_URL": "smtp://mail.check.example:25",
    **{f"CLINIC_{name.upper()}": value for name, value in CLINIC.items()},
}  # fmt: skip

QUIET = {"LOG_LEVEL": "CRITICAL", "HASHED_STATIC": "off"}
ANSWERS = {"healthz": "200", "readyz": "503"}  # nothing is migrated here


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
        ({"secret_keys": [""]}, "SECRET_KEY must be set"),
        ({"secret_keys": [KEY[:49]]}, "at least 50"),
        ({"secret_keys": ["k" * 60]}, "10 of them different"),
        ({"secret_keys": [KEY, "short"]}, "Each of SECRET_KEY_FALLBACKS"),
        ({"secret_keys": [KEY, "k" * 60]}, "Each of SECRET_KEY_FALLBACKS"),
        ({"secret_keys": [KEY, KEY]}, "must not repeat"),
        ({"secret_keys": [KEY, OLD_KEY, OLD_KEY]}, "must not repeat"),
        ({"allowed_hosts": []}, "ALLOWED_HOSTS"),
        ({"allowed_hosts": ["*"]}, r"\* is refused"),
        ({"site_url": "http://check.example"}, "https://"),
        ({"site_url": "https://other.example"}, "at one of ALLOWED_HOSTS"),
        ({"site_url": "https://"}, "at one of ALLOWED_HOSTS"),
        ({"trusted_proxies": -1}, "TRUSTED_PROXIES"),
        ({"clinic": CLINIC | {"phone": ""}}, "CLINIC_PHONE"),
        ({"clinic": CLINIC | {"phone": "555-0100"}}, "with its area code"),
        ({"clinic": CLINIC | {"phone": "555-0100 ext. 123"}}, "with its area code"),
        ({"clinic": CLINIC | {"phone": "call us"}}, "with its area code"),
        ({"email_backend": CONSOLE}, "EMAIL_URL"),
    ],
)
def test_an_unsafe_production_value_is_refused_with_its_repair(unsafe, said):
    with pytest.raises(ImproperlyConfigured, match=said):
        refuse_unsafe(**SAFE | unsafe)


def test_everything_wrong_is_said_at_once():
    with pytest.raises(ImproperlyConfigured, match=r"DEBUG.*SECRET_KEY.*ALLOWED_HOSTS.*https.*CLINIC_NAME"):
        refuse_unsafe(
            production=True, debug=True, secret_keys=[""], allowed_hosts=[], site_url="", trusted_proxies=0,
            clinic=dict.fromkeys(CLINIC, ""), email_backend=CONSOLE,
        )  # fmt: skip


def test_a_demo_may_be_lax():
    refuse_unsafe(**SAFE | {"production": False, "debug": True, "secret_keys": [""]})


@pytest.mark.parametrize("hosts", [[".check.example"], ["other.example", "check.example"]])
def test_the_site_s_address_may_be_at_any_allowed_host(hosts):
    refuse_unsafe(**SAFE | {"allowed_hosts": hosts, "site_url": "https://check.example:8443"})


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("(973) 555-0100", "9735550100"),
        ("(973) 555-0100 ext. 4", "9735550100"),
        ("973.555.0100x4", "9735550100"),
        ("973 555 0100, extension 12", "9735550100"),
        ("973–555–0100 #4", "9735550100"),
        ("+1 (973) 555-0100", "19735550100"),
        ("(973) 555-0100 or (973) 555-0101", "9735550100"),
        ("", ""),
    ],
)
def test_an_extension_is_not_dialed(phone, digits):
    assert phone_digits(phone) == digits


def test_the_link_to_call_dials_the_clinic_alone(db, settings, rf):
    settings.CLINIC = settings.CLINIC | {"phone": "(973) 555-0100 ext. 4"}

    assert site(rf.get("/"))["clinic"]["phone_href"] == "tel:+19735550100"


def test_the_demo_s_key_is_made_once_and_is_its_owner_s_alone(tmp_path):
    first = demo_secret_key(tmp_path)

    assert demo_secret_key(tmp_path) == first
    assert len(first) >= 50
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_processes_that_start_together_agree_on_the_demo_s_key(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(demo_secret_key, [tmp_path] * 40))

    assert keys == {(tmp_path / "secret-key").read_text()}
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_a_key_made_by_another_process_meanwhile_is_kept(tmp_path, monkeypatch):
    def other_was_first(written, path):
        Path(path).write_text("theirs")
        raise FileExistsError

    monkeypatch.setattr("os.link", other_was_first)

    assert demo_secret_key(tmp_path) == "theirs"


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
    found = started(tmp_path, "print(s.SESSION_COOKIE_SECURE, s.RUNNER_COOKIE_NAME, s.DEMO)", **PRODUCTION)

    assert found.stdout.split() == ["True", "__Host-itbcare", "False"]


def test_production_invents_no_hours_for_the_clinic(tmp_path):
    assert started(tmp_path, "print(repr(s.CLINIC['hours']))", **PRODUCTION).stdout.strip() == "''"


@pytest.mark.parametrize("path", ["healthz", "readyz"])
def test_a_health_check_on_the_machine_itself_needs_no_tls_but_an_allowed_host(tmp_path, path):
    asked = f"""
import django; django.setup()
from django.test import Client
print(*(Client().get('/{path}', headers={{'host': host}}).status_code for host in ('check.example', 'localhost')))
"""

    assert started(tmp_path, asked, **PRODUCTION | QUIET).stdout.split() == [ANSWERS[path], "400"]


def test_the_database_is_its_owner_s_alone(tmp_path):
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "-v0", "contenttypes"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path)},
        check=True,
        umask=0o022,
    )

    assert [path.name for path in tmp_path.iterdir() if path.stat().st_mode & 0o077] == []


def test_a_secret_may_come_from_a_file(tmp_path):
    (tmp_path / "key").write_text(OLD_KEY)
    from_file = {k: v for k, v in PRODUCTION.items() if k != "SECRET_KEY"} | {"SECRET_KEY_FILE": str(tmp_path / "key")}

    assert started(tmp_path, "print(s.SECRET_KEY)", **from_file).stdout.strip() == OLD_KEY


def test_an_unknown_environment_is_refused(tmp_path):
    assert "must be demo or production" in started(tmp_path, ENVIRONMENT="staging").stderr
