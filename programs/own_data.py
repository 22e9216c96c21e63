"""Everything that is kept about one self-check, for the runner to take away.

Of what staff decided: what, who, when, and the note. The clinic's internal reasons are not in it, and it says so.
"""

from django.db.models import QuerySet
from django.utils.translation import gettext

from programs.models import Decision, IssuedPlan
from screening.models import Screening
from screening.questions import load_questions
from screening.summary import sections_of
from screening.wizard import Walk
from screening.wording import gettext_noop

DETAILS = frozenset(
    {
        "left",
        "right",
        "source",
        "template",
        "leg",
        "new",
        "released",
        "changes",
        "soon",
        "outcome",
        "level",
        "examined_on",
        "repeats",
    }
)
"""What of a decision is about the runner; whatever else it keeps is the clinic's own."""
LEFT_OUT = gettext_noop("The reasons that staff wrote for the clinic alone. Ask the clinic if you want to see them.")


def all_data(screening: Screening) -> dict[str, object]:
    """All stored data of a self-check as plain JSON values; secrets are kept as hashes only and are not in it."""
    sections = sections_of(Walk(load_questions(), screening.answers))
    return {
        "code": screening.code,
        "name": screening.name or screening.answers.get("name", ""),
        "email": screening.email or screening.answers.get("email", ""),
        "phone": screening.phone,
        "contact_before": screening.contact_before,
        "started": screening.created_at,
        "last_saved": screening.saved_at,
        "agreed": {"at": screening.consented_at, "version": screening.consent_version},
        "sent": screening.submitted_at,
        "opened_by_the_clinic": screening.opened_at,
        "filled_in": screening.source,
        "stands_at_the_clinic": screening.state,
        "reviewed_by_the_clinic": screening.reviewed_at,
        "cleared_by_a_clinician": screening.unlocked_at,
        "question_set": screening.question_set,
        "rule_set": screening.rule_set,
        "answers": screening.answers,
        "answers_in_words": [
            {"question": row.label, "answer": row.answer} for section in sections for row in section.rows
        ],
        "result": screening.assessment,
        "plans": [
            {
                "version": plan.version,
                "issued": plan.issued_at,
                "by": plan.issued_by_name,
                "plan": plan.snapshot,
            }
            for plan in IssuedPlan.objects.filter(screening=screening)
        ],
        "decisions_of_the_clinic": [_decision(decision) for decision in _decisions(screening)],
        "not_in_this_file": [gettext(LEFT_OUT)],
        "private_links": [
            {
                "made": link.created_at,
                "until": link.expires_at,
                "stopped": link.revoked_at,
                "on_printed_sheets": link.is_on_paper,
            }
            for link in screening.links.all()
        ],
    }


def _decisions(screening: Screening) -> QuerySet[Decision]:
    """Who looks after a check is the clinic's own business; all else was decided about the runner."""
    inner = (Decision.Kind.CLAIMED, Decision.Kind.LET_GO)
    return screening.decisions.exclude(kind__in=inner).select_related("seen")


def _decision(decision: Decision) -> dict[str, object]:
    seen = getattr(decision, "seen", None)
    return {
        "what": decision.kind,
        "by": decision.by_name,
        "at": decision.at,
        "note_to_you": decision.note,
        "note_first_seen": seen.at if seen else None,
        "plan_version": decision.plan_version,
        "details": {name: told for name, told in decision.detail.items() if name in DETAILS},
    }
