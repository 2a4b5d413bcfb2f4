from django.db import migrations, models

# The facts of the moment, as they are sent: a later change of the submission changes no message.
FACTS = """
CREATE FUNCTION waybill_submission_facts(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object(
        'id', submission.id,
        'reference', submission.reference,
        'workflow', workflow.slug,
        'status', state.status,
        'accepted_at', submission.created_at,
        'finished_at', state.finished_at,
        'steps', (
            SELECT jsonb_agg(jsonb_build_object(
                'position', run.position,
                'key', step.key,
                'status', run.status,
                'record', NULLIF(run.record, ''),
                'error_kind', NULLIF(run.error_kind, '')) ORDER BY run.position)
            FROM submissions_steprun AS run
            JOIN workflows_step AS step ON step.id = run.step_id
            WHERE run.submission_id = submission.id))
    FROM submissions_submission AS submission
    JOIN submissions_submissionstate AS state ON state.submission_id = submission.id
    JOIN workflows_workflow AS workflow ON workflow.id = submission.workflow_id
    WHERE submission.id = wanted
$$;
"""
NO_FACTS = "DROP FUNCTION waybill_submission_facts(uuid);"

CALLBACKS = """
CREATE OR REPLACE FUNCTION waybill_callbacks_of_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO callbacks_callback
        (id, organization_id, endpoint_id, submission_id, kind, happened_at, status,
         tries, fence, next_attempt_at{columns})
    SELECT
        -- UUIDv7, like every other id: milliseconds, the version, random bits.
        (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
            || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid,
        added.organization_id, endpoint.id, added.submission_id, added.kind, added.at, 'pending',
        0, 0, now(){values}
    FROM added JOIN callbacks_callbackendpoint AS endpoint
        ON endpoint.organization_id = added.organization_id
    -- One that is disabled by a person hears nothing; one that Waybill disabled catches up.
    WHERE added.kind = ANY (endpoint.kinds) AND endpoint.disabled_reason <> 'operator';
    RETURN NULL;
END $$;
"""
WITH_FACTS = CALLBACKS.format(
    columns=", facts", values=", waybill_submission_facts(added.submission_id)"
)
WITHOUT_FACTS = CALLBACKS.format(columns="", values="")

# What was made by an earlier release gets the facts of today: there are no others any more.
FILL = """
UPDATE callbacks_callback SET facts = waybill_submission_facts(submission_id)
WHERE submission_id IS NOT NULL AND facts IS NULL
"""


class Migration(migrations.Migration):

    dependencies = [
        ("callbacks", "0004_secrets_under_data_keys"),
        ("submissions", "0008_states_apart"),
        ("workflows", "0006_retention"),
    ]

    operations = [
        migrations.AddField(
            model_name="callback", name="facts", field=models.JSONField(null=True)
        ),
        migrations.RunSQL(FACTS, NO_FACTS),
        migrations.RunSQL(WITH_FACTS, WITHOUT_FACTS),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
