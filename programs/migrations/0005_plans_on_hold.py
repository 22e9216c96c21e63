"""Plans that were issued before there was a list of those that wait for staff: mark what waits."""

from django.db import migrations


def mark(apps, schema_editor):
    """The newest version of a check's plan says whether anything of it waits."""
    plans = apps.get_model("programs", "IssuedPlan").objects.order_by("screening_id", "version")
    waits = {plan.screening_id: bool(plan.snapshot.get("needs_staff")) for plan in plans.iterator()}
    held = [pk for pk, held in waits.items() if held]
    checks = apps.get_model("screening", "Screening").objects
    for begin in range(0, len(held), 500):
        checks.filter(pk__in=held[begin : begin + 500]).update(held=True)


class Migration(migrations.Migration):
    dependencies = [("programs", "0004_waiting_lists"), ("screening", "0005_waiting_lists")]
    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
