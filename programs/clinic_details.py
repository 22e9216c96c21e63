"""The clinic's details as they stand: as a manager set them last, or else as the settings have them."""

from dataclasses import replace

from django.conf import settings

from programs.letterhead import DETAILS, clinic_letterhead
from programs.models import LetterheadVersion
from programs.pdf.letterhead import Letterhead


class Known:
    """The version that this worker last read; rows are never changed, so it is read anew only for another one."""

    version: LetterheadVersion | None = None


def standing_version() -> LetterheadVersion | None:
    """What a manager set last; None where the settings stand. One small query, so that a change shows at once."""
    newest = LetterheadVersion.objects.values_list("pk", "set_at").first()
    known = Known.version
    if newest is None:
        Known.version = None
    elif known is None or (known.pk, known.set_at) != newest:
        Known.version = LetterheadVersion.objects.filter(pk=newest[0]).first()
    return Known.version


def clinic_details() -> dict[str, str]:
    """The clinic's name, address (lines parted by |), phone, email, web and hours as they stand now."""
    return details_of(standing_version())


def known_details() -> dict[str, str]:
    """As this worker last knew them: for a page that must ask no database."""
    return details_of(Known.version)


def details_of(version: LetterheadVersion | None) -> dict[str, str]:
    """The details of one version; those of the settings for None."""
    if version is None:
        return {name: settings.CLINIC[name] for name in DETAILS}
    return {name: getattr(version, name) for name in DETAILS}


def standing_letterhead() -> Letterhead:
    """The letterhead that stands now. Raises LetterheadError or LogoError where the settings' own does not fit."""
    version = standing_version()
    return letterhead_of(version) if version else clinic_letterhead(settings.CLINIC)


def letterhead_of(version: LetterheadVersion) -> Letterhead:
    """One version as sheets carry it. Raises LetterheadError for a detail that is too long for a sheet."""
    letterhead = clinic_letterhead({**details_of(version), "logo": ""})
    return replace(letterhead, logo=bytes(version.logo) if version.logo else None)
