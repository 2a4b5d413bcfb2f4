from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('callbacks', '0006_routes_of_alerts'),
    ]

    operations = [
        AddIndexConcurrently(
            model_name='callback',
            index=models.Index(condition=models.Q(('topic__isnull', False)), fields=['topic', '-id'], name='callbacks_of_topic'),
        ),
    ]
