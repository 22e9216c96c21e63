"""Everything that is kept about one self-check, for the runner to take away."""

from programs.models import IssuedPlan
from screening.models import Screening
from screening.questions import load_questions
from screening.summary import sections_of
from screening.wizard import Walk


def all_data(screening: Screening) -> dict[str, object]:
    """All stored data of a self-check as plain JSON values; secrets are kept as hashes only and are not in it."""
    sections = sections_of(Walk(load_questions(), screening.answers))
    return {
        "code": screening.code,
        "name": screening.name or screening.answers.get("name", ""),
        "email": screening.email or screening.answers.get("email", ""),
        "phone": screening.phone,
        "started": screening.created_at,
        "last_saved": screening.saved_at,
        "agreed": {"at": screening.consented_at, "version": screening.consent_version},
        "sent": screening.submitted_at,
        "opened_by_the_clinic": screening.opened_at,
        "question_set": screening.question_set,
        "rule_set": screening.rule_set,
        "answers": screening.answers,
        "answers_in_words": [
            {"question": row.label, "answer": row.answer} for section in sections for row in section.rows
        ],
        "result": screening.assessment,
        "plans": [
            {"version": plan.version, "issued": plan.issued_at, "plan": plan.snapshot}
            for plan in IssuedPlan.objects.filter(screening=screening)
        ],
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
