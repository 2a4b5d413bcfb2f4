"""What became of a submission moves to a row of its own, and an attempt is written when it ends."""

import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models

STATES = """
INSERT INTO submissions_submissionstate (submission_id, organization_id, status, finished_at)
SELECT id, organization_id, status, finished_at FROM submissions_submission;
DROP TRIGGER submission_transitions ON submissions_submission;
"""
STATES_BACK = """
UPDATE submissions_submission AS submission
SET status = state.status, finished_at = state.finished_at
FROM submissions_submissionstate AS state WHERE state.submission_id = submission.id;
CREATE TRIGGER submission_transitions BEFORE UPDATE OF status ON submissions_submission FOR EACH ROW
WHEN (OLD.status IS DISTINCT FROM NEW.status)
EXECUTE FUNCTION waybill_submission_changes();
"""

CHANGES = """
CREATE OR REPLACE FUNCTION waybill_submission_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT NEW.status = ANY (CASE OLD.status
        WHEN 'accepted' THEN ARRAY['delivering', 'needs_attention', 'succeeded', 'failed', 'cancelled']
        WHEN 'delivering' THEN ARRAY['needs_attention', 'succeeded', 'failed', 'cancelled']
        WHEN 'needs_attention' THEN ARRAY['delivering', 'succeeded', 'failed', 'cancelled']
        ELSE ARRAY[]::text[] END)
    THEN
        RAISE EXCEPTION 'submission %: % cannot become %', OLD.{id}, OLD.status, NEW.status
            USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_transitions';
    END IF;
    RETURN NEW;
END $$;
"""
TRIGGER = """
CREATE TRIGGER submission_transitions BEFORE UPDATE OF status ON submissions_submissionstate
FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
EXECUTE FUNCTION waybill_submission_changes();
"""
NO_TRIGGER = "DROP TRIGGER submission_transitions ON submissions_submissionstate;"

ATTEMPTS = """
UPDATE submissions_steprun AS run SET worker = attempt.worker
FROM submissions_attempt AS attempt
WHERE run.status = 'sending' AND attempt.step_run_id = run.id AND attempt.fence = run.fence;
DELETE FROM submissions_attempt WHERE outcome = 'sending';
"""
ATTEMPTS_BACK = """
INSERT INTO submissions_attempt
    (id, organization_id, step_run_id, number, fence, worker, outcome, started_at,
     error_kind, message)
SELECT gen_random_uuid(), organization_id, id, tries, fence, worker, 'sending', claimed_at, '', ''
FROM submissions_steprun WHERE status = 'sending';
"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_submission_retention'),
        ('connections', '0004_credentials_under_data_keys'),
        ('submissions', '0007_erased'),
        ('workflows', '0006_retention'),
    ]

    operations = [
        migrations.CreateModel(
            name='SubmissionState',
            fields=[
                ('submission', models.OneToOneField(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='state', serialize=False, to='submissions.submission')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organization')),
                ('status', models.CharField(choices=[('accepted', 'Accepted'), ('delivering', 'Delivering'), ('succeeded', 'Succeeded'), ('needs_attention', 'Needs attention'), ('failed', 'Failed'), ('cancelled', 'Cancelled')], default='accepted', max_length=16)),
                ('finished_at', models.DateTimeField(null=True)),
            ],
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
        migrations.RunSQL(STATES, STATES_BACK),
        migrations.RunSQL(CHANGES.format(id="submission_id") + TRIGGER, NO_TRIGGER + CHANGES.format(id="id")),
        migrations.RemoveIndex(
            model_name='submission',
            name='submissions_by_status',
        ),
        migrations.RemoveField(
            model_name='submission',
            name='finished_at',
        ),
        migrations.RemoveField(
            model_name='submission',
            name='status',
        ),
        migrations.AddIndex(
            model_name='submissionstate',
            index=models.Index(fields=['organization', 'status', '-submission'], name='submissions_by_status'),
        ),
        migrations.AlterField(
            model_name='submission',
            name='reference',
            field=models.CharField(max_length=16),
        ),
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.UniqueConstraint(fields=('reference',), name='one_submission_per_reference'),
        ),
        migrations.AddField(
            model_name='steprun',
            name='worker',
            field=models.CharField(blank=True, db_default='', help_text='Who made the latest attempt.', max_length=200),
        ),
        migrations.RemoveIndex(
            model_name='steprun',
            name='runs_sending',
        ),
        migrations.RemoveIndex(
            model_name='steprun',
            name='runs_on_connection',
        ),
        migrations.AddIndex(
            model_name='steprun',
            index=models.Index(condition=models.Q(('status', 'sending')), fields=['connection', 'lease_until'], name='runs_sending'),
        ),
        migrations.RunSQL(ATTEMPTS, ATTEMPTS_BACK),
    ]
