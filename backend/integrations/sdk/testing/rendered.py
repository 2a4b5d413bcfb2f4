"""Whether requests that arrived are those that were rendered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from yarl import URL

from integrations.sdk import Call, Unknown


class Arriving(Protocol):
    """What is compared of a request that arrived."""

    @property
    def method(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def body(self) -> bytes: ...


@dataclass(frozen=True)
class _Arrived:
    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


def as_it_arrives(call: Call) -> Arriving:
    """A call that was sent, where the wire itself cannot be read."""
    headers = {name.lower(): value for name, value in call.headers.items()}
    return _Arrived(call.method, URL(call.url).raw_path_qs, headers, call.content or b"")


_OF_THE_TRANSPORT = frozenset(
    {"accept", "accept-encoding", "connection", "content-length", "host", "user-agent"}
)
_PLACEHOLDER = "%C2%AB"


def require_rendered(calls: Sequence[Call], arrived: Iterable[Arriving]) -> None:
    """Raise AssertionError unless exactly what was rendered arrived, in this order.

    Byte for byte, but for what an `Unknown` stands for. Of calls that say ``when`` some may not
    have been sent.
    """
    left = list(calls)
    for request in arrived:
        while left and (difference := _difference(left[0], request)) and left[0].when:
            left.pop(0)
        assert left, f"{request.method} {request.target} was not rendered"
        assert not difference, f"{left[0].about} {difference}"
        left.pop(0)
    assert not [call for call in left if not call.when], "not everything rendered was sent"


def _difference(call: Call, request: Arriving) -> str:
    """In what the request is another one; empty if it is the same."""
    if request.method != call.method:
        return f"{request.method} arrived, {call.method} was rendered"
    unknown = {name for name, value in call.decoded.items() if _has_unknown(value)}
    target = URL(call.url).raw_path_qs
    if not _is_target(target, request.target, unknown):
        return f"{request.target} arrived, {target} was rendered"
    return _other_headers(call, request, unknown) or _other_body(call, request.body)


def _is_target(rendered: str, arrived: str, unknown: set[str]) -> bool:
    (path, _, query), (its_path, _, its_query) = rendered.partition("?"), arrived.partition("?")
    segments = _pairs(path, its_path, "/")
    parameters = _pairs(query, its_query, "&")
    return (
        segments is not None
        and parameters is not None
        and all(_PLACEHOLDER in one or one == other for one, other in segments)
        and all(
            one == other
            or (one.partition("=")[0] in unknown and one.split("=")[0] == other.split("=")[0])
            for one, other in parameters
        )
    )


def _pairs(rendered: str, arrived: str, separator: str) -> list[tuple[str, str]] | None:
    """The parts of both, None where there are not as many."""
    parts, its_parts = rendered.split(separator), arrived.split(separator)
    return list(zip(parts, its_parts, strict=True)) if len(parts) == len(its_parts) else None


def _other_headers(call: Call, request: Arriving, unknown: set[str]) -> str:
    rendered = {name.lower(): value for name, value in call.headers.items()}
    arrived = {
        name: value
        for name, value in request.headers.items()
        if name in rendered or name not in _OF_THE_TRANSPORT
    }
    names = rendered.keys() ^ arrived.keys()
    known = rendered.keys() - {name.lower() for name in unknown}
    other = names | {name for name in known if rendered[name] != arrived.get(name)}
    return f"other headers arrived: {sorted(other)}" if other else ""


def _other_body(call: Call, arrived: bytes) -> str:
    if not _has_unknown(call.body):
        same = arrived == (call.content or b"")
    else:
        same = _matches(json.loads(call.content or b"null"), json.loads(arrived), call.body)
    return "" if same else f"{arrived!r} arrived, {call.content!r} was rendered"


def _matches(rendered: Any, arrived: Any, meant: Any) -> bool:
    """``meant``: the same as ``rendered``, in which one sees what is unknown."""
    if isinstance(meant, Unknown):
        return not isinstance(arrived, Unknown)
    if isinstance(rendered, dict) and isinstance(arrived, dict):
        optional = {name for name, value in meant.items() if _may_be_absent(value)}
        if arrived.keys() - rendered.keys() or rendered.keys() - arrived.keys() - optional:
            return False
        return all(_matches(rendered[name], arrived[name], meant[name]) for name in arrived)
    if isinstance(rendered, list) and isinstance(arrived, list) and len(rendered) == len(arrived):
        return all(map(_matches, rendered, arrived, meant))
    return bool(rendered == arrived) and type(rendered) is type(arrived)


def _may_be_absent(value: Any) -> bool:
    return isinstance(value, Unknown) and value.may_be_absent


def _has_unknown(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(map(_has_unknown, value.values()))
    if isinstance(value, list | tuple):
        return any(map(_has_unknown, value))
    return isinstance(value, Unknown)
