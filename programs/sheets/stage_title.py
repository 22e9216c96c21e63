"""A stage as a sheet is headed: which of how many it is, and its name."""

from programs.arranging import BY_STAFF
from programs.plan import Plan, Stage
from programs.sheets import wording
from programs.sheets.moment import Speaker


def stage_title(stage: Stage, plan: Plan, speaker: Speaker) -> str:
    """Such as "Stage 1 of 4: Wake up the hip"; without a count where a clinician gave this stage alone."""
    name = speaker.say(stage.name)
    if _is_alone(plan):
        return speaker.say(wording.STAGE_ALONE, number=stage.number, name=name)
    return speaker.say(wording.STAGE_OF, number=stage.number, last=_last(plan), name=name)


def stage_short(stage: Stage, plan: Plan, speaker: Speaker) -> str:
    """The same without its name."""
    if _is_alone(plan):
        return speaker.say(wording.STAGE_ALONE_SHORT, number=stage.number)
    return speaker.say(wording.STAGE_SHORT, number=stage.number, last=_last(plan))


def _is_alone(plan: Plan) -> bool:
    return plan.rule == BY_STAFF and len(plan.stages) == 1


def _last(plan: Plan) -> int:
    return max(planned.number for planned in plan.stages)
