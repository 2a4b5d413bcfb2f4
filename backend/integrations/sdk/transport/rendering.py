"""Requests that are made before anything is sent, and how they are shown to people."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from yarl import URL

from integrations.sdk.redaction.hidden import REDACTED
from integrations.sdk.redaction.redaction import Redactor, is_secret_name

MOST_SHOWN = 128 * 1024
"""Characters of a body, as JSON."""
_PLACEHOLDER = re.compile(r"%C2%AB.*?%C2%BB")
_SCHEMES = frozenset({"Basic", "Bearer"})


class Unknown(str):
    """Stands for what only the system can tell, such as the number of a record there.

    ``may_be_absent``: it may turn out that there is none, and then its key is left out.
    """

    __slots__ = ("may_be_absent",)
    may_be_absent: bool

    def __new__(cls, words: str, *, may_be_absent: bool = False) -> Self:
        made = super().__new__(cls, f"«{words}»")
        made.may_be_absent = may_be_absent
        return made


@dataclass(frozen=True, slots=True)
class Call:
    """One request, ready to go over the wire.

    ``headers``: of HTTP, without those that the transport adds; of a mail, its envelope.
    ``content``: the bytes of the body. ``body``: the same for people, as JSON.
    ``decoded``: what is inside of query parameters and headers that are encoded, by their names.
    ``when``: it is sent only then; empty: always. ``reads``: it changes nothing there.
    """

    about: str
    method: str
    url: URL | str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    content: bytes | None = field(default=None, repr=False)
    body: Any = field(default=None, repr=False)
    decoded: Mapping[str, Any] = field(default_factory=dict, repr=False)
    when: str = ""
    reads: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A `Call` without secrets, JSON-able. ``is_cut``: only the beginning of the body is here."""

    about: str
    when: str
    reads: bool
    method: str
    url: str
    headers: dict[str, str]
    body: Any
    decoded: dict[str, Any]
    is_cut: bool


def shown(call: Call, redactor: Redactor) -> Shown:
    """The call as people may see it: all of it, but for what the redactor knows or suspects."""
    decoded = {name: redactor.body([value], 0)[0] for name, value in call.decoded.items()}
    hidden = {name for name, value in call.decoded.items() if decoded[name] != value}
    body, is_cut = _body(redactor.body([call.body], 0)[0])
    return Shown(
        about=redactor.text(call.about),
        when=redactor.text(call.when),
        reads=call.reads,
        method=call.method,
        url=_url(call.url, redactor, hidden),
        headers={
            name: REDACTED if name in hidden else _header(name, value, redactor)
            for name, value in call.headers.items()
        },
        body=body,
        decoded=decoded,
        is_cut=is_cut,
    )


def _body(clean: Any) -> tuple[Any, bool]:
    written = clean if isinstance(clean, str) else json.dumps(clean, ensure_ascii=False)
    return (clean, False) if len(written) <= MOST_SHOWN else (f"{written[:MOST_SHOWN]}…", True)


def _header(name: str, value: str, redactor: Redactor) -> str:
    if not is_secret_name(name):
        return redactor.text(value)
    scheme = value.partition(" ")[0]
    return f"{scheme} {REDACTED}" if scheme in _SCHEMES else REDACTED


def _url(url: URL | str, redactor: Redactor, hidden: set[str]) -> str:
    """The very address, unless something in it is to be hidden."""
    kept = url
    if isinstance(url, URL) and (names := hidden & url.query.keys()):
        kept = url.update_query(dict.fromkeys(names, REDACTED))
    exact, clean = str(kept), redactor.url(str(kept))
    same = _parsed(urlsplit(exact)) == _parsed(urlsplit(clean))
    return _PLACEHOLDER.sub(lambda found: unquote(found[0]), exact if same else clean)


def _parsed(parts: SplitResult) -> tuple[Any, ...]:
    query = parse_qsl(parts.query, keep_blank_values=True)
    return parts.scheme, parts.netloc, parts.path, query, parts.fragment
