import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models

import core.sealing.fields


class Migration(migrations.Migration):
    """A bulk action treats exactly what was previewed, and tells of each what became of it."""

    dependencies = [
        ("accounts", "0006_submission_retention"),
        ("delivery", "0005_steps_of_connections_that_stand"),
    ]

    operations = [
        migrations.AlterField(
            model_name="bulkaction",
            name="kind",
            field=models.CharField(
                choices=[
                    ("retry", "Retry now"),
                    ("resume", "Fix and resume"),
                    ("cancel", "Cancel"),
                    ("correct", "Correct an answer and resume"),
                    ("resolve", "Resolve steps whose outcome is not known"),
                ],
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="bulkaction",
            name="refused",
            field=models.PositiveIntegerField(
                default=0, help_text="Left as they are, with a reason."
            ),
        ),
        migrations.AlterField(
            model_name="bulkaction",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "Previewed"),
                    ("running", "Running"),
                    ("stopped", "Stopped"),
                    ("done", "Done"),
                ],
                default="running",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="bulkaction",
            name="decision",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text="About steps that are unknown.",
                max_length=16,
            ),
        ),
        migrations.AddField(
            model_name="bulkaction",
            name="field",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text="Key of the question to correct.",
                max_length=63,
            ),
        ),
        migrations.AddField(
            model_name="bulkaction",
            name="paced_at",
            field=models.DateTimeField(
                help_text="When the latest submission's turn came.", null=True
            ),
        ),
        migrations.AddField(
            model_name="bulkaction",
            name="sealed_given",
            field=core.sealing.fields.SealedField(
                editable=False,
                help_text="Value, record and note as JSON. They may name a person: gone when it has"
                " ended.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="bulkaction",
            name="started_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name="BulkItem",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("submission_id", models.UUIDField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("pending", "Its turn comes"),
                            ("done", "Done"),
                            ("refused", "Left as it is"),
                        ],
                        db_default="pending",
                        default="pending",
                        max_length=8,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        db_default="",
                        help_text="Why it was left as it is.",
                        max_length=500,
                    ),
                ),
                (
                    "resumed_as_id",
                    models.UUIDField(help_text="The submission that takes it up.", null=True),
                ),
                ("at", models.DateTimeField(help_text="When it was treated.", null=True)),
                (
                    "action",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="delivery.bulkaction",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organization",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["action", "outcome", "id"], name="bulk_items_by_outcome"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("action", "submission_id"), name="one_item_per_submission"
                    )
                ],
            },
            managers=[("unscoped", django.db.models.manager.Manager())],
        ),
    ]
