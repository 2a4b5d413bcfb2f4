"""API keys and OAuth clients: the same routes for both, each with its own names and schemas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import HttpResponse
from ninja import Router, Status

from api.authentication.access import ApiRequest, acting, making, requires
from api.endpoints.parameters import CredentialId, Cursor, Limit
from api.errors.documented import keep_out_of_caches, responses
from api.schemas.base import Out
from api.schemas.people.credentials import (
    ApiKeyOut,
    ApiKeyPageOut,
    ApiKeySecretOut,
    CredentialIn,
    CredentialOut,
    OAuthClientOut,
    OAuthClientPageOut,
    OAuthClientSecretOut,
    RotationIn,
)
from core.accounts.models import ApiKey
from core.accounts.permissions import Permission
from core.credentials.lifecycle import credential_issue, credential_revoke, credential_rotate
from core.credentials.models import OAuthClient
from core.credentials.selectors import credential_page

C = TypeVar("C", ApiKey, OAuthClient)
View = TypeVar("View", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Kind(Generic[C]):
    """What tells one kind from the other: the model, the schemas, and the words about each route.

    ``name`` becomes a part of the operation ids: ``create_api_key``, ``list_api_keys``.
    """

    model: type[C]
    name: str
    out: type[CredentialOut]
    secret_out: type[CredentialOut]
    page_out: type[Out]
    about_list: str
    about_create: str
    about_rotate: str
    about_revoke: str


def _operation(name: str, about: str) -> Callable[[View], View]:
    """Give a view the name and the docstring that the OpenAPI document takes from it."""

    def rename(view: View) -> View:
        view.__name__, view.__doc__ = name, about
        return view

    return rename


def _router(kind: Kind[C]) -> Router:
    router = Router(tags=["keys"])
    auth = requires(Permission.KEYS_MANAGE)

    @router.get(
        "", auth=auth, response=responses({200: kind.page_out}, signed_in=True, found=False)
    )
    @_operation(f"list_{kind.name}s", kind.about_list)
    def list_credentials(request: ApiRequest, cursor: Cursor = None, limit: Limit = 50) -> Out:
        page = credential_page(
            model=kind.model, organization=request.auth.organization, cursor=cursor, limit=limit
        )
        items = [kind.out.of(each) for each in page.items]
        return kind.page_out.model_validate({"items": items, "next_cursor": page.next_cursor})

    @router.post(
        "",
        auth=auth,
        response=responses({201: kind.secret_out}, body=True, signed_in=True, found=False),
    )
    @_operation(f"create_{kind.name}", kind.about_create)
    def create_credential(
        request: ApiRequest, response: HttpResponse, body: CredentialIn
    ) -> Status[CredentialOut]:
        keep_out_of_caches(response)
        credential, secret = credential_issue(
            model=kind.model,
            organization=request.auth.organization,
            maker=making(request),
            name=body.name,
            scopes=body.scopes,
            expires_at=body.expires_at,
        )
        return Status(201, kind.secret_out.of(credential, secret=secret))

    @router.post(
        "/{credential_id}/rotate",
        auth=auth,
        response=responses({200: kind.secret_out}, body=True, signed_in=True, conflict=True),
    )
    @_operation(f"rotate_{kind.name}", kind.about_rotate)
    def rotate_credential(
        request: ApiRequest, response: HttpResponse, credential_id: CredentialId, body: RotationIn
    ) -> CredentialOut:
        keep_out_of_caches(response)
        credential, secret = credential_rotate(
            model=kind.model,
            organization=request.auth.organization,
            credential_id=credential_id,
            maker=making(request),
            previous_until=body.previous_until,
        )
        return kind.secret_out.of(credential, secret=secret)

    @router.post(
        "/{credential_id}/revoke", auth=auth, response=responses({200: kind.out}, signed_in=True)
    )
    @_operation(f"revoke_{kind.name}", kind.about_revoke)
    def revoke_credential(request: ApiRequest, credential_id: CredentialId) -> CredentialOut:
        credential = credential_revoke(
            model=kind.model,
            organization=request.auth.organization,
            credential_id=credential_id,
            actor=acting(request),
        )
        return kind.out.of(credential)

    return router


_LIMITS = """
It can have no more scopes than you have permissions, and if you are a key yourself, it ends no
later than you do.
"""

api_keys = _router(
    Kind(
        model=ApiKey,
        name="api_key",
        out=ApiKeyOut,
        secret_out=ApiKeySecretOut,
        page_out=ApiKeyPageOut,
        about_list="The API keys, newest first, those that are over as well. No secrets.",
        about_create="Make an API key. The secret is in this answer and nowhere else.\n" + _LIMITS,
        about_rotate="A new secret for the same key. "
        "The present one stays good until a moment that you choose.",
        about_revoke="End a key for good. What uses it is refused within some seconds.",
    )
)
oauth_clients = _router(
    Kind(
        model=OAuthClient,
        name="oauth_client",
        out=OAuthClientOut,
        secret_out=OAuthClientSecretOut,
        page_out=OAuthClientPageOut,
        about_list="The OAuth clients, newest first, those that are over as well. No secrets.",
        about_create="Make an OAuth client. The secret is in this answer and nowhere else.\n"
        + _LIMITS,
        about_rotate="A new secret for the same client. "
        "The present one stays good until a moment you choose.",
        about_revoke="End a client for good. "
        "It gets no tokens; those it has are refused within some seconds.",
    )
)
