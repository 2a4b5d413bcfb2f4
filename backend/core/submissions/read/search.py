"""Searching an organization's submissions by an index, although row-level security is on.

PostgreSQL uses an index before it has applied a policy only for operators that tell nothing about
the rows they reject, and those of text patterns and JSON are not among them: a search by them would
read an organization's whole history. This function runs with the owner's rights and keeps to the
organization in scope by itself, in the same words as the policy.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q

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

MOST_FOUND = 2_000
"""Of each kind, and one less than `FOUND_AT_MOST` gives: what more have in common is read in the
order of the list."""

FOUND_AT_MOST = """
CREATE OR REPLACE FUNCTION waybill_submissions_found(code text, begins text, address text)
RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = 'force_custom_plan'
AS $$
DECLARE
    organization uuid := NULLIF(current_setting('waybill.organization', true), '')::uuid;
BEGIN
    RETURN QUERY
    SELECT id FROM public.submissions_submission
    WHERE organization_id = organization AND reference = code
    UNION
    (SELECT id FROM public.submissions_submission
     WHERE organization_id = organization AND data ? 'email'
         AND upper(data ->> 'email') = upper(address) LIMIT 2001)
    UNION
    (SELECT id FROM public.submissions_submission
     WHERE organization_id = organization AND upper(subject) LIKE upper(begins)
     LIMIT 2001);
END $$;
"""
"""As `FOUND`, each kind by its own index, and only so many of it: a letter begins millions."""
FOUND_WITHOUT_END = FOUND.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION").partition(
    "REVOKE"
)[0]

_SEARCH = "SELECT waybill_submissions_found(%s, %s, %s)"


@dataclass(frozen=True, slots=True)
class Found:
    """``ids``: all that were found; None when they are too many to be listed."""

    condition: Q
    ids: list[uuid.UUID] | None


def found_by_text(organization: Organization, text: str) -> Found:
    """Those with this id, reference or e-mail answer, or whose subject begins with it.

    Only in the scope of an organization.
    """
    try:
        ids = [uuid.UUID(text)]
    except ValueError:
        return _found(text, [text, *_hashed(organization, text)])
    return Found(Q(pk__in=ids), ids)


def _found(text: str, texts: list[str]) -> Found:
    ids = {found for each in texts for found in _ids(each)}
    if len(ids) <= MOST_FOUND:
        return Found(Q(pk__in=ids), sorted(ids))
    # So many are among the newest too: rows are read in their order, and looked at.
    condition = Q(reference=text.upper()) | Q(subject__istartswith=text)
    for each in texts:
        condition |= Q(data__email__iexact=each)
    return Found(condition, None)


def _ids(text: str) -> list[uuid.UUID]:
    begins = f"{connection.ops.prep_for_like_query(text)}%"
    with connection.cursor() as cursor:
        cursor.execute(_SEARCH, [text.upper(), begins, text])
        return [found for (found,) in cursor.fetchall()]


def _hashed(organization: Organization, text: str) -> list[str]:
    """How an e-mail answer is kept where it is sensitive."""
    if "@" not in text:
        return []
    try:
        hashed = search_hash(organization.pk, text)
    except SealBroken:
        return []
    return [hashed] if hashed else []
