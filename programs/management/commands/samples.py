"""`manage.py samples`: a folder of sheets of every kind, layout and paper, made for the demo's people."""

from pathlib import Path
from typing import Any

import pypdfium2
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from programs.letterhead import clinic_letterhead
from programs.pdf.pack import Press, pack
from programs.printing.samples import samples
from programs.printing.subjects import subject_of
from programs.sheets.order import Subject
from screening.models import Screening

PIXELS_A_POINT = 110 / 72


class Command(BaseCommand):
    """Write the samples, and with `--pictures` each page as a PNG beside its file, in color and in gray."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """`--to` names the folder; `--only` keeps the files whose path holds a word."""
        parser.add_argument("--to", type=Path, required=True)
        parser.add_argument("--pictures", action="store_true")
        parser.add_argument("--only", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make them. Refuses outside the demo: these are nobody's sheets."""
        if not settings.DEMO:
            raise CommandError("samples is for the demo only; ENVIRONMENT says production.")
        people = [subject_of(screening, for_staff=True) for screening in Screening.objects.order_by("pk")]
        with_plan = [person for person in people if person.plan and person.plan.stages]
        if not with_plan:
            raise CommandError("There is no demo self-check with a plan: run seed_demo first.")
        made = self._write(with_plan, options["to"], options["only"], pictures=options["pictures"])
        self.stdout.write(f"Made {made} files in {options['to']}")

    def _write(self, people: list[Subject], folder: Path, only: str, *, pictures: bool) -> int:
        letterhead, today, made = clinic_letterhead(settings.CLINIC), timezone.localdate(), 0
        for sample in samples(people[0], tuple(people[1:])):
            if only not in sample.path:
                continue
            file = folder / f"{sample.path}.pdf"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(pack(sample.orders, Press(sample.look, letterhead, today)))
            made += 1
            if pictures:
                _pictures(file)
        return made


def _pictures(file: Path) -> None:
    """Each page as it prints, and as a printer without color shows it."""
    document = pypdfium2.PdfDocument(file)
    for number, page in enumerate(document, 1):
        picture = page.render(scale=PIXELS_A_POINT).to_pil()
        picture.save(file.with_name(f"{file.stem}-{number}.png"))
        picture.convert("L").save(file.with_name(f"{file.stem}-{number}-gray.png"))
