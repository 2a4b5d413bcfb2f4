from __future__ import annotations

from typing import Annotated

from ninja import Query, Router

from api.authentication.access import ApiRequest, acting, requires
from api.endpoints.parameters import Cursor, Limit, SlugInPath
from api.errors.documented import responses
from api.schemas.submissions.retention import (
    RetentionIn,
    RetentionOut,
    RetentionPageOut,
    RetentionPreviewOut,
    WorkflowRetentionOut,
)
from core.accounts.permissions import Permission
from core.postgres.pages import page_newest_first
from core.privacy.retention import (
    MOST_DAYS,
    organization_days,
    retention_affects,
    retention_list,
    retention_of,
    retention_set,
)

router = Router(tags=["privacy"])

TriedDays = Annotated[int, Query(ge=1, le=MOST_DAYS, description="The time to try.")]


@router.get(
    "",
    auth=requires(Permission.PRIVACY_MANAGE),
    response=responses({200: RetentionPageOut}, signed_in=True, found=False),
)
def list_retention(
    request: ApiRequest, cursor: Cursor = None, limit: Limit = 50
) -> RetentionPageOut:
    """How long submissions are kept: by the organization, and by each workflow, newest first."""
    organization = request.auth.organization
    workflows = retention_list(organization=organization)
    page = page_newest_first(workflows, cursor=cursor, limit=limit)
    return RetentionPageOut(
        days=organization_days(organization),
        items=[WorkflowRetentionOut.of(each) for each in page.items],
        next_cursor=page.next_cursor,
    )


@router.get(
    "/preview",
    auth=requires(Permission.PRIVACY_MANAGE),
    response=responses({200: RetentionPreviewOut}, signed_in=True, found=False),
)
def preview_retention(request: ApiRequest, days: TriedDays) -> RetentionPreviewOut:
    """How many submissions would be deleted if this were said for all workflows that say nothing
    themselves. Changes nothing."""
    affected = retention_affects(organization=request.auth.organization, workflow=None, days=days)
    return RetentionPreviewOut.of(affected)


@router.get(
    "/workflows/{slug}/preview",
    auth=requires(Permission.PRIVACY_MANAGE),
    response=responses({200: RetentionPreviewOut}, signed_in=True),
)
def preview_workflow_retention(
    request: ApiRequest, slug: SlugInPath, days: TriedDays
) -> RetentionPreviewOut:
    """How many submissions would be deleted if this were said for one workflow. Changes nothing."""
    affected = retention_affects(organization=request.auth.organization, workflow=slug, days=days)
    return RetentionPreviewOut.of(affected)


@router.put(
    "",
    auth=requires(Permission.PRIVACY_MANAGE),
    response=responses({200: RetentionOut}, body=True, signed_in=True, found=False),
)
def set_retention(request: ApiRequest, body: RetentionIn) -> RetentionOut:
    """Say it for all workflows that say nothing themselves. What is older is deleted within six
    hours, and nobody can bring it back."""
    retention_set(
        organization=request.auth.organization,
        workflow=None,
        days=body.days,
        actor=acting(request),
    )
    return RetentionOut(days=body.days)


@router.put(
    "/workflows/{slug}",
    auth=requires(Permission.PRIVACY_MANAGE),
    response=responses({200: WorkflowRetentionOut}, body=True, signed_in=True),
)
def set_workflow_retention(
    request: ApiRequest, slug: SlugInPath, body: RetentionIn
) -> WorkflowRetentionOut:
    """Say it for one workflow. What is older is deleted within six hours, and nobody can bring it
    back."""
    organization = request.auth.organization
    retention_set(organization=organization, workflow=slug, days=body.days, actor=acting(request))
    return WorkflowRetentionOut.of(retention_of(organization=organization, workflow=slug))
