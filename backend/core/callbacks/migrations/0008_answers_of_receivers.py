from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('callbacks', '0007_callbacks_of_topic'),
    ]

    operations = [
        migrations.AddField(
            model_name='callbackattempt',
            name='answer',
            field=models.TextField(blank=True, db_default='', default=''),
        ),
    ]
