import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models

# It runs in the transaction that closes a gate, while that holds the gate's row, so two of them
# never write about one connection. The condition of the trigger lets a gate pass that only counts.
EPISODES = """
CREATE FUNCTION waybill_episode_begins(
    gate delivery_gate, what text, until timestamptz, said text, lull interval
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE connection_health_episode
    SET times = times + 1, last_at = now(), ended_at = until, message = left(said, 2000)
    WHERE id = (SELECT id FROM connection_health_episode
            WHERE connection_id = gate.connection_id AND kind = what
            ORDER BY began_at DESC LIMIT 1)
        AND (ended_at IS NULL OR ended_at > now() - lull);
    IF FOUND THEN RETURN; END IF;
    INSERT INTO connection_health_episode (organization_id, connection_id, kind, began_at, last_at,
        ended_at, times, message)
    VALUES (gate.organization_id, gate.connection_id, what, now(), now(), until, 1,
        left(said, 2000));
    DELETE FROM connection_health_episode
    WHERE connection_id = gate.connection_id AND began_at < now() - interval '400 days';
END $$;

CREATE FUNCTION waybill_episode_ends(gate delivery_gate, what text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE connection_health_episode SET ended_at = now()
    WHERE connection_id = gate.connection_id AND kind = what
        AND (ended_at IS NULL OR ended_at > now());
END $$;

CREATE FUNCTION waybill_gate_episodes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.breaker_until IS NULL AND OLD.breaker_until IS NOT NULL THEN
        PERFORM waybill_episode_ends(NEW, 'breaker');
    ELSIF NEW.breaker_until IS DISTINCT FROM OLD.breaker_until THEN
        PERFORM waybill_episode_begins(NEW, 'breaker', NULL, '', interval '10 minutes');
    END IF;
    IF NEW.cooling_until IS NULL AND OLD.cooling_until IS NOT NULL THEN
        PERFORM waybill_episode_ends(NEW, 'cooling');
    ELSIF NEW.cooling_until IS DISTINCT FROM OLD.cooling_until THEN
        PERFORM waybill_episode_begins(
            NEW, 'cooling', NEW.cooling_until, '', interval '10 minutes');
    END IF;
    IF NEW.pause_reason = 'auth' AND OLD.pause_reason <> 'auth' THEN
        PERFORM waybill_episode_begins(NEW, 'refused', NULL, NEW.pause_message, interval '0');
    ELSIF OLD.pause_reason = 'auth' AND NEW.pause_reason <> 'auth' THEN
        PERFORM waybill_episode_ends(NEW, 'refused');
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER gate_episodes AFTER UPDATE ON delivery_gate FOR EACH ROW
WHEN (OLD.breaker_until IS DISTINCT FROM NEW.breaker_until
    OR OLD.cooling_until IS DISTINCT FROM NEW.cooling_until
    OR OLD.pause_reason IS DISTINCT FROM NEW.pause_reason)
EXECUTE FUNCTION waybill_gate_episodes();
"""

NO_EPISODES = """
DROP TRIGGER gate_episodes ON delivery_gate;
DROP FUNCTION waybill_gate_episodes;
DROP FUNCTION waybill_episode_ends;
DROP FUNCTION waybill_episode_begins;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0006_submission_retention"),
        ("delivery", "0005_steps_of_connections_that_stand"),
    ]

    operations = [
        migrations.CreateModel(
            name="Episode",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("connection_id", models.UUIDField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("breaker", "Its breaker was open"),
                            ("cooling", "The destination asked for a pause"),
                            (
                                "refused",
                                "The destination refused our sign-in, so Waybill paused it",
                            ),
                        ],
                        max_length=8,
                    ),
                ),
                ("began_at", models.DateTimeField()),
                (
                    "last_at",
                    models.DateTimeField(help_text="When it was closed anew for the last time."),
                ),
                (
                    "ended_at",
                    models.DateTimeField(
                        help_text="Of a cooling: when it ends, which may be to come.", null=True
                    ),
                ),
                ("times", models.PositiveIntegerField(default=1)),
                ("message", models.TextField(blank=True, default="")),
                (
                    "organization",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.organization",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["connection_id", "-began_at"], name="episodes_of_connection"
                    )
                ],
            },
            managers=[
                ("unscoped", django.db.models.manager.Manager()),
            ],
        ),
        migrations.RunSQL(EPISODES, NO_EPISODES),
    ]
