"""Searching an organization's entries by text, by an index, although row-level security is on.

PostgreSQL does not use an index for a text pattern before it has applied a policy (see
`core.submissions.read.search`), so a function with the owner's rights looks for the entries, and
keeps to the organization in scope by itself, in the same words as the policy. It gives ids alone,
and no more than `FEW`: what is shown is read under the policy. A text that more entries have needs
no index, since the newest of them come soon.

The index is of trigrams (`pg_trgm`, which comes with PostgreSQL and which the owner of a database
may switch on). Where there is none the function still finds the same, and reads everything for it.
"""

from __future__ import annotations

import uuid

from django.db import connection
from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL

from core.audit.models import AuditEntry
from core.postgres.statements import fetch

FEW = 2_000

_COLUMNS = "actor_name, action, object_id, request_id, address, agent, detail::text, changes::text"
_SEPARATOR = r" || E'\x1f' || "
WRITTEN = f"upper({_SEPARATOR.join(_COLUMNS.split(', '))})"
"""All that can be searched, as SQL: what the index is of."""
INDEX = f"""
CREATE INDEX CONCURRENTLY audit_written ON audit_auditentry
USING gin (({WRITTEN}) public.gin_trgm_ops)
"""
FOUND = f"""
CREATE FUNCTION waybill_audit_found(pattern text, most integer)
RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = 'force_custom_plan'
AS $$
DECLARE
    organization uuid := NULLIF(current_setting('waybill.organization', true), '')::uuid;
BEGIN
    RETURN QUERY SELECT id FROM public.audit_auditentry
    WHERE organization_id = organization AND {WRITTEN} LIKE upper(pattern)
    ORDER BY id DESC LIMIT most;
END $$;
REVOKE ALL ON FUNCTION waybill_audit_found FROM PUBLIC;
"""  # noqa: S608  # constants
NOT_FOUND = "DROP FUNCTION waybill_audit_found"


def saying(rows: QuerySet[AuditEntry], text: str) -> QuerySet[AuditEntry]:
    """Those with this text in whatever is written down. Only in an organization's scope."""
    pattern = f"%{connection.ops.prep_for_like_query(text)}%"
    found = _found(pattern)
    if len(found) < FEW:
        return rows.filter(pk__in=found)
    says = f"{WRITTEN} LIKE upper(%s)"
    return rows.filter(RawSQL(says, [pattern], output_field=BooleanField()))  # noqa: S611  # constants


def _found(pattern: str) -> list[uuid.UUID]:
    statement = "SELECT waybill_audit_found(%(pattern)s, %(most)s)"
    return [row[0] for row in fetch(statement, {"pattern": pattern, "most": FEW})]
