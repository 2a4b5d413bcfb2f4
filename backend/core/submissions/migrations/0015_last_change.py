"""When a submission's status changed last, written by the trigger that judges the change."""

from django.db import migrations, models
from django.db.models.functions import Now

from core.submissions.read import FOUND_AT_MOST, FOUND_WITHOUT_END

# A constant for the rows that there are: no row is written, and they come last in that order.
ADDED = """
ALTER TABLE submissions_submissionstate
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT '1970-01-01 00:00:00+00';
ALTER TABLE submissions_submissionstate ALTER COLUMN changed_at SET DEFAULT statement_timestamp();
"""
REMOVED = "ALTER TABLE submissions_submissionstate DROP COLUMN changed_at"

CHANGES = """
CREATE OR REPLACE FUNCTION waybill_submission_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT NEW.status = ANY (CASE OLD.status
        WHEN 'accepted' THEN ARRAY['delivering', 'needs_attention', 'succeeded', 'failed', 'cancelled']
        WHEN 'delivering' THEN ARRAY['needs_attention', 'succeeded', 'failed', 'cancelled']
        WHEN 'needs_attention' THEN ARRAY['delivering', 'succeeded', 'failed', 'cancelled']
        ELSE ARRAY[]::text[] END)
    THEN
        RAISE EXCEPTION 'submission %: % cannot become %', OLD.submission_id, OLD.status, NEW.status
            USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_transitions';
    END IF;
    {noted}
    RETURN NEW;
END $$;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('submissions', '0014_trace'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(ADDED, REMOVED)],
            state_operations=[
                migrations.AddField(
                    model_name='submissionstate',
                    name='changed_at',
                    field=models.DateTimeField(db_default=Now(), help_text='When its status changed last. A trigger writes it; 1970: not known, long ago.'),
                ),
            ],
        ),
        migrations.RunSQL(
            CHANGES.format(noted="NEW.changed_at := statement_timestamp();"),
            CHANGES.format(noted=""),
        ),
        migrations.RunSQL(FOUND_AT_MOST, FOUND_WITHOUT_END),
    ]
