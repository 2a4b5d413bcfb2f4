"""The device authorization grant (RFC 8628), by oauthlib, for programs that keep no secret."""

from __future__ import annotations

from typing import Any

from oauthlib.common import Request
from oauthlib.oauth2 import InvalidRequestError, RequestValidator
from oauthlib.oauth2.rfc8628.grant_types import DeviceCodeGrant

from core.accounts.permissions import Permission
from core.audit.services import Actor
from core.credentials.device_polls import Fetched, NotYet, device_poll
from core.credentials.device_sign_ins import Asked, device_ask
from core.credentials.programs import Program, program_find

DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
_AUTHORIZED = "authorized"
"""``DeviceCodeGrant.DEVICE_CODE_AUTHORIZED``, which oauthlib's types do not know."""


class DeviceValidator(RequestValidator):
    """Answers oauthlib's questions about a program and its codes.

    ``origin``: where the request came from.
    """

    def __init__(self, origin: Actor) -> None:
        self._origin = origin

    def client_authentication_required(self, request: Request, *args: Any, **kwargs: Any) -> bool:
        return False

    def validate_client_id(self, client_id: str, request: Request, *a: Any, **kw: Any) -> bool:
        """Left to `authenticate_client_id`, whose refusal is the ``invalid_client`` of the RFC."""
        return True

    def authenticate_client_id(self, client_id: str, request: Request, *a: Any, **kw: Any) -> bool:
        request.client = program_find(client_id)
        return request.client is not None

    def validate_grant_type(
        self, client_id: str, grant_type: str, client: Any, request: Request, *a: Any, **kw: Any
    ) -> bool:
        return grant_type == DEVICE_GRANT

    def get_default_scopes(self, client_id: str, request: Request, *a: Any, **kw: Any) -> list[str]:
        return sorted(Permission)

    def validate_scopes(
        self, client_id: str, scopes: list[str], client: Any, request: Request, *a: Any, **kw: Any
    ) -> bool:
        return set(scopes) <= set(Permission)

    def validate_device_code(
        self, client_id: str, code: str, request: Request, *args: Any, **kwargs: Any
    ) -> str | None:
        """oauthlib's word for the state of the sign-in. Puts the tokens on the request."""
        if {"client_id", "device_code"} & set(request.duplicate_params):
            raise InvalidRequestError("A parameter is there twice.", request=request)
        answer = device_poll(device_code=code, program=_program_of(request), origin=self._origin)
        if isinstance(answer, NotYet):
            return answer.value
        request.token = answer
        request.scopes = [str(each) for each in answer.scopes]
        return _AUTHORIZED

    def save_bearer_token(self, token: Any, request: Request, *args: Any, **kwargs: Any) -> None:
        """Does nothing: the tokens are signed, and their family is kept."""


def fetched_of(request: Request) -> Fetched | None:
    """The tokens that this request fetched; None for one of another grant."""
    return request.token if isinstance(request.token, Fetched) else None


def device_authorize(uri: str, body: str, headers: dict[str, str], *, origin: Actor) -> Asked:
    """A program asks to be let in. Raises OAuth2Error."""
    request = Request(uri, "POST", body, headers)
    if request.uri_query:
        raise InvalidRequestError("URL query parameters are not allowed", request=request)
    grant = DeviceCodeGrant(DeviceValidator(origin))
    grant.validate_device_authorization_request(request)  # type: ignore[attr-defined]
    return device_ask(program=_program_of(request), scopes=request.scopes or [], origin=origin)


def _program_of(request: Request) -> Program:
    program = request.client
    if not isinstance(program, Program):
        raise TypeError("oauthlib must look the program up first")
    return program
