"""The table of the shared cache: how many wrong passwords there were, whichever worker answered them."""

from django.core.management import call_command
from django.db import migrations


def up(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def down(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS shared_counters")


class Migration(migrations.Migration):
    dependencies = [("clinic", "0001_initial")]
    operations = [migrations.RunPython(up, down)]
