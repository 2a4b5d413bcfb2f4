from django.db import migrations

# In one transaction, so that each submission is noted once.
FOR_OTHERS = """
CREATE OR REPLACE FUNCTION waybill_facts_of_submissions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO statistics_fact (organization_id, submission_id, at, happened, sign)
    VALUES (NEW.organization_id, NEW.id, NEW.created_at, 'accepted', 1);
    RETURN NULL;
END $$;
DROP TRIGGER facts_of_submissions ON submissions_submission;
CREATE TRIGGER facts_of_submissions AFTER INSERT ON submissions_submission FOR EACH ROW
WHEN (current_setting('waybill.notes_acceptance', true) IS DISTINCT FROM 'on')
EXECUTE FUNCTION waybill_facts_of_submissions();
"""

FOR_ALL = """
CREATE OR REPLACE FUNCTION waybill_facts_of_submissions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO statistics_fact (organization_id, submission_id, at, happened, sign)
    SELECT organization_id, id, created_at, 'accepted', 1 FROM added;
    RETURN NULL;
END $$;
DROP TRIGGER facts_of_submissions ON submissions_submission;
CREATE TRIGGER facts_of_submissions AFTER INSERT ON submissions_submission
REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION waybill_facts_of_submissions();
"""


class Migration(migrations.Migration):
    """Who accepts a submission writes its fact: a trigger cost intake a hundredth.

    The trigger stays for sessions that do not say so, which are those of the release before.
    """

    dependencies = [("statistics", "0001_initial")]
    operations = [migrations.RunSQL(FOR_OTHERS, FOR_ALL)]
