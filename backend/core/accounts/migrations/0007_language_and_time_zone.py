from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_submission_retention'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='language',
            field=models.CharField(blank=True, choices=[('en', 'English'), ('de', 'Deutsch')], db_default='', default='', help_text='In which the console speaks to them; empty: as their browser has it.', max_length=8),
        ),
        migrations.AddField(
            model_name='user',
            name='time_zone',
            field=models.CharField(blank=True, db_default='', default='', help_text='IANA name, for the times that they see; empty: as their browser has it.', max_length=64),
        ),
    ]
