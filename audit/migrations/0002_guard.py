"""The database refuses every change and deletion of the trail."""

from django.db import migrations

from audit import triggers


def up(apps, schema_editor):
    triggers.switch_on(schema_editor.connection)


def down(apps, schema_editor):
    triggers.switch_off(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(up, down)]
