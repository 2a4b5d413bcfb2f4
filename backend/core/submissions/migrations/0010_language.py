"""Submissions keep the language of their sender."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("submissions", "0009_conditions"),
    ]

    operations = [
        migrations.AddField(
            model_name="submission",
            name="language",
            field=models.CharField(
                db_default="en",
                default="en",
                help_text="Tag (BCP 47) of the language in which its sender filled in the form.",
                max_length=35,
            ),
        ),
    ]
