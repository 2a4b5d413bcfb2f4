import django.db.models.deletion
from django.db import migrations, models

from core.audit import chain
from core.audit.canonical_json import plain

_BATCH = 2_000

# Sealing fills the two empty columns of the chain, once. Nothing else about an entry changes.
GUARDS = """
CREATE FUNCTION waybill_audit_sealing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.sequence IS NOT NULL OR NEW.sequence IS NULL OR NEW.hash IS NULL
        OR to_jsonb(NEW) - 'sequence' - 'hash' <> to_jsonb(OLD) - 'sequence' - 'hash'
    THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION waybill_audit_head_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.organization_id <> OLD.organization_id OR NEW.sequence <= OLD.sequence THEN
        RAISE EXCEPTION '% only grows', TG_TABLE_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
    END IF;
    RETURN NEW;
END $$;
DROP TRIGGER audit_append_only ON audit_auditentry;
CREATE TRIGGER audit_append_only BEFORE DELETE ON audit_auditentry
FOR EACH ROW EXECUTE FUNCTION waybill_append_only();
CREATE TRIGGER audit_sealing BEFORE UPDATE ON audit_auditentry
FOR EACH ROW EXECUTE FUNCTION waybill_audit_sealing();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit_auditentry
FOR EACH STATEMENT EXECUTE FUNCTION waybill_append_only();
CREATE TRIGGER audit_head_kept BEFORE DELETE ON audit_audithead
FOR EACH ROW EXECUTE FUNCTION waybill_append_only();
CREATE TRIGGER audit_head_grows BEFORE UPDATE ON audit_audithead
FOR EACH ROW EXECUTE FUNCTION waybill_audit_head_grows();
CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_audithead
FOR EACH STATEMENT EXECUTE FUNCTION waybill_append_only();
"""

NO_GUARDS = """
DROP TRIGGER audit_head_no_truncate ON audit_audithead;
DROP TRIGGER audit_head_grows ON audit_audithead;
DROP TRIGGER audit_head_kept ON audit_audithead;
DROP TRIGGER audit_no_truncate ON audit_auditentry;
DROP TRIGGER audit_sealing ON audit_auditentry;
DROP TRIGGER audit_append_only ON audit_auditentry;
DROP FUNCTION waybill_audit_head_grows;
DROP FUNCTION waybill_audit_sealing;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit_auditentry
FOR EACH ROW EXECUTE FUNCTION waybill_append_only();
"""


def chain_what_is_there(apps, schema_editor):
    """Entries of the time before the chain are signed as they are now, in the order of their ids."""
    Entry = apps.get_model("audit", "AuditEntry")
    Head = apps.get_model("audit", "AuditHead")
    key_id = chain.present_key_id()
    for organization_id in Entry.unscoped.values_list("organization_id", flat=True).distinct():
        last, sequence = chain.chain_start(organization_id), 0
        newest = None
        while True:
            rows = Entry.unscoped.filter(organization_id=organization_id, sequence=None)
            entries = list(rows.order_by("id")[:_BATCH])
            for entry in entries:
                sequence += 1
                entry.key_id = key_id
                entry.detail = plain(entry.detail)
                entry.mac = chain.entry_mac(entry)
                entry.sequence = sequence
                last = entry.hash = chain.link_hash(
                    key_id=key_id, before=last, sequence=sequence, mac=entry.mac
                )
                newest = entry.at
            Entry.unscoped.bulk_update(entries, ["key_id", "detail", "mac", "sequence", "hash"])
            if len(entries) < _BATCH:
                break
        Head.unscoped.create(
            organization_id=organization_id,
            sequence=sequence,
            hash=last,
            key_id=key_id,
            mac=chain.head_mac(
                key_id=key_id, organization_id=organization_id, sequence=sequence, last=last
            ),
            sealed_at=newest,
        )


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_managers_of_rows"),
        ("audit", "0003_services_act"),
    ]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE audit_auditentry DISABLE TRIGGER audit_append_only",
            "ALTER TABLE audit_auditentry ENABLE TRIGGER audit_append_only",
        ),
        migrations.CreateModel(
            name='AuditCheck',
            fields=[
                ('organization', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='accounts.organization')),
                ('at', models.DateTimeField()),
                ('entries', models.PositiveBigIntegerField()),
                ('hash', models.CharField(blank=True, help_text='Of the last entry, in hex.', max_length=64)),
                ('finding', models.TextField(blank=True)),
            ],
            managers=[
                ('unscoped', models.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='AuditHead',
            fields=[
                ('organization', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='accounts.organization')),
                ('sequence', models.PositiveBigIntegerField(default=0)),
                ('hash', models.BinaryField(max_length=32)),
                ('key_id', models.CharField(max_length=64)),
                ('mac', models.BinaryField(max_length=32)),
                ('sealed_at', models.DateTimeField()),
            ],
            managers=[
                ('unscoped', models.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='auditentry',
            name='address',
            field=models.CharField(blank=True, db_default='', max_length=45),
        ),
        migrations.AddField(
            model_name='auditentry',
            name='agent',
            field=models.CharField(blank=True, db_default='', max_length=200),
        ),
        migrations.AddField(
            model_name='auditentry',
            name='changes',
            field=models.JSONField(db_default={}, default=dict, help_text='{field: {before, after}}, secrets redacted.'),
        ),
        migrations.AddField(
            model_name='auditentry',
            name='hash',
            field=models.BinaryField(help_text='Over the one before and `mac`.', max_length=32, null=True),
        ),
        migrations.AddField(
            model_name='auditentry',
            name='key_id',
            field=models.CharField(blank=True, db_default='', help_text='Of `mac`.', max_length=64),
        ),
        migrations.AddField(
            model_name='auditentry',
            name='mac',
            field=models.BinaryField(db_default=b'', help_text='Over the columns above.', max_length=32),
        ),
        migrations.AddField(
            model_name='auditentry',
            name='sequence',
            field=models.PositiveBigIntegerField(help_text='Place in the chain, from 1.', null=True),
        ),
        migrations.AddIndex(
            model_name='auditentry',
            index=models.Index(condition=models.Q(('sequence', None)), fields=['organization', 'id'], name='audit_unsealed'),
        ),
        migrations.AddConstraint(
            model_name='auditentry',
            constraint=models.UniqueConstraint(fields=('organization', 'sequence'), name='one_audit_place'),
        ),
        migrations.RunPython(chain_what_is_there, migrations.RunPython.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RunSQL(GUARDS, NO_GUARDS),
    ]
