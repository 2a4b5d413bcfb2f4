"""The `rest` connector: a JSON request to any API, with or without an idempotency key."""

import base64
import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, ClassVar

from yarl import URL

from integrations.rest.classify import checked
from integrations.rest.models import (
    BasicAuth,
    BearerAuth,
    HeaderAuth,
    LookUp,
    RequestIn,
    RequestOut,
    RestConfig,
    RestCredentials,
)
from integrations.sdk import Action, Connector, Effect, Http, InvalidInput, Reference, Trace


class RestApi:
    """Speaks JSON with one API, signed in."""

    def __init__(self, http: Http, config: RestConfig, credentials: RestCredentials) -> None:
        self._http = http
        self._config = config
        self._auth = credentials.auth

    async def call(self, request: RequestIn, extra: dict[str, str]) -> RequestOut:
        """Send the request and judge its answer. Raises a `ConnectorError` or `AnswerLost`."""
        url = URL(self._config.base_url + request.path)
        url = url.update_query(request.query) if request.query else url
        headers = {
            "Accept": "application/json",
            **self._config.headers,
            **request.headers,
            **self._sign_in(),
            **extra,
        }
        answer = await self._http.request(request.method, url, json=request.body, headers=headers)
        body = checked(answer, url.host or "", body_expected=request.record_pointer is not None)
        self._refuse_hidden_error(body, url.host or "")
        return RequestOut(
            record=pick(body, request.record_pointer),
            record_url=_own_link(url, answer.headers.get("Location")),
            status=answer.status,
            body=body,
        )

    async def look_up(self, reference: str) -> RequestOut | None:
        """What was made under this reference, None if nothing was. Raises a `ConnectorError`."""
        how = self._look_up()
        url = URL(self._config.base_url + how.path).update_query({how.parameter: reference})
        headers = {"Accept": "application/json", **self._config.headers, **self._sign_in()}
        answer = await self._http.request("GET", url, headers=headers)
        if answer.status == HTTPStatus.NOT_FOUND:
            return None
        body = checked(answer, url.host or "", body_expected=True)
        record = pick(body, how.pointer)
        return RequestOut(record=record, status=answer.status, body=body) if record else None

    def with_reference(self, request: RequestIn, reference: str) -> RequestIn:
        """The request with our reference in the field that the look-up asks for.

        Raises InvalidInput when the connection does not say how to look up, or the body is no
        object.
        """
        how = self._look_up()
        if not isinstance(request.body, dict):
            raise InvalidInput(f"The body must be an object, to hold our reference in {how.field}.")
        return request.model_copy(update={"body": {**request.body, how.field: reference}})

    def _look_up(self) -> LookUp:
        if self._config.look_up is None:
            raise InvalidInput("The connection does not say how to look a reference up.")
        return self._config.look_up

    def _refuse_hidden_error(self, body: Any, host: str) -> None:
        pointer = self._config.error_pointer
        found = None if pointer is None else resolve(body, pointer)
        if found not in (None, False, "", [], {}):
            said = found if isinstance(found, str) else json.dumps(found)
            raise InvalidInput(f"{host} answered with an error inside a success: {said[:300]}")

    def _sign_in(self) -> dict[str, str]:
        match self._auth:
            case BearerAuth(token=token):
                return {"Authorization": f"Bearer {token.get_secret_value()}"}
            case BasicAuth():
                return {"Authorization": f"Basic {basic_token(self._auth)}"}
            case HeaderAuth(name=name, value=value):
                return {name: value.get_secret_value()}
        return {}


class SendRequest(Action[RestApi, RequestIn, RequestOut]):
    """Send a request to an API that knows no idempotency key."""

    name = "request.send"
    title = "Send a request"
    done = "{system} has taken {subject}."
    effect = Effect.BLIND
    input_model = RequestIn
    output_model = RequestOut

    async def send(self, client: RestApi, payload: RequestIn, ref: Reference) -> RequestOut:
        """Send it once."""
        return await client.call(payload, {})


class SendKeyedRequest(Action[RestApi, RequestIn, RequestOut]):
    """Send a request to an API that answers a repeated `Idempotency-Key` with the first result."""

    name = "request.send_keyed"
    title = "Send a request with an idempotency key"
    done = "{system} has taken {subject}."
    effect = Effect.KEYED
    input_model = RequestIn
    output_model = RequestOut

    async def send(self, client: RestApi, payload: RequestIn, ref: Reference) -> RequestOut:
        """Send it; the key stays the same over all attempts of the step."""
        return await client.call(payload, {"Idempotency-Key": ref.key})


class SendReadableRequest(Action[RestApi, RequestIn, RequestOut]):
    """Send a request to an API that can be asked for our reference afterwards."""

    name = "request.send_readable"
    title = "Send a request that can be looked up"
    done = "{system} has taken {subject}."
    effect = Effect.READABLE
    input_model = RequestIn
    output_model = RequestOut

    async def send(self, client: RestApi, payload: RequestIn, ref: Reference) -> RequestOut:
        """Send it once, with our reference in the body."""
        return await client.call(client.with_reference(payload, ref.code), {})

    async def find(self, client: RestApi, ref: Reference) -> RequestOut | None:
        """What an earlier send made, by our reference."""
        return await client.look_up(ref.code)


class RestConnector(Connector[RestConfig, RestCredentials, RestApi]):
    """Any JSON API over HTTP."""

    name = "rest"
    title = "JSON API"
    peer = "The API"
    config_model = RestConfig
    credentials_model = RestCredentials
    actions: ClassVar = (SendRequest, SendKeyedRequest, SendReadableRequest)

    @classmethod
    def key_window(cls, config: Mapping[str, Any], action: str) -> float | None:
        """What the connection says about its API. Raises KeyError for an unknown action."""
        cls.action(action)
        window: float | None = config.get("key_window_seconds")
        return window

    def client(self, trace: Trace) -> RestApi:
        """The API for one call. The encoded form of a password is kept out of the trace too."""
        if isinstance(self.credentials.auth, BasicAuth):
            trace.hide(basic_token(self.credentials.auth))
        return RestApi(Http(self.network, trace), self.config, self.credentials)


def basic_token(auth: BasicAuth) -> str:
    """User name and password as HTTP Basic sends them."""
    return base64.b64encode(f"{auth.username}:{auth.password.get_secret_value()}".encode()).decode()


def pick(body: Any, pointer: str | None) -> str | None:
    """The text or number that the JSON pointer (RFC 6901) leads to, None if there is none."""
    found = None if pointer is None else resolve(body, pointer)
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return None
    return str(found)


def resolve(body: Any, pointer: str) -> Any:
    """What the JSON pointer (RFC 6901) leads to, None if there is nothing."""
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(body, dict):
            body = body.get(name)
        elif isinstance(body, list) and name.isdigit() and int(name) < len(body):
            body = body[int(name)]
        else:
            return None
    return body


def _own_link(url: URL, location: str | None) -> str | None:
    """`Location` as an absolute link, if it stays on the API's own host."""
    if not location:
        return None
    try:
        link = url.join(URL(location))
    except ValueError:
        return None
    return str(link) if link.origin() == url.origin() else None
