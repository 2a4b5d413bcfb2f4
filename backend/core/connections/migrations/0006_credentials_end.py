from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("connections", "0005_made_by_people"),
    ]

    operations = [
        migrations.AddField(
            model_name="connection",
            name="credentials_end_at",
            field=models.DateTimeField(
                help_text="When they stop working, where somebody or they themselves say so.",
                null=True,
            ),
        ),
    ]
