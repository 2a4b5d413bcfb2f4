"""Fixed addresses for OAuth clients and for services that check our tokens."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from oauthlib.oauth2 import OAuth2Error

from api.authentication.access import acting_from
from api.limits.throttles import device_allow, refused_of
from api.oauth.device import DEVICE_GRANT, device_authorize
from api.oauth.server import CLIENT_GRANT, token_server
from core.accounts.permissions import Permission
from core.credentials.device_sign_ins import INTERVAL_SECONDS, LIFETIME
from core.credentials.token_signing import key_set

_MINUTES_5 = "public, max-age=300"


@csrf_exempt  # it reads no cookie
@require_POST
def token(request: HttpRequest) -> HttpResponse:
    """RFC 6749's token endpoint. It answers in that RFC's format, not with problem details."""
    try:
        _, body, status = token_server(acting_from(request)).create_token_response(
            request.get_full_path(), "POST", _text(request.body), _headers(request)
        )
    except OAuth2Error as error:
        body, status = error.json, error.status_code
    return _answer(body, status)


@csrf_exempt  # it reads no cookie
@require_POST
def device_authorization(request: HttpRequest) -> HttpResponse:
    """RFC 8628's device authorization endpoint: two codes for a program that wants to be let in."""
    if not device_allow(request):
        return refused_of(request)
    try:
        asked = device_authorize(
            request.get_full_path(),
            _text(request.body),
            _headers(request),
            origin=acting_from(request),
        )
    except OAuth2Error as error:
        return _answer(error.json, error.status_code)
    page = f"{settings.WAYBILL_PUBLIC_URL}/device"
    told = {
        "device_code": asked.device_code,
        "user_code": asked.user_code,
        "verification_uri": page,
        "verification_uri_complete": f"{page}?code={asked.user_code}",
        "expires_in": int(LIFETIME.total_seconds()),
        "interval": INTERVAL_SECONDS,
    }
    return _answer(json.dumps(told), 200)


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
            "device_authorization_endpoint": f"{origin}/oauth/device_authorization",
            "jwks_uri": f"{origin}/.well-known/jwks.json",
            "grant_types_supported": [CLIENT_GRANT, DEVICE_GRANT],
            "response_types_supported": [],
            "token_endpoint_auth_methods_supported": [
                "client_secret_basic",
                "client_secret_post",
                "none",
            ],
            "scopes_supported": [str(each) for each in Permission],
            "service_documentation": f"{origin}/api/v1/docs",
        },
        "application/json",
    )


def _public(document: dict[str, Any], content_type: str) -> JsonResponse:
    response = JsonResponse(document, content_type=content_type)
    response["Cache-Control"] = _MINUTES_5
    return response


def _answer(body: str, status: int) -> HttpResponse:
    response = HttpResponse(body, status=status, content_type="application/json")
    response["Cache-Control"] = "no-store"
    if status == 401:
        response["WWW-Authenticate"] = 'Basic realm="waybill"'
    return response


def _headers(request: HttpRequest) -> dict[str, str]:
    names = ("Authorization", "Content-Type")
    return {name: request.headers[name] for name in names if name in request.headers}


def _text(body: bytes) -> str:
    return body.decode(errors="replace")
