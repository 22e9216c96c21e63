"""What the clinic had to call a runner by, before the runner left another.

Without a default, so that SQLite adds a column and keeps the table with the triggers of the search.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("screening", "0005_waiting_lists"),
    ]

    operations = [
        migrations.AddField(
            model_name="screening",
            name="contact_before",
            field=models.JSONField(blank=True, help_text="What it had when the runner left another.", null=True),
        ),
    ]
