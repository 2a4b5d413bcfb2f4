"""Planted secrets, and the search for them in everything that Waybill keeps, logs or says."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, quote_plus

import redis
from django.conf import settings
from django.db import connection

from core.postgres.tenancy import database_owner

ANSWERS = {
    "email": "canary.unlisted@ünlisted.example",
    "iban": 'DE«89» "O\'Neil & Söhne" /\\ 3704 ünïcødé 漢字',
    "pin": "§7q",
    "card": "40271968350174",
    "remark": 'first line "quoted"\n\tsecond <line> & 100% $ecret',
}
"""Of several shapes: an address, unicode with quotes, short, a number, several lines."""


def forms(secret: str) -> set[bytes]:
    """The ways in which a value is written down: as it is, base64, hex, in URLs and in JSON."""
    raw = secret.encode()
    texts = {
        secret,
        base64.b64encode(raw).decode(),
        base64.b64encode(raw).decode().rstrip("="),
        base64.urlsafe_b64encode(raw).decode(),
        raw.hex(),
        raw.hex().upper(),
        quote(secret),
        quote(secret, safe=""),
        quote_plus(secret),
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
        json.dumps(json.dumps(secret))[3:-3],
    }
    return {text.encode() for text in texts}


@dataclass
class Haystack:
    """What was collected, by where it is from."""

    parts: dict[str, bytes] = field(default_factory=dict)

    def add(self, where: str, content: bytes | str) -> None:
        raw = content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content
        self.parts[where] = self.parts.get(where, b"") + b"\n" + raw

    def findings(self, secrets: dict[str, str]) -> list[str]:
        """Each secret that is in there, with its form and the place: none, if all is well."""
        return [
            f"{name} in {where} as {form!r}"
            for name, secret in secrets.items()
            for form in sorted(forms(secret))
            for where, content in self.parts.items()
            if form in content
        ]


def add_database(haystack: Haystack) -> int:
    """Every column of every row of every table, as text and as bytes; the number of rows."""
    rows = 0
    with database_owner("a dump has every table"), connection.cursor() as cursor:
        cursor.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
            " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        )
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT t.*, t::text FROM {table} AS t")  # noqa: S608
            for row in cursor.fetchall():
                rows += 1
                for value in row:
                    kept = bytes(value) if isinstance(value, bytes | memoryview) else str(value)
                    haystack.add(f"table {table}", kept)
    return rows


def add_redis(haystack: Haystack) -> int:
    """Every key of every Redis database in use; how many."""
    keys = 0
    urls = {
        settings.CELERY_BROKER_URL,
        settings.CELERY_RESULT_BACKEND,
        settings.WAYBILL_EVENTS_REDIS_URL,
    }
    for url in urls:
        store = redis.Redis.from_url(url)
        for key in store.scan_iter():
            keys += 1
            haystack.add("redis", key)
            for value in values_of(store, key):
                haystack.add("redis", value)
        store.close()
    return keys


def values_of(store: Any, key: bytes) -> Iterator[bytes]:
    match store.type(key):
        case b"string":
            yield store.get(key) or b""
        case b"list":
            yield from store.lrange(key, 0, -1)
        case b"set":
            yield from store.smembers(key)
        case b"zset":
            yield from store.zrange(key, 0, -1)
        case b"hash":
            for name, value in store.hgetall(key).items():
                yield name
                yield value
        case b"none":
            return  # the key ended between SCAN and TYPE, as a cache's keys do
        case other:
            raise AssertionError(f"a kind of key that is not looked into: {other!r}")
