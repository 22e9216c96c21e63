"""What the search looks at, as a column and an index of each engine's own kind."""

from django.db import migrations, models

from screening import search_index
from screening.folding import search_text_of

AT_ONCE = 1000


def fill(apps, schema_editor):
    """Give every sent check its text."""
    screenings = apps.get_model("screening", "Screening").objects
    batch = []
    for screening in screenings.exclude(submitted_at=None).only("id", "name", "code").iterator(AT_ONCE):
        screening.search_text = search_text_of(screening.name, screening.code)
        batch.append(screening)
        if len(batch) == AT_ONCE:
            screenings.bulk_update(batch, ["search_text"])
            batch = []
    screenings.bulk_update(batch, ["search_text"])


def up(apps, schema_editor):
    """Make the index."""
    search_index.switch_on(schema_editor.connection)


def down(apps, schema_editor):
    """Take it away."""
    search_index.switch_off(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("screening", "0003_clinic_side")]
    operations = [
        migrations.AddField(
            model_name="screening",
            name="search_text",
            field=models.TextField(blank=True, default="", help_text="Of a sent check: what the search looks at."),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(up, down),
    ]
