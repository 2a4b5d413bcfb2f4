from django.db import Error, migrations, transaction

from core.audit.search import FOUND, INDEX, NOT_FOUND


def index_written(apps, schema_editor):
    """Without blocking writers. Where the extension cannot be had, searches go on without it."""
    connection = schema_editor.connection
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public")
    except Error as error:
        print(f"\n    No index for searching the audit log: {str(error).splitlines()[0]}")
        return
    with connection.cursor() as cursor:
        # Of an earlier attempt that was broken off.
        cursor.execute("DROP INDEX IF EXISTS audit_written")
        cursor.execute(INDEX)
        # How often a text occurs decides whether the index is worth it, so have that counted.
        cursor.execute("ANALYZE audit_auditentry")


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("audit", "0004_chain")]
    operations = [
        migrations.RunSQL(FOUND, NOT_FOUND),
        migrations.RunPython(index_written, lambda apps, schema_editor: schema_editor.execute("DROP INDEX IF EXISTS audit_written")),
    ]
