"""Three hundred answers that no documentation mentions, for everything that reads answers.

Each of the bodies comes with each of the statuses; the headers take turns.
"""

from dataclasses import dataclass
from itertools import cycle, product

_NESTED = b'{"id": 7, "a": ' + b'{"a":' * 300 + b"1" + b"}" * 300 + b"}"

BODIES: dict[str, bytes] = {
    "empty": b"",
    "ok": b"ok",
    "record": b'{"id": 7}',
    "page": b"<!doctype html><title>Welcome</title><p>You are not allowed to see this",
    "xml": b'<?xml version="1.0"?><error>no access</error>',
    "null": b"null",
    "true": b"true",
    "number": b"12345678901234567890.123456789",
    "list": b'[{"id": 1}, {"id": 2}]',
    "text": b'"created"',
    "false-success": b'{"success": false, "error": "email taken"}',
    "error": b'{"error": {"message": "the record is locked"}}',
    "errors": b'{"errors": [{"field": "email", "message": "taken"}], "data": null}',
    "problem": b'{"type": "about:blank", "title": "No access Ltd", "status": 500}',
    "mark": b'\xef\xbb\xbf{"id": 7}',
    "nul": b'{"id": 7, "note": "a\\u0000b"}',
    "surrogate": b'{"id": 7, "\\ud800": "\\udfff"}',
    "no-number": b'{"id": 7, "a": NaN, "b": -Infinity, "c": 1e400}',
    "digits": b'{"id": 7, "a": ' + b"9" * 10_000 + b"}",
    "nested": _NESTED,
    "abyss": b"[" * 100_000 + b"]" * 100_000,
    "no-text": b'{"id": 7, "a": "\xff\xfe"}',
    "latin": "Grüße, schön".encode("latin-1"),
    "direction": '{"id": 7, "name": "\u202egpj.exe\u2066"}'.encode(),
    "twice": b'{"id": 1, "id": 2}',
    "cut": b'{"id": 7, "name": "Ac',
    "long": b'{"id": 7, "note": "' + b"x" * 200_000 + b'"}',
    "wide": b'{"id": 7, "rows": [' + b",".join([b'{"a": 1}'] * 5_000) + b"]}",
    "names": b"{" + b",".join(b'"password%d": "x"' % number for number in range(500)) + b"}",
    "spaces": b" \r\n\t\x0b\x00 ",
}
STATUSES = (200, 201, 202, 207, 400, 403, 409, 422, 429, 503)
HEADERS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("Content-Type", "application/json"),),
    (("Content-Type", "text/plain; charset=utf-8"),),
    (("Content-Type", "text/html"),),
    (),
    (("Content-Type", "application/json; charset=utf-16"),),
    (("Content-Type", ";;;"), ("Retry-After", "Sun, 06 Nov 99999999999 08:49:37 GMT")),
    (("Content-Type", "application/json"), ("Retry-After", "-5"), ("Retry-After", "1.5")),
    (("Content-Type", "application/json"), ("Retry-After", "9" * 400)),
    (("Location", "https://elsewhere.example/7"), ("Content-Type", "application/json")),
    (("Location", "//[broken"), ("ETag", "x" * 4_000)),
    (("WWW-Authenticate", ""), ("Content-Type", "application/problem+json")),
)


@dataclass(frozen=True, slots=True)
class OddAnswer:
    """``raw``: the whole answer as bytes, to be written to a socket that stays open."""

    name: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def raw(self) -> bytes:
        lines = [f"HTTP/1.1 {self.status} Odd", *(f"{name}: {text}" for name, text in self.headers)]
        head = "\r\n".join([*lines, f"Content-Length: {len(self.body)}"])
        return f"{head}\r\n\r\n".encode() + self.body


def odd_answers() -> tuple[OddAnswer, ...]:
    """All of them, in the same order each time."""
    headers = cycle(HEADERS)
    return tuple(
        OddAnswer(f"{status} {name}", status, next(headers), body)
        for (name, body), status in product(BODIES.items(), STATUSES)
    )
