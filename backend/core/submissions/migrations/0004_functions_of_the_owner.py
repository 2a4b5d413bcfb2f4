from django.db import migrations

from core.postgres.partitions import FUNCTIONS
from core.submissions.read import FOUND, NOT_FOUND


class Migration(migrations.Migration):
    """What the application's roles may not do themselves: make and drop months, search by index."""

    dependencies = [
        ("submissions", "0003_lists_stay_flat"),
    ]

    operations = [
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        migrations.RunSQL(FOUND, NOT_FOUND),
    ]
