from django.db import migrations

FORGET = """
DELETE FROM django_celery_beat_periodictask
WHERE name IN ('carry-on-bulk-actions', 'carry-on-privacy')
"""


class Migration(migrations.Migration):
    """Beat adds `run-bulk-actions` and `run-privacy-requests` itself. The old ones have no task."""

    dependencies = [
        ("delivery", "0003_managers_of_rows"),
        ("django_celery_beat", "0019_alter_periodictasks_options"),
    ]

    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop)]
