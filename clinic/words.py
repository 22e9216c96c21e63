"""Levels and patterns in the clinic's own words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from screening.rules.pattern import Pattern
from screening.rules.red_flags import Level
from screening.wording import gettext_noop

LEVEL_WORDS: Final[Mapping[Level, str]] = MappingProxyType(
    {
        Level.URGENT: gettext_noop("Urgent"),
        Level.CLINICIAN_FIRST: gettext_noop("Clinician first"),
        Level.CAUTION: gettext_noop("Caution"),
        Level.OK: gettext_noop("No red flag"),
    }
)
PATTERN_WORDS: Final[Mapping[Pattern, str]] = MappingProxyType(
    {
        Pattern.HIP_CONTROL: gettext_noop("Hip control pattern"),
        Pattern.PATTERN_NO_PAIN: gettext_noop("Hip control pattern, no pain"),
        Pattern.PAIN_WITHOUT_PATTERN: gettext_noop("Pain without the pattern"),
        Pattern.PAIN_DOES_NOT_FIT: gettext_noop("Pain does not fit this plan"),
        Pattern.RETEST: gettext_noop("Mirror check to be done again"),
        Pattern.NO_PATTERN_NO_PAIN: gettext_noop("No pattern, no pain"),
    }
)
