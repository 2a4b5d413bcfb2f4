"""Searching an organization's submissions by an index, although row-level security is on.

PostgreSQL uses an index before it has applied a policy only for operators that tell nothing about
the rows they reject, and those of text patterns and JSON are not among them: a search by them would
read an organization's whole history. This function runs with the owner's rights and keeps to the
organization in scope by itself, in the same words as the policy.
"""

from __future__ import annotations

import uuid

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from core.accounts.models import Organization
from core.crypto.encryption import SealBroken
from core.submissions.sensitive import search_hash

FOUND = """
CREATE FUNCTION waybill_submissions_found(code text, begins text, address text)
RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = 'force_custom_plan'
AS $$
DECLARE
    organization uuid := NULLIF(current_setting('waybill.organization', true), '')::uuid;
BEGIN
    RETURN QUERY SELECT id FROM public.submissions_submission
    WHERE organization_id = organization
        AND (reference = code OR upper(subject) LIKE upper(begins)
             OR data ? 'email' AND upper(data ->> 'email') = upper(address));
END $$;
REVOKE ALL ON FUNCTION waybill_submissions_found FROM PUBLIC;
"""
NOT_FOUND = "DROP FUNCTION waybill_submissions_found"

_SEARCH = "SELECT waybill_submissions_found(%s, %s, %s)"


def matching(organization: Organization, text: str) -> Q:
    """Those with this id, reference or e-mail answer, or whose subject begins with it.

    Only in the scope of an organization.
    """
    try:
        return Q(pk=uuid.UUID(text))
    except ValueError:
        found = _found(text)
        for hashed in _hashed(organization, text):
            found |= _found(hashed)
        return found


def _found(text: str) -> Q:
    begins = f"{connection.ops.prep_for_like_query(text)}%"
    return Q(pk__in=RawSQL(_SEARCH, [text.upper(), begins, text]))  # noqa: S611  # a constant


def _hashed(organization: Organization, text: str) -> list[str]:
    """How an e-mail answer is kept where it is sensitive."""
    if "@" not in text:
        return []
    try:
        hashed = search_hash(organization.pk, text)
    except SealBroken:
        return []
    return [hashed] if hashed else []
