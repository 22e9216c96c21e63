"""What is kept of a self-check: the answers as given, the result as a snapshot, and the private links to it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from screening.assessment import Assessment, from_dict
from screening.family import Holder, holders_of
from screening.folding import search_text_of

DRAFT_KEPT = timedelta(days=14)
LINK_LIVES = timedelta(days=90)
# A sheet hangs on the fridge for as long as the plan is done, and what it opens is only to look at.
PAPER_LINK_LIVES = timedelta(days=365)


class ScreeningQuerySet(models.QuerySet["Screening"]):
    """Self-checks by the words of the clinic."""

    def drafts_past_keeping(self, now: datetime) -> "ScreeningQuerySet":
        """Unfinished, and not touched for the time a draft is kept."""
        return self.filter(submitted_at__isnull=True, saved_at__lt=now - DRAFT_KEPT)


class Screening(models.Model):
    """One self-check. A draft until it is sent; after that the answers never change, a re-check is a new one."""

    class Level(models.TextChoices):
        """Triage levels, most urgent last."""

        OK = "ok"
        CAUTION = "caution"
        CLINICIAN_FIRST = "clinician_first"
        URGENT = "urgent"

    class Source(models.TextChoices):
        """Who filled it in. A walk-in has a plan and no self-check: no answers, no assessment, no level."""

        OWN = "own"
        PAPER = "paper"
        WALK_IN = "walk_in"

    class State(models.TextChoices):
        """Where it stands at the clinic; "" for a draft. The decisions behind it are rows of their own."""

        WAITING = "waiting"
        REFERRED = "referred"
        DONE = "done"
        ASIDE = "aside"
        REPLACED = "replaced"

    code = models.CharField(max_length=11, unique=True)
    source = models.CharField(max_length=10, choices=Source, default=Source.OWN)
    start_key = models.CharField(max_length=64, unique=True, null=True, blank=True)
    question_set = models.CharField(max_length=20)
    answers = models.JSONField(default=dict)
    consent_version = models.CharField(max_length=20)
    consented_at = models.DateTimeField()
    created_at = models.DateTimeField(default=timezone.now)
    saved_at = models.DateTimeField(default=timezone.now)
    repeat_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="repeats")

    submitted_at = models.DateTimeField(null=True, blank=True)
    assessment = models.JSONField(null=True, blank=True)
    rule_set = models.CharField(max_length=20, blank=True)
    level = models.CharField(max_length=20, blank=True, choices=Level)
    pattern = models.CharField(max_length=30, blank=True)
    suspected = models.CharField(
        max_length=40,
        blank=True,
        help_text="Why this looks sent by a program; set aside, never deleted unseen.",
    )

    name = models.CharField(max_length=80, blank=True)
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True, help_text="When the clinic first opened it.")

    state = models.CharField(max_length=10, blank=True, default="", choices=State)
    rank = models.PositiveSmallIntegerField(default=9, help_text="0 for the most urgent level.")
    side = models.CharField(max_length=5, blank=True, default="", help_text="The side the pattern names.")
    pain = models.PositiveSmallIntegerField(null=True, blank=True, help_text="NPRS when running, 0-10.")
    held = models.BooleanField(default=False, help_text="Whether its plan waits for staff to release something.")
    digest = models.CharField(max_length=64, blank=True, default="", help_text="Of the answers: finds one sent twice.")
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True, help_text="When a clinician first decided on it.")
    unlocked_at = models.DateTimeField(null=True, blank=True, help_text="When a clinician cleared its red flag.")
    version = models.PositiveIntegerField(default=0, help_text="Grows with each decision: who saves second is told.")
    search_text = models.TextField(blank=True, default="", help_text="Of a sent check: what the search looks at.")
    contact_before = models.JSONField(null=True, blank=True, help_text="What it had when the runner left another.")

    objects = ScreeningQuerySet.as_manager()
    known_holders: Mapping[int, Holder] | None = None
    """What holds this check among others, where it was looked up for many at once."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="sent_with_its_result",
                condition=Q(submitted_at__isnull=True, assessment__isnull=True, level="", state="")
                | (Q(submitted_at__isnull=False, assessment__isnull=False) & ~Q(level="") & ~Q(state=""))
                | (Q(submitted_at__isnull=False, assessment__isnull=True, level="", source="walk_in") & ~Q(state="")),
            ),
            models.CheckConstraint(
                name="claimed_by_someone_at_some_time",
                condition=Q(claimed_by__isnull=True) | Q(claimed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="known_level", condition=Q(level__in=["", "ok", "caution", "clinician_first", "urgent"])
            ),
            models.CheckConstraint(
                name="opened_after_sent",
                condition=Q(opened_at__isnull=True) | Q(opened_at__gte=F("submitted_at")),
            ),
        ]
        indexes = [
            models.Index(fields=["submitted_at", "saved_at"], name="drafts_by_age"),
            # All ascending, and in the order of the queue: a row value then finds any page at once.
            models.Index(fields=["state", "rank", "submitted_at", "id"], name="queue"),
            models.Index(fields=["state", "side", "rank", "submitted_at", "id"], name="queue_of_a_side"),
            models.Index(
                fields=["claimed_by", "state", "rank", "submitted_at", "id"],
                name="queue_of_a_clinician",
                condition=Q(claimed_by__isnull=False),
            ),
            models.Index(fields=["digest", "submitted_at"], name="sent_twice", condition=~Q(digest="")),
            models.Index(fields=["submitted_at", "id"], name="sent_in_order"),
            models.Index(fields=["submitted_at", "id"], name="held_plans", condition=Q(held=True)),
        ]

    def __str__(self) -> str:
        return self.code

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep what the search looks at in step with the name."""
        if not self.is_draft:
            self.search_text = search_text_of(self.name, self.code)
        super().save(*args, **kwargs)

    @property
    def is_draft(self) -> bool:
        """Whether the runner is still answering."""
        return self.submitted_at is None

    @property
    def is_locked(self) -> bool:
        """Whether a red flag ended the walk, and no clinician has cleared it since: no plan is shown."""
        return self.was_stopped and self.unlocked_at is None

    @property
    def was_stopped(self) -> bool:
        """Whether a red flag ended the walk, cleared since or not: it has no mirror check."""
        return self.level in (self.Level.CLINICIAN_FIRST, self.Level.URGENT)

    @property
    def has_findings(self) -> bool:
        """Whether the rules found a class for it: not where a red flag ended the walk, nor for a walk-in."""
        return bool(self.pattern)

    @property
    def has_result(self) -> bool:
        """Whether it was sent and no red flag locked it."""
        return not self.is_draft and not self.is_locked

    @property
    def holder(self) -> Holder | None:
        """The other check of the same runner that keeps this plan waiting; None where none does."""
        found = holders_of([self.pk]) if self.known_holders is None else self.known_holders
        return found.get(self.pk)

    @property
    def is_on_hold(self) -> bool:
        """Whether another check of the same runner met a red flag, before this one or after: then this plan waits."""
        return self.holder is not None

    @property
    def may_be_erased(self) -> bool:
        """Until a clinician has opened it, the runner may erase it; but a red flag must be seen by one first."""
        return self.opened_at is None and not self.was_stopped

    def read_assessment(self) -> Assessment:
        """The stored result. Raises ValueError for a draft, which has none."""
        if self.assessment is None:
            raise ValueError("A draft has no result.")
        return from_dict(self.assessment)


class PrivateLink(models.Model):
    """A 256-bit secret that opens one self-check; only its SHA-256 is kept.

    The device that began the check holds it in a cookie, and the same secret is the link to open it elsewhere.
    The link on printed sheets is one too. Its secret must be drawn again for each sheet, so it is derived from the
    site's own key and from `nonce`; `code_hash` is a keyed hash of the short code that may be typed instead.
    """

    screening = models.ForeignKey(Screening, on_delete=models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    nonce = models.CharField(max_length=22, blank=True, default="")
    code_hash = models.CharField(max_length=32, unique=True, null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="code_on_paper_only",
                condition=Q(nonce="", code_hash__isnull=True) | (~Q(nonce="") & Q(code_hash__isnull=False)),
            ),
            models.UniqueConstraint(
                name="one_link_on_paper", fields=["screening"], condition=~Q(nonce="") & Q(revoked_at__isnull=True)
            ),
        ]
        indexes = [
            models.Index(fields=["expires_at", "id"], name="links_by_end", condition=Q(revoked_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"link to {self.screening_id}"

    @property
    def is_on_paper(self) -> bool:
        """Whether this is the link that printed sheets carry."""
        return bool(self.nonce)


class TokenBucket(models.Model):
    """How many more times something may be done by someone, refilled with time. `key` holds no address in clear."""

    key = models.CharField(max_length=100, unique=True)
    level_ms = models.BigIntegerField(help_text="Milliseconds of waiting already owed.")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key
