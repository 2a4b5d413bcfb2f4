"""The `rest` connector: JSON requests to any API, with an idempotency key, a look-up or neither."""

import base64
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, ClassVar
from urllib.parse import quote

from yarl import URL

from integrations.rest.classify import done, present, said
from integrations.rest.finding import (
    look_up_request,
    matching,
    names_the_record,
    with_reference,
)
from integrations.rest.models import (
    RECORD,
    BasicAuth,
    BearerAuth,
    HeaderAuth,
    LookUp,
    RequestIn,
    RequestOut,
    RestConfig,
    RestCredentials,
)
from integrations.rest.pointers import pick
from integrations.sdk import (
    Action,
    Answer,
    AnswerLost,
    Call,
    Connector,
    Effect,
    Hidden,
    Http,
    InvalidInput,
    Network,
    Reference,
    Trace,
    json_values,
    request_of,
)
from integrations.sdk.redaction.redaction import shorten

_LOOK_UP_REDIRECTS = 3


class RestApi:
    """Speaks JSON with one API, signed in. ``parent``: as in `Trace`."""

    def __init__(
        self, http: Http, config: RestConfig, credentials: RestCredentials, parent: str = ""
    ) -> None:
        self._http = http
        self._parent = parent
        self._config = config
        self._auth = credentials.auth

    def made(self, request: RequestIn, extra: dict[str, str], about: str = "") -> Call:
        """The request as it goes over the wire. Raises InvalidInput for what JSON cannot say."""
        url = URL(self._config.base_url + request.path)
        headers = {
            "Accept": "application/json",
            **self._config.headers,
            **request.headers,
            **self._sign_in(),
            **extra,
        }
        if self._parent and self._config.send_trace:
            headers["traceparent"] = self._parent
        return request_of(
            request.method,
            url.update_query(request.query) if request.query else url,
            json=request.body,
            headers=headers,
            about=about,
        )

    async def call(self, made: Call, request: RequestIn) -> RequestOut:
        """Send the request and judge its answer. Raises a `ConnectorError` or `AnswerLost`."""
        url, answer = URL(made.url), await self._http.send(made, cut=True)
        body = done(answer, url.host or "", _with_own_rules(self._config, request))
        link = _own_link(url, answer.headers.get("Location"))
        record = pick(body, request.record_pointer) or _end(url, link)
        remark = None
        if record is None and request.record_pointer is not None:
            remark = _without_record(answer, url.host or "", request.record_pointer)
        elif answer.cut:
            remark = f"{url.host} answered with more than 1 MiB. Only the first 8 KiB are kept."
        if isinstance(body, str):
            body = shorten(body)
        return RequestOut(
            record=record,
            record_url=self._record_url(record) or link,
            status=answer.status,
            body=body,
            remark=remark,
        )

    async def find(self, look_up: LookUp, reference: str) -> RequestOut | None:
        """The record in which our reference stands. Raises a `ConnectorError` or `AnswerLost`."""
        redirects = _LOOK_UP_REDIRECTS if look_up.follow_redirects else 0
        asked = self.made(look_up_request(look_up, reference), {})
        url, answer = URL(asked.url), await self._http.send(asked, redirects=redirects, cut=True)
        if answer.status == 404 and names_the_record(look_up):
            return None
        body = done(answer, url.host or "", self._config, look_up=True)
        if answer.status == HTTPStatus.NO_CONTENT:
            return None
        if answer.cut or isinstance(body, str) or body is None:
            raise AnswerLost(f"{url.host} answered a look-up without JSON.")
        record = matching(look_up, body, reference)
        if record is None:
            return None
        number = pick(record, look_up.record)
        return RequestOut(
            record=number,
            record_url=self._record_url(number),
            status=answer.status,
            body=record,
        )

    async def ask(self) -> str:
        """That the API is there and takes our sign-in. Raises a `ConnectorError`."""
        path = self._config.probe_path
        asked = self.made(RequestIn(method="GET", path=path or "/"), {})
        url, answer = URL(asked.url), await self._http.send(asked, cut=True)
        present(answer, url.host or "", own_path=path is not None)
        if path is None:
            return (
                f"{url.host} answers (HTTP {answer.status}). Whether it takes the credentials was "
                "not asked: name a path that needs them in the connection's settings."
            )
        return f"{url.host} answers {path} (HTTP {answer.status}) and takes the credentials."

    def look_up(self) -> LookUp:
        """How records are found again. Raises InvalidInput when the connection does not say."""
        if self._config.look_up is None:
            raise InvalidInput(
                "The connection does not say how a record is found again. Fill in “How a record "
                "is found again”, or choose another kind of request."
            )
        return self._config.look_up

    def _record_url(self, record: str | None) -> str | None:
        """Where people open it; the number is one part of the address, whatever it looks like."""
        template = self._config.record_url
        if template is None or not record or record in (".", ".."):
            return None
        return template.replace(RECORD, quote(record, safe=""))

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

    def render(self, client: RestApi, payload: RequestIn, ref: Reference) -> tuple[Call, ...]:
        """The one request."""
        return (client.made(payload, {}, "Send the request."),)

    async def send(self, client: RestApi, payload: RequestIn, ref: Reference) -> RequestOut:
        """Send it once."""
        (made,) = self.render(client, payload, ref)
        return await client.call(made, payload)


