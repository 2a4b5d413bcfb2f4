"""Fixed addresses for OAuth clients and for services that check our tokens."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from oauthlib.oauth2 import OAuth2Error

from api.oauth.server import GRANT, token_server
from core.accounts.permissions import Permission
from core.credentials.token_signing import key_set

_MINUTES_5 = "public, max-age=300"


@csrf_exempt  # it reads no cookie
@require_POST
def token(request: HttpRequest) -> HttpResponse:
    """RFC 6749's token endpoint. It answers in that RFC's format, not with problem details."""
    headers = {
        name: request.headers[name]
        for name in ("Authorization", "Content-Type")
        if name in request.headers
    }
    try:
        _, body, status = token_server().create_token_response(
            request.get_full_path(), "POST", _text(request.body), headers
        )
    except OAuth2Error as error:
        body, status = error.json, error.status_code
    response = HttpResponse(body, status=status, content_type="application/json")
    response["Cache-Control"] = "no-store"
    if status == 401:
        response["WWW-Authenticate"] = 'Basic realm="waybill"'
    return response


@require_safe
def jwks(request: HttpRequest) -> JsonResponse:
    """The public keys of our tokens (RFC 7517)."""
    return _public(key_set(), "application/jwk-set+json")


@require_safe
def metadata(request: HttpRequest) -> JsonResponse:
    """The metadata of this authorization server (RFC 8414)."""
    origin = settings.WAYBILL_PUBLIC_URL
    return _public(
        {
            "issuer": origin,
            "token_endpoint": f"{origin}/oauth/token",
            "jwks_uri": f"{origin}/.well-known/jwks.json",
            "grant_types_supported": [GRANT],
            "response_types_supported": [],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "scopes_supported": [str(each) for each in Permission],
            "service_documentation": f"{origin}/api/v1/docs",
        },
        "application/json",
    )


def _public(document: dict[str, Any], content_type: str) -> JsonResponse:
    response = JsonResponse(document, content_type=content_type)
    response["Cache-Control"] = _MINUTES_5
    return response


def _text(body: bytes) -> str:
    return body.decode(errors="replace")
