from __future__ import annotations

from django.http import HttpRequest
from ninja import Router, Status

from api.authentication.access import ApiRequest, acting, acting_role, requires
from api.authentication.organization_choice import choose_organization
from api.authentication.person import A_PERSON, PersonRequest, acting_person, person_of
from api.endpoints.parameters import Cursor, InvitationId, Limit
from api.errors.documented import responses
from api.schemas.people.accounts import MembershipOut
from api.schemas.people.members import (
    InvitationIn,
    InvitationLookOut,
    InvitationOut,
    InvitationPageOut,
    InvitationTokenIn,
)
from core.access.invitations import (
    invitation_accept,
    invitation_create,
    invitation_find,
    invitation_renew,
    invitation_revoke,
)
from core.access.mail import invitation_send
from core.access.selectors import invitation_page
from core.accounts.permissions import Permission

router = Router(tags=["members"])


@router.post("/look", auth=None, response=responses({200: InvitationLookOut}, body=True))
def look_at_invitation(request: HttpRequest, body: InvitationTokenIn) -> InvitationLookOut:
    """Who invites to what. The token stands in the body, so that no address or log holds it."""
    return InvitationLookOut.of(invitation_find(token=body.token))


@router.post(
    "/accept",
    auth=A_PERSON,
    response=responses({200: MembershipOut}, body=True, signed_in=True),
)
def accept_invitation(request: PersonRequest, body: InvitationTokenIn) -> MembershipOut:
    """Join with an invitation to one's own address, and work for that organization from now on."""
    membership = invitation_accept(
        token=body.token, user=request.auth, actor=acting_person(request)
    )
    choose_organization(request, membership.organization_id)
    return MembershipOut.of(membership)


@router.get(
    "",
    auth=requires(Permission.MEMBERS_MANAGE),
    response=responses({200: InvitationPageOut}, signed_in=True, found=False),
)
def list_invitations(
    request: ApiRequest, cursor: Cursor = None, limit: Limit = 50
) -> InvitationPageOut:
    """Invitations that nobody used or revoked, newest first."""
    page = invitation_page(organization=request.auth.organization, cursor=cursor, limit=limit)
    items = [InvitationOut.of(each) for each in page.items]
    return InvitationPageOut(items=items, next_cursor=page.next_cursor)


@router.post(
    "",
    auth=requires(Permission.MEMBERS_MANAGE),
    response=responses({201: InvitationOut}, body=True, signed_in=True, found=False, conflict=True),
)
def create_invitation(request: ApiRequest, body: InvitationIn) -> Status[InvitationOut]:
    """Invite somebody by e-mail. An open invitation to the same address is replaced.

    503 with the code `email_not_sent`: it is saved and listed, and can be sent again.
    """
    invitation, token = invitation_create(
        organization=request.auth.organization,
        actor=acting(request),
        actor_role=acting_role(request),
        inviter=person_of(request) if request.auth.email is not None else None,
        email=body.email,
        role=body.role,
    )
    invitation_send(invitation=invitation, token=token)
    return Status(201, InvitationOut.of(invitation))


@router.post(
    "/{invitation_id}/resend",
    auth=requires(Permission.MEMBERS_MANAGE),
    response=responses({200: InvitationOut}, signed_in=True),
)
def resend_invitation(request: ApiRequest, invitation_id: InvitationId) -> InvitationOut:
    """Send a new link that is good for seven days. The former link opens nothing any more."""
    invitation, token = invitation_renew(
        organization=request.auth.organization,
        actor=acting(request),
        actor_role=acting_role(request),
        invitation_id=invitation_id,
    )
    invitation_send(invitation=invitation, token=token)
    return InvitationOut.of(invitation)


@router.delete(
    "/{invitation_id}",
    auth=requires(Permission.MEMBERS_MANAGE),
    response=responses({204: None}, signed_in=True),
)
def revoke_invitation(request: ApiRequest, invitation_id: InvitationId) -> Status[None]:
    """Make its link open nothing any more."""
    invitation_revoke(
        organization=request.auth.organization,
        actor=acting(request),
        actor_role=acting_role(request),
        invitation_id=invitation_id,
    )
    return Status(204, None)
