from __future__ import annotations

from ninja import Router

from api.authentication.access import ApiRequest, acting, requires
from api.errors.documented import responses
from api.schemas.people.members import OrganizationDetailOut, OrganizationIn
from core.access.organizations import organization_change
from core.accounts.permissions import Permission

router = Router(tags=["organization"])


@router.get(
    "",
    auth=requires(Permission.ORGANIZATION_READ),
    response=responses({200: OrganizationDetailOut}, signed_in=True, found=False),
)
def get_organization(request: ApiRequest) -> OrganizationDetailOut:
    """The organization that the caller works for."""
    return OrganizationDetailOut.of(request.auth.organization)


@router.put(
    "",
    auth=requires(Permission.ORGANIZATION_MANAGE),
    response=responses({200: OrganizationDetailOut}, body=True, signed_in=True, found=False),
)
def change_organization(request: ApiRequest, body: OrganizationIn) -> OrganizationDetailOut:
    """Set its name and how long attempts and events are kept."""
    changed = organization_change(
        organization=request.auth.organization,
        actor=acting(request),
        name=body.name,
        retention_days=body.retention_days,
    )
    return OrganizationDetailOut.of(changed)
