import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models

import core.ids


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0006_submission_retention'),
    ]

    operations = [
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.UUIDField(default=core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('owner_id', models.UUIDField()),
                ('owner_name', models.CharField(blank=True, max_length=200)),
                ('name', models.CharField(max_length=80)),
                ('shared', models.BooleanField(default=False)),
                ('filter', models.JSONField(default=dict)),
                ('columns', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), default=list, size=None)),
                ('sort', models.CharField(default='newest', max_length=16)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('organization', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.organization')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('organization', 'owner_id', 'name'), name='one_view_of_a_name'),
                    models.UniqueConstraint(condition=models.Q(('shared', True)), fields=('organization', 'name'), name='one_shared_view_of_a_name'),
                ],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
    ]
