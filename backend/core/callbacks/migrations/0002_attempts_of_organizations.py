import django.db.models.deletion
from django.db import migrations, models

FILL = """
UPDATE callbacks_callbackattempt AS attempt SET organization_id = callback.organization_id
FROM callbacks_callback AS callback WHERE callback.id = attempt.callback_id
"""


class Migration(migrations.Migration):
    """Tries of callbacks say whose they are, so that they are protected like every other row."""

    dependencies = [
        ("accounts", "0003_key_scopes"),
        ("callbacks", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="callbackattempt",
            name="organization",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="accounts.organization",
                db_index=False,
            ),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="callbackattempt",
            name="organization",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="accounts.organization",
                db_index=False,
            ),
        ),
    ]