class SendKeyedRequest(Action[RestApi, RequestIn, RequestOut]):
    """Send a request to an API that answers a repeated `Idempotency-Key` with the first result."""

    name = "request.send_keyed"
    title = "Send a request with an idempotency key"
    done = "{system} has taken {subject}."
    effect = Effect.KEYED
    input_model = RequestIn
    output_model = RequestOut

    def render(self, client: RestApi, payload: RequestIn, ref: Reference) -> tuple[Call, ...]:
        """The one request; the key stays the same over all attempts of the step."""
        return (client.made(payload, {"Idempotency-Key": ref.key}, "Send the request."),)

    async def send(self, client: RestApi, payload: RequestIn, ref: Reference) -> RequestOut:
        """Send it."""
        (made,) = self.render(client, payload, ref)
        return await client.call(made, payload)


class SendFoundRequest(Action[RestApi, RequestIn, RequestOut]):
    """Send a request to an API in which the record can be found again by our reference.

    The connection says how (`look_up`); the reference is put into the body, so that it is there.
    """

    name = "request.send_found"
    title = "Send a request that can be looked up"
    done = "{system} has taken {subject}."
    effect = Effect.READABLE
    input_model = RequestIn
    output_model = RequestOut

    def render(self, client: RestApi, payload: RequestIn, ref: Reference) -> tuple[Call, ...]:
        """The one request, with the reference in it."""
        body = with_reference(client.look_up(), payload.body, ref.code)
        request = payload.model_copy(update={"body": body})
        return (client.made(request, {}, "Send the request, with our reference in it."),)

    async def send(self, client: RestApi, payload: RequestIn, ref: Reference) -> RequestOut:
        """Send it once."""
        (made,) = self.render(client, payload, ref)
        return await client.call(made, payload)

    async def find(self, client: RestApi, ref: Reference) -> RequestOut | None:
        """The record of an earlier send."""
        return await client.find(client.look_up(), ref.code)


class RestConnector(Connector[RestConfig, RestCredentials, RestApi]):
    """Any JSON API over HTTP."""

    name = "rest"
    title = "JSON API"
    peer = "The API"
    config_model = RestConfig
    credentials_model = RestCredentials
    actions: ClassVar = (SendRequest, SendKeyedRequest, SendFoundRequest)

    @classmethod
    def key_window(cls, config: Mapping[str, Any], action: str) -> float | None:
        """What the connection says about its API. Raises KeyError for an unknown action."""
        cls.action(action)
        window: float | None = config.get("idempotency_window_seconds")
        return window

    def __init__(self, config: RestConfig, credentials: RestCredentials, network: Network) -> None:
        super().__init__(config, credentials, network)
        auth = credentials.auth
        self._encoded = Hidden([basic_token(auth)] if isinstance(auth, BasicAuth) else [])

    @classmethod
    def search_lag(cls, config: Mapping[str, Any], action: str) -> float:
        """What the connection says about its API's search. Raises KeyError."""
        cls.action(action)
        return float((config.get("look_up") or {}).get("lag_seconds") or 0.0)

    async def ask(self, trace: Trace) -> str:
        """GET `probe_path`: whatever the API answers, it is there, unless it refuses us."""
        return await self.client(trace).ask()

    def client(self, trace: Trace) -> RestApi:
        """The API for one call. The encoded form of a password is kept out of the trace too."""
        trace.hide_all(self._encoded)
        return RestApi(Http(self.network, trace), self.config, self.credentials, trace.parent)


def basic_token(auth: BasicAuth) -> str:
    """User name and password as HTTP Basic sends them."""
    return base64.b64encode(f"{auth.username}:{auth.password.get_secret_value()}".encode()).decode()


def _own_link(url: URL, location: str | None) -> str | None:
    """`Location` as an absolute link, if it stays on the API's own host."""
    if not location or json_values.text(location) != location:
        return None
    try:
        link = url.join(URL(location))
        return str(link) if link.origin() == url.origin() else None
    except ValueError:
        return None


def _end(url: URL, link: str | None) -> str | None:
    """The last part of a link's path: by custom, the number of the record that it leads to."""
    if link is None or URL(link).path == url.path:
        return None
    parts = [part for part in URL(link).parts if part.strip("/")]
    return json_values.text(parts[-1]) if parts else None


def _with_own_rules(config: RestConfig, request: RequestIn) -> RestConfig:
    """The connection with the rules that the request has of its own."""
    own = {"refused": request.refused, "retry": request.retry, "success": request.success}
    given = {name: rules for name, rules in own.items() if rules is not None}
    return config.model_copy(update=given) if given else config


def _without_record(answer: Answer, host: str, pointer: str) -> str:
    """The remark on a success that lacks the record.

    Raises AnswerLost for a JSON object or list with another status than 201 and 202: this API
    speaks JSON, and some answer 200 with an error inside.
    """
    lacks = f"{host} answered HTTP {answer.status} without the record that was expected"
    if answer.cut:
        return f"{lacks}: the answer is larger than 1 MiB."
    speaks = isinstance(answer.readable_body, dict | list)
    if speaks and answer.status not in (HTTPStatus.CREATED, HTTPStatus.ACCEPTED):
        raise AnswerLost(f"{lacks}.{said(answer)}")
    return f"{lacks}, at {pointer or 'its root'}."
