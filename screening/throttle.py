"""Token buckets against floods and guessing, shared by every worker through the database. See threats T1 and T11.

A sender's key is a keyed hash of the address that changes each day; a mailbox's is one that does not. Neither names
anybody to a reader of the table, and idle ones are deleted.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address, ip_address, ip_network

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from screening.models import TokenBucket


@dataclass(frozen=True, slots=True)
class Limit:
    """`burst` at once, then one each `every` seconds, for one action."""

    action: str
    burst: int
    every: int


IDLE_KEPT = timedelta(days=2)  # longer than any bucket takes to refill
START = Limit("start", burst=20, every=60)
SUBMIT = Limit("submit", burst=20, every=60)
EMAIL_TO = Limit("email", burst=3, every=600)
LINK_GUESS = Limit("link", burst=20, every=60)
SHEET = Limit("sheet", burst=30, every=2)


class TooMany(Exception):
    """The bucket is empty; `wait` is how many seconds until the next try may pass."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"wait {wait} s")
        self.wait = wait


def address_of(request: HttpRequest) -> str:
    """The sender's address, past as many proxies as the settings trust."""
    hops: list[str] = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    trusted: int = settings.TRUSTED_PROXIES
    if trusted and len(hops) >= trusted:
        return hops[-trusted]
    return str(request.META.get("REMOTE_ADDR", ""))


def sender_of(request: HttpRequest) -> str:
    """A keyed hash of the sender's address and the day."""
    day = timezone.now().date().isoformat()
    return keyed_hash(f"{day}|{one_sender(address_of(request))}")


def one_sender(address: str) -> str:
    """The part of an address that one household holds: all of IPv4, and the first 64 bits of IPv6."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv4Address):
        return address
    return str(found.ipv4_mapped or ip_network((int(found), 64), strict=False))


def keyed_hash(text: str, key: str = "") -> str:
    """A hash that only this site can make; 32 hex digits. `key` is an earlier key of the site, "" for today's."""
    return hmac.new((key or str(settings.SECRET_KEY)).encode(), text.encode(), hashlib.sha256).hexdigest()[:32]


def take(limit: Limit, who: str) -> None:
    """Take one from the bucket of `who` for this action. Raises TooMany when it is empty."""
    now = timezone.now()
    with transaction.atomic():
        bucket, _ = TokenBucket.objects.select_for_update().get_or_create(
            key=f"{limit.action}:{who}", defaults={"level_ms": 0, "at": now}
        )
        owed = max(0, bucket.level_ms - _milliseconds(bucket.at, now)) + limit.every * 1000
        if owed > limit.burst * limit.every * 1000:
            raise TooMany((owed - limit.burst * limit.every * 1000) // 1000 + 1)
        bucket.level_ms, bucket.at = owed, now
        bucket.save(update_fields=["level_ms", "at"])


def erase_idle_buckets() -> int:
    """Delete buckets that have long been full again: no hash of an address is kept. Returns how many."""
    limit = timezone.now() - IDLE_KEPT
    return TokenBucket.objects.filter(at__lt=limit).delete()[0]


def would_refuse(limit: Limit, who: str) -> bool:
    """Whether `take` would raise now; takes nothing and writes nothing."""
    bucket = TokenBucket.objects.filter(key=f"{limit.action}:{who}").first()
    if bucket is None:
        return False
    owed = bucket.level_ms - _milliseconds(bucket.at, timezone.now()) + limit.every * 1000
    return owed > limit.burst * limit.every * 1000


def _milliseconds(since: datetime, now: datetime) -> int:
    return (now - since) // timedelta(milliseconds=1)
