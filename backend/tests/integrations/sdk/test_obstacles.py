"""What stands between us and a system is named, and the words say what to do next.

Real servers on loopback, through the connectors for mail and for JSON APIs.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp.connector
import pytest

from integrations.email.connector import EmailConnector
from integrations.email.tests.mail_server import mail_server, scripted
from integrations.rest.connector import RestConnector
from integrations.sdk import Connector, ConnectorError, EgressPolicy, Problem, Trace
from integrations.sdk.testing.calls import LOOPBACK
from integrations.sdk.testing.wire import answer, http_server, tcp_server, unused_port
from tests.integrations.ssrf.certificates import certificate_for

AnyConnector = type[Connector[Any, Any, Any]]
Place = Callable[[str, int, bool], tuple[AnyConnector, dict[str, Any]]]
NAME = "localhost"


def api(host: str, port: int, tls: bool) -> tuple[AnyConnector, dict[str, Any]]:
    scheme = "https" if tls else "http"
    return RestConnector, {"base_url": f"{scheme}://{host}:{port}", "probe_path": "/me"}


def mail(host: str, port: int, tls: bool) -> tuple[AnyConnector, dict[str, Any]]:
    security = "tls" if tls else "none"
    return EmailConnector, {
        "host": host, "port": port, "security": security, "from_address": "a@shop.example",
    }  # fmt: skip


BOTH = pytest.mark.parametrize("place", [api, mail], ids=["api", "mail"])


async def trouble(
    where: tuple[AnyConnector, dict[str, Any]],
    credentials: dict[str, Any] | None = None,
    *,
    policy: EgressPolicy = LOOPBACK,
    limit: float = 30.0,
) -> ConnectorError:
    """What the test of the connection raises."""
    connector, config = where
    async with connector.open(config, credentials or {}, policy, limit) as opened:
        with pytest.raises(ConnectorError) as caught:
            await opened.probe(Trace())
    return caught.value


async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> Callable[[ssl.SSLContext], None]:
    """Lets both connectors trust what a context trusts."""

    def trust(context: ssl.SSLContext) -> None:
        monkeypatch.setattr(aiohttp.connector, "_SSL_CONTEXT_VERIFIED", context)
        monkeypatch.setattr(ssl, "create_default_context", lambda: context)

    return trust


@BOTH
async def test_a_name_without_an_address(place: Place) -> None:
    error = await trouble(place("no-such-host.invalid", 443, True))
    assert error.problem is Problem.NAME_NOT_FOUND
    assert "Check the name of the host" in error.message


@BOTH
async def test_a_port_on_which_nothing_listens(place: Place) -> None:
    error = await trouble(place("127.0.0.1", unused_port(), True))
    assert error.problem is Problem.REFUSED_CONNECTION
    assert "connection refused. Check that it runs" in error.message


@BOTH
async def test_a_server_that_says_nothing(place: Place) -> None:
    async with tcp_server(silent) as (host, port):
        error = await trouble(place(host, port, False), limit=0.3)
    assert error.problem is Problem.TIMED_OUT
    assert "0.3 s" in error.message


@BOTH
async def test_a_private_address(place: Place) -> None:
    error = await trouble(place("127.0.0.1", unused_port(), True), policy=EgressPolicy())
    assert error.problem is Problem.BLOCKED_ADDRESS
    assert "WAYBILL_EGRESS_ALLOW" in error.message


@BOTH
async def test_a_certificate_that_signs_itself(place: Place, tmp_path: Path) -> None:
    shown, _ = certificate_for(NAME, tmp_path)
    async with tcp_server(silent, tls=shown) as (_, port):
        error = await trouble(place(NAME, port, True))
    assert error.problem is Problem.TLS
    assert "it is self-signed. Install a certificate" in error.message


@BOTH
async def test_a_certificate_that_has_expired(
    place: Place, tmp_path: Path, trusting: Callable[[ssl.SSLContext], None]
) -> None:
    shown, context = certificate_for(NAME, tmp_path, ends_in=timedelta(days=-1))
    trusting(context)
    async with tcp_server(silent, tls=shown) as (_, port):
        error = await trouble(place(NAME, port, True))
    assert error.problem is Problem.TLS
    assert "it has expired. Renew" in error.message


@BOTH
async def test_a_certificate_for_another_host(
    place: Place, tmp_path: Path, trusting: Callable[[ssl.SSLContext], None]
) -> None:
    shown, context = certificate_for("elsewhere.example", tmp_path)
    trusting(context)
    async with tcp_server(silent, tls=shown) as (_, port):
        error = await trouble(place(NAME, port, True))
    assert error.problem is Problem.TLS
    assert "it is for another host name" in error.message


@BOTH
async def test_tls_to_a_server_that_speaks_without(place: Place) -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await writer.drain()
        await reader.read()

    async with tcp_server(plain) as (host, port):
        error = await trouble(place(host, port, True))
    assert error.problem is Problem.TLS
    assert "does not speak TLS on this port" in error.message


async def test_a_mail_server_without_starttls() -> None:
    async with mail_server() as server:
        connector, config = mail("127.0.0.1", server.port, False)
        error = await trouble((connector, config | {"security": "starttls"}))
    assert error.problem is Problem.TLS
    assert "offers no STARTTLS. Choose another encryption" in error.message


async def test_a_mail_server_that_refuses_the_password(
    tmp_path: Path, trusting: Callable[[ssl.SSLContext], None]
) -> None:
    shown, context = certificate_for(NAME, tmp_path)
    trusting(context)
    async with mail_server(tls=shown, auth_require_tls=False) as server:
        error = await trouble(
            mail(NAME, server.port, True), {"username": "ada", "password": "wrong-password"}
        )
    assert error.problem is Problem.WRONG_CREDENTIALS
    assert "Check the user name and the password" in error.message
    assert "wrong-password" not in error.message


async def test_a_mail_server_that_refuses_the_sender() -> None:
    async with scripted({"MAIL": b"553 5.7.1 not your address\r\n"}) as port:
        error = await trouble(mail("127.0.0.1", port, False))
    assert error.problem is Problem.MISSING_RIGHTS
    assert "that this account may use" in error.message


async def test_something_that_is_no_mail_server() -> None:
    async def speaks_http(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await writer.drain()
        writer.close()

    async with tcp_server(speaks_http) as (host, port):
        error = await trouble(mail(host, port, False))
    assert error.problem is Problem.NOT_THIS_SYSTEM
    assert "something that is not SMTP" in error.message


async def test_something_that_is_no_web_server() -> None:
    async def speaks_smtp(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example ESMTP\r\n")
        await writer.drain()
        await reader.read()

    async with tcp_server(speaks_smtp) as (host, port):
        error = await trouble(api(host, port, False))
    assert error.problem is Problem.NOT_THIS_SYSTEM


@pytest.mark.parametrize(
    ("said", "problem", "words"),
    [
        (answer(401), Problem.WRONG_CREDENTIALS, "refused the credentials"),
        (answer(403), Problem.MISSING_RIGHTS, "Give the account the right"),
        (answer(404), Problem.WRONG_SETTINGS, "the path of its test"),
        (answer(302, Location="https://x/"), Problem.WRONG_SETTINGS, "final address"),
        (answer(200, b"<html>", Content_Type="text/html"), Problem.NOT_THIS_SYSTEM, "web page"),
        (answer(429), Problem.BUSY, "Try again later"),
        (answer(503), Problem.BUSY, "Try again later"),
        (answer(500), Problem.OUT_OF_ORDER, "out of order"),
    ],
)
async def test_what_an_api_answers_to_its_test(said: bytes, problem: Problem, words: str) -> None:
    async with http_server(lambda _: said) as server:
        error = await trouble(api("127.0.0.1", server.port, False))
    assert error.problem is problem
    assert words in error.message


async def test_an_api_without_a_path_of_its_own_is_honest_about_what_was_not_asked() -> None:
    async with http_server(lambda _: answer(404)) as server:
        config = {"base_url": server.url}
        async with RestConnector.open(config, {}, LOOPBACK, 30.0) as opened:
            assert "Whether it takes the credentials was not asked" in await opened.probe(Trace())
