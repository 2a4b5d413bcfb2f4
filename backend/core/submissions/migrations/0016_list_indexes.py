from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('submissions', '0015_last_change'),
    ]

    operations = [
        AddIndexConcurrently(
            model_name='steprun',
            index=models.Index(condition=models.Q(('status__in', ['waiting', 'failed', 'unknown', 'cancelled'])), fields=['organization', 'error_kind', '-submission'], name='runs_in_trouble'),
        ),
        AddIndexConcurrently(
            model_name='submissionstate',
            index=models.Index(fields=['organization', '-changed_at', '-submission'], name='submissions_by_change'),
        ),
    ]
