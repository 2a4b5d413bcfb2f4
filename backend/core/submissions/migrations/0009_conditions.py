"""A claimed step run may turn out not to be needed: it ends skipped, and nothing is sent."""

from django.db import migrations, models

CHANGES = """
CREATE OR REPLACE FUNCTION waybill_step_run_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        RAISE EXCEPTION 'a step run cannot begin as %', NEW.status
            USING ERRCODE = 'check_violation', CONSTRAINT = 'step_run_starts';
    END IF;
    IF NEW.fence < OLD.fence THEN
        RAISE EXCEPTION 'step run %: fence % is older than %', OLD.id, NEW.fence, OLD.fence
            USING ERRCODE = 'check_violation', CONSTRAINT = 'fences_only_grow';
    END IF;
    IF NEW.status <> OLD.status AND NOT NEW.status = ANY (CASE OLD.status
        WHEN 'blocked' THEN ARRAY['ready', 'skipped', 'cancelled']
        WHEN 'ready' THEN ARRAY['sending', 'failed', 'unknown', 'cancelled']
        WHEN 'sending' THEN ARRAY['succeeded', 'failed', 'unknown', 'waiting', 'ready'{skipped}]
        WHEN 'waiting' THEN ARRAY['sending', 'ready', 'failed', 'unknown', 'cancelled']
        WHEN 'unknown' THEN ARRAY['succeeded', 'ready', 'failed']
        ELSE ARRAY[]::text[] END)
    THEN
        RAISE EXCEPTION 'step run %: % cannot become %', OLD.id, OLD.status, NEW.status
            USING ERRCODE = 'check_violation', CONSTRAINT = 'step_run_transitions';
    END IF;
    RETURN NEW;
END $$;
"""
SKIPPED = ", 'skipped'"


class Migration(migrations.Migration):
    dependencies = [
        ("submissions", "0008_states_apart"),
    ]

    operations = [
        migrations.AddField(
            model_name="steprun",
            name="not_needed",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Skipped because its condition was false, or all steps before it were not needed. Any other skipped run was skipped after a failure.",
            ),
        ),
        migrations.AlterField(
            model_name="attempt",
            name="outcome",
            field=models.CharField(
                choices=[
                    ("sending", "Sending"),
                    ("succeeded", "Succeeded"),
                    ("found", "Found at the destination"),
                    ("failed", "Failed"),
                    ("lost", "Lost"),
                    ("given_back", "Given back unsent"),
                    ("skipped", "Not needed, so nothing was sent"),
                ],
                default="sending",
                max_length=16,
            ),
        ),
        migrations.RunSQL(
            CHANGES.replace("{skipped}", SKIPPED), CHANGES.replace("{skipped}", "")
        ),
    ]
