from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('alerts', '0004_rules_and_notices'),
    ]

    operations = [
        migrations.AddField(
            model_name='alertnotice',
            name='acknowledged_note',
            field=models.TextField(blank=True, db_default='', default=''),
        ),
    ]
