from django.db import migrations

# Whoever deletes a connection locks its row and looks for live steps. What is made meanwhile waits
# here for that lock, and then sees that the connection is gone.
STANDING = """
CREATE FUNCTION waybill_step_connection_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    gone timestamptz;
BEGIN
    SELECT deleted_at INTO gone FROM connections_connection
        WHERE id = NEW.connection_id FOR KEY SHARE;
    IF gone IS NOT NULL THEN
        RAISE EXCEPTION 'connection % was deleted', NEW.connection_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'step_connection_stands';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER step_connection_stands BEFORE INSERT ON workflows_step
    FOR EACH ROW EXECUTE FUNCTION waybill_step_connection_stands();

CREATE FUNCTION waybill_live_connections_stand() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    gone uuid;
BEGIN
    PERFORM 1 FROM connections_connection WHERE id IN (
        SELECT connection_id FROM workflows_step WHERE version_id = NEW.current_id
    ) ORDER BY id FOR KEY SHARE;
    SELECT account.id INTO gone FROM connections_connection AS account
        JOIN workflows_step AS step ON step.connection_id = account.id
        WHERE step.version_id = NEW.current_id AND account.deleted_at IS NOT NULL LIMIT 1;
    IF gone IS NOT NULL THEN
        RAISE EXCEPTION 'connection % was deleted', gone
            USING ERRCODE = 'check_violation', CONSTRAINT = 'live_connections_stand';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER live_connections_stand BEFORE UPDATE OF current_id ON workflows_workflow
    FOR EACH ROW WHEN (NEW.current_id IS DISTINCT FROM OLD.current_id)
    EXECUTE FUNCTION waybill_live_connections_stand();

ALTER TABLE connections_connectionlist ADD CONSTRAINT list_connection_of_organization
    FOREIGN KEY (organization_id, connection_id)
    REFERENCES connections_connection (organization_id, id) DEFERRABLE INITIALLY DEFERRED;
"""
BACK = """
ALTER TABLE connections_connectionlist DROP CONSTRAINT list_connection_of_organization;
DROP TRIGGER live_connections_stand ON workflows_workflow;
DROP FUNCTION waybill_live_connections_stand();
DROP TRIGGER step_connection_stands ON workflows_step;
DROP FUNCTION waybill_step_connection_stands();
"""


class Migration(migrations.Migration):
    """No workflow sends through a connection that was deleted."""

    dependencies = [
        ("connections", "0005_made_by_people"),
        ("delivery", "0004_ticks_have_other_names"),
        ("workflows", "0006_retention"),
    ]

    operations = [migrations.RunSQL(STANDING, BACK)]
