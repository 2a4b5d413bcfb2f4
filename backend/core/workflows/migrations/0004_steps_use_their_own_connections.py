from django.db import migrations

# A foreign key is checked with the owner's rights, so that policies do not bind it: alone it would
# let a step of one organization name the connection of another, whose credentials then send.
TOGETHER = """
ALTER TABLE connections_connection ADD CONSTRAINT connection_of_organization
    UNIQUE (organization_id, id);
ALTER TABLE workflows_step ADD CONSTRAINT step_connection_of_organization
    FOREIGN KEY (organization_id, connection_id)
    REFERENCES connections_connection (organization_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE delivery_gate ADD CONSTRAINT gate_connection_of_organization
    FOREIGN KEY (organization_id, connection_id)
    REFERENCES connections_connection (organization_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE workflows_workflow ADD CONSTRAINT workflow_of_organization UNIQUE (organization_id, id);
ALTER TABLE workflows_workflowversion ADD CONSTRAINT version_workflow_of_organization
    FOREIGN KEY (organization_id, workflow_id)
    REFERENCES workflows_workflow (organization_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE workflows_workflowversion ADD CONSTRAINT version_of_organization
    UNIQUE (organization_id, id);
ALTER TABLE workflows_step ADD CONSTRAINT step_version_of_organization
    FOREIGN KEY (organization_id, version_id)
    REFERENCES workflows_workflowversion (organization_id, id) DEFERRABLE INITIALLY DEFERRED;
"""
APART = """
ALTER TABLE workflows_step DROP CONSTRAINT step_version_of_organization;
ALTER TABLE workflows_workflowversion DROP CONSTRAINT version_of_organization;
ALTER TABLE workflows_workflowversion DROP CONSTRAINT version_workflow_of_organization;
ALTER TABLE workflows_workflow DROP CONSTRAINT workflow_of_organization;
ALTER TABLE delivery_gate DROP CONSTRAINT gate_connection_of_organization;
ALTER TABLE workflows_step DROP CONSTRAINT step_connection_of_organization;
ALTER TABLE connections_connection DROP CONSTRAINT connection_of_organization;
"""


class Migration(migrations.Migration):
    """What belongs together belongs to one organization."""

    dependencies = [
        ("connections", "0003_managers_of_rows"),
        ("delivery", "0003_managers_of_rows"),
        ("workflows", "0003_managers_of_rows"),
    ]

    operations = [
        migrations.RunSQL(TOGETHER, APART),
    ]
