from __future__ import annotations

from ninja import Router, Status

from api.authentication.access import AUTHENTICATED, ApiRequest, Principal, SessionAuth
from api.authentication.organization_choice import choose_organization
from api.authentication.person import A_PERSON, PersonRequest, acting_person
from api.endpoints.parameters import OrganizationId
from api.errors.documented import responses
from api.schemas.people.accounts import ChooseOrganizationIn, MeOut, PreferencesIn
from core.access.members import member_leave
from core.accounts.preferences import preferences_of, preferences_set
from core.accounts.selectors import memberships_of
from core.errors import NotFound

router = Router(tags=["accounts"])


@router.get(
    "",
    auth=AUTHENTICATED,
    response=responses({200: MeOut}, signed_in=True, found=False),
)
def get_me(request: ApiRequest) -> MeOut:
    """Who the caller is, for which organization, and to which others they could go over."""
    return _told(request.auth)


@router.put(
    "/preferences",
    auth=[SessionAuth()],
    response=responses({200: MeOut}, body=True, signed_in=True, found=False),
)
def change_my_preferences(request: ApiRequest, body: PreferencesIn) -> MeOut:
    """Set in which language and time zone the console speaks to oneself."""
    preferences_set(user_id=request.auth.id, wanted=body.wanted)
    return _told(request.auth)


@router.put(
    "/organization",
    auth=[SessionAuth()],
    response=responses({200: MeOut}, body=True, signed_in=True),
)
def choose_my_organization(request: ApiRequest, body: ChooseOrganizationIn) -> MeOut:
    """Work for another of one's organizations, until this session ends or chooses again.

    For people in a browser: a token or key names its organization itself.
    """
    mine = memberships_of(user_id=request.auth.id)
    if body.organization_id not in {each.organization_id for each in mine}:
        raise NotFound("You belong to no organization with that id.")
    choose_organization(request, body.organization_id)
    principal = SessionAuth().authenticate(request, None)
    if principal is None:
        raise NotFound("You are no longer signed in.")
    return _told(principal)


@router.delete(
    "/memberships/{organization_id}",
    auth=A_PERSON,
    response=responses({204: None}, signed_in=True, conflict=True),
)
def leave_organization(request: PersonRequest, organization_id: OrganizationId) -> Status[None]:
    """Leave an organization. Its last owner must transfer the ownership first."""
    member_leave(organization_id=organization_id, user=request.auth, actor=acting_person(request))
    return Status(204, None)


def _told(principal: Principal) -> MeOut:
    """A machine has no other organizations and nothing that it prefers."""
    if principal.email is None:
        return MeOut.of(principal)
    return MeOut.of(
        principal,
        memberships_of(user_id=principal.id),
        preferences_of(user_id=principal.id),
    )
