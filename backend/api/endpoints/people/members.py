from __future__ import annotations

from ninja import Router, Status

from api.authentication.access import ApiRequest, acting, acting_role, requires, requires_person
from api.authentication.person import person_of
from api.endpoints.parameters import Cursor, Limit, MemberId
from api.errors.documented import responses
from api.schemas.people.members import MemberOut, MemberPageOut, RoleIn, TransferOut
from core.access.members import member_change_role, member_remove, ownership_transfer
from core.access.selectors import member_page
from core.accounts.permissions import Permission

router = Router(tags=["members"])


@router.get(
    "",
    auth=requires(Permission.MEMBERS_READ),
    response=responses({200: MemberPageOut}, signed_in=True, found=False),
)
def list_members(request: ApiRequest, cursor: Cursor = None, limit: Limit = 50) -> MemberPageOut:
    """Who belongs to the organization, and as what; those who joined last first."""
    page = member_page(organization=request.auth.organization, cursor=cursor, limit=limit)
    items = [MemberOut.of(each) for each in page.items]
    return MemberPageOut(items=items, next_cursor=page.next_cursor)


@router.put(
    "/{member_id}/role",
    auth=requires(Permission.MEMBERS_MANAGE),
    response=responses({200: MemberOut}, body=True, signed_in=True, conflict=True),
)
def change_member_role(request: ApiRequest, member_id: MemberId, body: RoleIn) -> MemberOut:
    """Give a member another role: up to one's own, and nobody who stands above oneself."""
    member = member_change_role(
        organization=request.auth.organization,
        actor=acting(request),
        actor_role=acting_role(request),
        member_id=member_id,
        role=body.role,
    )
    return MemberOut.of(member)


@router.delete(
    "/{member_id}",
    auth=requires(Permission.MEMBERS_MANAGE),
    response=responses({204: None}, signed_in=True, conflict=True),
)
def remove_member(request: ApiRequest, member_id: MemberId) -> Status[None]:
    """Take a member out of the organization; invitations that they had sent are revoked."""
    member_remove(
        organization=request.auth.organization,
        actor=acting(request),
        actor_role=acting_role(request),
        member_id=member_id,
    )
    return Status(204, None)


@router.post(
    "/{member_id}/transfer-ownership",
    auth=requires_person(Permission.ORGANIZATION_TRANSFER),
    response=responses({200: TransferOut}, signed_in=True, conflict=True),
)
def transfer_ownership(request: ApiRequest, member_id: MemberId) -> TransferOut:
    """Make another member an owner and oneself an admin. Only a person can do this."""
    owner, former = ownership_transfer(
        organization=request.auth.organization,
        actor=acting(request),
        user=person_of(request),
        member_id=member_id,
    )
    return TransferOut(owner=MemberOut.of(owner), former=MemberOut.of(former))
