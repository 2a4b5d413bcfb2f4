from __future__ import annotations

from ninja import Router, Status

from api.authentication.access import ApiRequest, acting, requires
from api.endpoints.parameters import Cursor, EndpointId, Limit
from api.errors.documented import responses
from api.schemas.callbacks import (
    CallbackEndpointChangeIn,
    CallbackEndpointIn,
    CallbackEndpointOut,
    CallbackEndpointPageOut,
    CallbackEndpointSecretOut,
    CallbackOut,
)
from core.accounts.permissions import Permission
from core.callbacks.endpoints import (
    endpoint_change,
    endpoint_create,
    endpoint_delete,
    endpoint_get,
    endpoint_ping,
    endpoint_rotate_secret,
)
from core.callbacks.selectors import endpoint_page

router = Router(tags=["callbacks"])


@router.get(
    "",
    auth=requires(Permission.CALLBACKS_READ),
    response=responses({200: CallbackEndpointPageOut}, signed_in=True, found=False),
)
def list_callback_endpoints(
    request: ApiRequest, cursor: Cursor = None, limit: Limit = 50
) -> CallbackEndpointPageOut:
    """Where callbacks go, newest first."""
    page = endpoint_page(organization=request.auth.organization, cursor=cursor, limit=limit)
    items = [CallbackEndpointOut.of(each) for each in page.items]
    return CallbackEndpointPageOut(items=items, next_cursor=page.next_cursor)


@router.post(
    "",
    auth=requires(Permission.CALLBACKS_MANAGE),
    response=responses({201: CallbackEndpointSecretOut}, body=True, signed_in=True, found=False),
)
def create_callback_endpoint(
    request: ApiRequest, body: CallbackEndpointIn
) -> Status[CallbackEndpointSecretOut]:
    """Have signed callbacks sent to an address. The secret is in this answer and nowhere else."""
    endpoint, secret = endpoint_create(
        organization=request.auth.organization,
        url=body.url,
        kinds=body.kinds,
        description=body.description,
        actor=acting(request),
    )
    return Status(201, CallbackEndpointSecretOut.with_secret(endpoint, secret))


@router.get(
    "/{endpoint_id}",
    auth=requires(Permission.CALLBACKS_READ),
    response=responses({200: CallbackEndpointOut}, signed_in=True),
)
def get_callback_endpoint(request: ApiRequest, endpoint_id: EndpointId) -> CallbackEndpointOut:
    """One endpoint, without its secret."""
    organization = request.auth.organization
    return CallbackEndpointOut.of(endpoint_get(organization=organization, endpoint_id=endpoint_id))


@router.put(
    "/{endpoint_id}",
    auth=requires(Permission.CALLBACKS_MANAGE),
    response=responses({200: CallbackEndpointOut}, body=True, signed_in=True),
)
def change_callback_endpoint(
    request: ApiRequest, endpoint_id: EndpointId, body: CallbackEndpointChangeIn
) -> CallbackEndpointOut:
    """Change where it goes and what about; disable it, or enable it again."""
    endpoint = endpoint_change(
        organization=request.auth.organization,
        endpoint_id=endpoint_id,
        actor=acting(request),
        url=body.url,
        kinds=body.kinds,
        description=body.description,
        enabled=body.enabled,
    )
    return CallbackEndpointOut.of(endpoint)


@router.delete(
    "/{endpoint_id}",
    auth=requires(Permission.CALLBACKS_MANAGE),
    response=responses({204: None}, signed_in=True),
)
def delete_callback_endpoint(request: ApiRequest, endpoint_id: EndpointId) -> Status[None]:
    """Remove it with its callbacks."""
    endpoint_delete(
        organization=request.auth.organization, endpoint_id=endpoint_id, actor=acting(request)
    )
    return Status(204, None)


@router.post(
    "/{endpoint_id}/rotate-secret",
    auth=requires(Permission.CALLBACKS_MANAGE),
    response=responses({200: CallbackEndpointSecretOut}, signed_in=True),
)
def rotate_callback_secret(
    request: ApiRequest, endpoint_id: EndpointId
) -> CallbackEndpointSecretOut:
    """A new secret. For a day messages carry two signatures, the former secret's as well."""
    endpoint, secret = endpoint_rotate_secret(
        organization=request.auth.organization, endpoint_id=endpoint_id, actor=acting(request)
    )
    return CallbackEndpointSecretOut.with_secret(endpoint, secret)


@router.post(
    "/{endpoint_id}/ping",
    auth=requires(Permission.CALLBACKS_MANAGE),
    response=responses({202: CallbackOut}, signed_in=True),
)
def ping_callback_endpoint(request: ApiRequest, endpoint_id: EndpointId) -> Status[CallbackOut]:
    """Send a `ping`, to see that callbacks arrive and verify."""
    callback = endpoint_ping(
        organization=request.auth.organization, endpoint_id=endpoint_id, actor=acting(request)
    )
    callback.refresh_from_db()
    return Status(202, CallbackOut.of(callback))
