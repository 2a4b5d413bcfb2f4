"""The HTTP client of the connectors: bounded, guarded, exact about whether something was sent."""

import asyncio
import json
import math
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
from multidict import CIMultiDictProxy
from yarl import URL

from integrations.sdk import json_values
from integrations.sdk.errors import (
    AnswerLost,
    ConnectFailed,
    EgressBlocked,
    InvalidInput,
    Problem,
    Transient,
)
from integrations.sdk.transport.egress import BlockedAddress
from integrations.sdk.transport.network import Destination, Network
from integrations.sdk.transport.obstacles import obstacle
from integrations.sdk.transport.redirects import next_hop
from integrations.sdk.transport.rendering import Call
from integrations.sdk.transport.trace import Trace

MAX_ANSWER_BYTES = 1024 * 1024
_SHOWN_BYTES = 8 * 1024
_BEGINNING_BYTES = 64 * 1024
_BEGINNING_SECONDS = 1.0
MAX_RETRY_AFTER = 24 * 3600.0
_SECONDS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_JSON_HEADER = {"Content-Type": "application/json"}
_JSON = json.JSONEncoder(separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True)
class Answer:
    """A complete answer of at most 1 MiB; `cut`: the beginning of one that is larger."""

    status: int
    headers: CIMultiDictProxy[str]
    body: bytes
    cut: bool = False
    _parsed: tuple[bool, Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_parsed", json_values.parse(self.body))

    @property
    def media_type(self) -> str:
        """The content type without parameters, lower case."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    def json(self) -> Any:
        """The body as JSON, storable. Raises ValueError when it is something else, or nothing."""
        is_json, value = self._parsed
        if not is_json:
            raise ValueError("the answer is not JSON")
        return value

    @property
    def readable_body(self) -> Any:
        """JSON if it is JSON, None if it is empty, else UTF-8 text: for people and traces."""
        is_json, value = self._parsed
        if is_json or not self.body:
            return value
        return json_values.text(self.body.decode("utf-8", "replace"))

    def retry_after(self) -> float | None:
        """Seconds to wait by `Retry-After`, from 0 to one day; None if absent or odd."""
        now = datetime.now(UTC)
        for text in self.headers.getall("Retry-After", []):
            # A date holds a comma; several values in one line are told apart by one.
            for part in (text, *text.split(",")):
                if (seconds := parse_retry_after(part, now=now)) is not None:
                    return seconds
        return None


_Reading = Callable[[aiohttp.StreamReader, str], Awaitable[tuple[bytes, bool]]]
"""The body, and whether it is only the beginning of it."""


class Http:
    """Sends requests for one call of an action and records them in its trace."""

    def __init__(self, network: Network, trace: Trace) -> None:
        self._network = network
        self._trace = trace

    async def request(
        self,
        method: str,
        url: str | URL,
        *,
        json: Any = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        redirects: int = 0,
        status_only: bool = False,
        cut: bool = False,
        reads: bool = False,
    ) -> Answer:
        """Make one request, send it and read its whole answer: see `request_of` and `send`.

        Raises as both do.
        """
        call = request_of(method, url, json=json, body=body, headers=headers, reads=reads)
        return await self.send(call, redirects=redirects, status_only=status_only, cut=cut)

    async def send(
        self, call: Call, *, redirects: int = 0, status_only: bool = False, cut: bool = False
    ) -> Answer:
        """Send one request and read its whole answer.

        `status_only`: the status line is all that counts. The body may be of any size, break off or
        never end: only its beginning is read. `cut`: of an answer larger than 1 MiB, give the
        beginning. `redirects`: how many a GET, HEAD or OPTIONS may follow, each checked like a
        first address; another origin gets no credentials. Past that, and for what writes, the
        redirect itself is the answer.

        Raises:
            ConnectFailed: nothing was sent.
            EgressBlocked: the address is not allowed.
            InvalidInput: the address, or one redirected to, is not one to send to.
            Transient: the answer to a GET, HEAD, OPTIONS or to what `reads` was lost; asking
                again is safe.
            AnswerLost: something was sent and its answer was lost, cut short or larger than 1 MiB.
        """
        read = _read_beginning if status_only else _read_or_cut if cut else _read
        answer = await self._request(call, read)
        for _ in range(redirects):
            location = answer.headers.get("Location")
            hop = next_hop(call.method, URL(call.url), answer.status, location, call.headers)
            if hop is None:
                break
            target, headers = hop
            call = replace(call, url=target, headers=headers or {})
            answer = await self._request(call, read)
        return answer

    async def _request(self, call: Call, read: _Reading) -> Answer:
        host, port = self._checked(URL(call.url))
        size = None if call.content is None else len(call.content)
        exchange = self._trace.begin(call.method, str(call.url), call.body, size, reads=call.reads)
        started = time.monotonic()
        destination = self._network.heading_for(host, port)
        try:
            answer = await self._exchange(call, destination, read)
        except (ConnectFailed, EgressBlocked, AnswerLost) as error:
            self._trace.failed(exchange, error=error.message, ms=_ms_since(started))
            if isinstance(error, AnswerLost) and call.reads:
                raise Transient(error.message, problem=error.problem) from error
            raise
        self._trace.answered(
            exchange,
            status=answer.status,
            body=answer.readable_body,
            ms=_ms_since(started),
            size=len(answer.body),
        )
        return answer

    def _checked(self, target: URL) -> tuple[str, int]:
        """Host and port of an address that a request may name. Its sockets are checked later."""
        host, port = target.host, target.port
        if target.scheme not in {"http", "https"} or not host or port is None:
            what = host or "The address"
            raise InvalidInput(f"{what} is not an http or https address.")
        if target.raw_user is not None or target.raw_password is not None:
            raise InvalidInput(f"The address of {host} has a user in it. Use the credentials.")
        if not self._network.policy.allows_http(host, port):
            raise EgressBlocked(
                f"Port {port} of {host} is that of another protocol than HTTP. "
                f"If that is meant, allow {host}:{port} in WAYBILL_EGRESS_ALLOW."
            )
        return host, port

    async def _exchange(self, call: Call, destination: Destination, read: _Reading) -> Answer:
        where = self._network.where(destination)
        try:
            async with self._network.session().request(
                call.method,
                call.url,
                data=call.content,
                headers=call.headers,
                allow_redirects=False,
            ) as response:
                body, is_cut = await read(response.content, where)
                return Answer(response.status, response.headers, body, is_cut)
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            if (refused := _refused(error)) is not None:
                raise destination.blocked_error(refused.addresses) from error
            found = obstacle(error, self._network.timeout)
            if destination.connected:
                raise AnswerLost(
                    f"{where} did not answer: {found.reason}.", problem=found.problem
                ) from error
            raise self._network.unreachable(destination, found) from error


def request_of(
    method: str,
    url: str | URL,
    *,
    json: Any = None,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    decoded: Mapping[str, Any] | None = None,
    reads: bool = False,
    about: str = "",
    when: str = "",
) -> Call:
    """One request over HTTP. Nothing is sent.

    `body`: JSON that is already written, where its exact bytes matter. `reads`: a POST that only
    asks, as in RPC; a lost answer may be asked for again. `about`, `when`, `decoded`: see `Call`.

    Raises InvalidInput for what is no address, and for what JSON cannot say.
    """
    content = body if json is None else _encoded(json)
    return Call(
        about=about,
        method=method,
        url=url if isinstance(url, URL) else _parsed_url(url),
        headers=(headers or {}) if content is None else {**_JSON_HEADER, **(headers or {})},
        content=content,
        body=json,
        decoded=decoded or {},
        when=when,
        reads=reads or method in _SAFE_METHODS,
    )


async def _read(stream: aiohttp.StreamReader, where: str) -> tuple[bytes, bool]:
    body, is_cut = await _read_or_cut(stream, where)
    if is_cut:
        raise AnswerLost(f"{where} answered with more than 1 MiB.", problem=Problem.NOT_THIS_SYSTEM)
    return body, False


async def _read_or_cut(stream: aiohttp.StreamReader, where: str) -> tuple[bytes, bool]:
    content = bytearray()
    async for chunk in stream.iter_any():
        content += chunk
        if len(content) > MAX_ANSWER_BYTES:
            return bytes(content[:_SHOWN_BYTES]), True
    return bytes(content), False


async def _read_beginning(stream: aiohttp.StreamReader, where: str) -> tuple[bytes, bool]:
    """What comes at once. The connection is closed if there is more: aiohttp drops it."""
    try:
        async with asyncio.timeout(_BEGINNING_SECONDS):
            return await stream.read(_BEGINNING_BYTES), True
    except (TimeoutError, aiohttp.ClientError, OSError):
        return b"", True


def _parsed_url(text: str) -> URL:
    try:
        return URL(text)
    except ValueError as problem:
        raise InvalidInput(f"The address is not an http or https address: {problem}.") from problem


def _encoded(value: Any) -> bytes:
    try:
        return _JSON.encode(value).encode()
    except (ValueError, RecursionError) as problem:
        raise InvalidInput(f"The request cannot be written as JSON: {problem}.") from problem


def _refused(error: BaseException) -> BlockedAddress | None:
    """The refusal behind an error of aiohttp, which wraps what its resolver and sockets raise."""
    if isinstance(error, aiohttp.ClientConnectorError):
        error = error.os_error
    return error if isinstance(error, BlockedAddress) else None


def _ms_since(started: float) -> int:
    return round((time.monotonic() - started) * 1000)


def parse_retry_after(value: str | None, *, now: datetime) -> float | None:
    """Seconds to wait from seconds or a date, clamped to 0 … one day; None if it makes no sense.

    RFC 9110 allows whole seconds or a date. Fractions are sent too, and are rounded up.
    """
    text = (value or "").strip()
    if _SECONDS.fullmatch(text):
        return min(float(math.ceil(float(text[:12]))), MAX_RETRY_AFTER)
    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        seconds = (moment - now).total_seconds()
    except (ValueError, OverflowError, TypeError, IndexError, AttributeError):
        return None
    return min(max(seconds, 0.0), MAX_RETRY_AFTER)
