"""The person's side of a device sign-in: what the page `/device` asks."""

from __future__ import annotations

from ipaddress import ip_address

from ninja import Router, Status

from api.authentication.person import A_PERSON, PersonRequest, acting_person
from api.errors.documented import responses
from api.limits.throttles import DeviceCodeThrottle
from api.request.client_address import address_network, client_address
from api.schemas.people.device_sign_ins import DeviceApprovalIn, DeviceCodeIn, DeviceSignInOut
from core.access.people.notices import program_notice
from core.credentials.device_sign_ins import (
    device_approve,
    device_find,
    device_places,
    device_refuse,
)

router = Router(tags=["tokens"], throttle=[DeviceCodeThrottle()])


@router.post(
    "/look",
    auth=A_PERSON,
    response=responses({200: DeviceSignInOut}, body=True, signed_in=True, conflict=True),
)
def look_at_device(request: PersonRequest, body: DeviceCodeIn) -> DeviceSignInOut:
    """Which program asks to be let in under this code, and from where.

    The code stands in the body, so that no log holds it. A person may try 50 in ten minutes.
    """
    waiting = device_find(user_code=body.user_code)
    return DeviceSignInOut.of(
        waiting,
        device_places(waiting, request.auth),
        same_address=_same_address(waiting.address, client_address(request)),
    )


@router.post(
    "/approve",
    auth=A_PERSON,
    response=responses({204: None}, body=True, signed_in=True, conflict=True),
)
def approve_device(request: PersonRequest, body: DeviceApprovalIn) -> Status[None]:
    """Let the program act for oneself in one organization. Only a person in a browser can.

    It may do what it asked for, as far as the person may at that time.
    """
    let_in = device_approve(
        user_code=body.user_code,
        user=request.auth,
        organization_id=body.organization_id,
        actor=acting_person(request),
    )
    program_notice(
        request,
        request.auth,
        program=let_in.name,
        said=let_in.sign_in.agent,
        address=let_in.sign_in.address,
        organization=let_in.organization.name,
    )
    return Status(204, None)


@router.post(
    "/refuse",
    auth=A_PERSON,
    response=responses({204: None}, body=True, signed_in=True, conflict=True),
)
def refuse_device(request: PersonRequest, body: DeviceCodeIn) -> Status[None]:
    """Turn the program away; it is told so with its next poll."""
    device_refuse(user_code=body.user_code, user=request.auth, actor=acting_person(request))
    return Status(204, None)


def _same_address(asked_from: str, person_at: str) -> bool | None:
    """None where it proves nothing: everybody has our own web process's address, or one of the two
    goes out by IPv6 and the other by IPv4."""
    one, other = address_network(asked_from), address_network(person_at)
    versions = {ip_address(asked_from).version, ip_address(person_at).version}
    return None if one is None or other is None or len(versions) == 2 else one == other
