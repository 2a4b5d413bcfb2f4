import core.ids
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('credentials', '0002_managers_of_rows'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='tokenfamily',
            name='acts_for',
            field=models.UUIDField(help_text="The one organization it was let in for; null: any of the person's.", null=True),
        ),
        migrations.AddField(
            model_name='tokenfamily',
            name='program',
            field=models.CharField(blank=True, db_default='', help_text='Its client id, if let in by browser.', max_length=32),
        ),
        migrations.AddField(
            model_name='tokenfamily',
            name='scopes',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=64), help_text='It may do nothing else; null: all that the person may.', null=True, size=None),
        ),
        migrations.CreateModel(
            name='DeviceSignIn',
            fields=[
                ('id', models.UUIDField(default=core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('device_code_hash', models.BinaryField(max_length=32, unique=True)),
                ('user_code_hash', models.BinaryField(max_length=32, unique=True)),
                ('program', models.CharField(help_text='Its client id.', max_length=32)),
                ('scopes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=64), help_text='What it asks for.', size=None)),
                ('address', models.CharField(help_text='Where it asked from.', max_length=45)),
                ('agent', models.CharField(blank=True, help_text='What it says it is.', max_length=200)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('expires_at', models.DateTimeField()),
                ('interval', models.PositiveSmallIntegerField(help_text='Seconds between two polls.')),
                ('polled_at', models.DateTimeField(null=True)),
                ('decision', models.CharField(choices=[('waiting', 'Nobody decided yet'), ('approved', 'Approved, not fetched yet'), ('refused', 'Refused'), ('fetched', 'The program has its tokens')], db_default='waiting', default='waiting', max_length=8)),
                ('acts_for', models.UUIDField(help_text='The organization that was chosen.', null=True)),
                ('auth_hash', models.CharField(blank=True, help_text='The approval ends when the password changes.', max_length=64)),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['expires_at'], name='device_sign_in_expiry')],
            },
        ),
    ]
