from django.db import migrations

NO_TRIGGER = """
DROP TRIGGER facts_of_submissions ON submissions_submission;
DROP FUNCTION waybill_facts_of_submissions;
"""

TRIGGER = """
CREATE FUNCTION waybill_facts_of_submissions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO statistics_fact (organization_id, submission_id, at, happened, sign)
    SELECT organization_id, id, created_at, 'accepted', 1 FROM added;
    RETURN NULL;
END $$;
CREATE TRIGGER facts_of_submissions AFTER INSERT ON submissions_submission
REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION waybill_facts_of_submissions();
"""


class Migration(migrations.Migration):
    """Who accepts a submission writes its fact: a trigger cost intake a hundredth.

    What processes of the release before accept after this is not counted until
    `waybill-admin rebuild-statistics` has counted their day again: see `docs/operations/upgrade.md`.
    """

    allowed = {
        "ban-drop-function": "Only the trigger called it. Without it, the release before goes on.",
    }
    dependencies = [("statistics", "0001_initial")]
    operations = [migrations.RunSQL(NO_TRIGGER, TRIGGER)]
