"""E-mail over real SMTP: what arrives, and what refusals and lost connections mean."""

from __future__ import annotations

import asyncio
import email.policy
import re
import ssl
from email.header import decode_header
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import Envelope
from hypothesis import given, settings
from hypothesis import strategies as st

from integrations.email.connector import EmailConnector, SendEmail
from integrations.email.message import compose
from integrations.email.models import EmailConfig, EmailIn, EmailOut
from integrations.email.tests.mail_server import certificate, mail_server, scripted
from integrations.sdk import (
    AuthFailed,
    ConnectFailed,
    ConnectorError,
    InvalidInput,
    OutcomeUnknown,
    RateLimited,
    Trace,
    Transient,
)
from integrations.sdk.testing.calls import LOOPBACK, REF, send, storable_json

MAIL = {"to": "ada@example.com", "subject": "Welcome", "text": "Hello Ada,\n.\nGrüße\n"}
SIGN_IN = {"username": "waybill", "password": "right"}


def config(port: int, security: str = "none", **more: Any) -> dict[str, Any]:
    settings = {"host": "127.0.0.1", "port": port, "from_address": "hello@shop.example"}
    return settings | {"security": security} | more


async def post(port: int, security: str = "none", **options: Any) -> EmailOut:
    payload = MAIL | options.pop("payload", {})
    settings = config(port, security, **options.pop("settings", {}))
    result = await send(EmailConnector, "email.send", payload, config=settings, **options)
    assert isinstance(result, EmailOut)
    return result


def parsed(envelope: Envelope) -> EmailMessage:
    assert isinstance(envelope.content, bytes)
    return email.message_from_bytes(envelope.content, policy=email.policy.default)


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A server certificate that this process trusts."""
    context, file = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return context


def dated(message: bytes) -> bytes:
    """Without the time at which it was written."""
    return re.sub(rb"(?m)^Date: .*$", b"Date:", message)


async def test_what_is_rendered_is_what_arrives() -> None:
    payload = MAIL | {"to_name": "Ada, née Byron", "subject": "Grüße ✓"}
    async with mail_server() as server:
        opened = EmailConnector.offline(config(server.port), {})
        checked = EmailIn.model_validate(payload)
        (call,) = SendEmail().render(opened.client(Trace()), checked, REF)
        await post(server.port, payload=payload)
        (envelope,) = server.envelopes
    assert isinstance(envelope.content, bytes)
    assert dated(envelope.content) == dated(call.content or b"")
    assert call.headers == {
        "MAIL FROM": f"<{envelope.mail_from}>",
        "RCPT TO": f"<{envelope.rcpt_tos[0]}>",
    }
    assert call.body["headers"]["Subject"] == "Grüße ✓"
    assert call.body["headers"]["To"] == '"Ada, née Byron" <ada@example.com>'
    assert call.body["text"] == MAIL["text"]


def test_a_rendered_address_may_be_of_more_than_ascii() -> None:
    opened = EmailConnector.offline(config(25), {})
    payload = MAIL | {"to": "grüße@example.com"}
    (shown,) = opened.rendered("email.send", payload, REF, Trace())
    assert "grüße@example.com" in shown.body["headers"]["To"]


async def test_the_message_arrives_as_written() -> None:
    payload = {"to_name": "Ada Lovelace, née Byron", "reply_to": "sales@shop.example"}
    async with mail_server() as server:
        result = await post(
            server.port, payload=payload | {"subject": "Grüße ✓"}, settings={"from_name": "Shop ü"}
        )
    envelope = server.envelopes[0]
    message = parsed(envelope)
    assert (envelope.mail_from, envelope.rcpt_tos) == ("hello@shop.example", ["ada@example.com"])
    assert message["Subject"] == "Grüße ✓"
    assert message["From"] == "Shop ü <hello@shop.example>"
    assert message["To"].addresses[0].display_name == "Ada Lovelace, née Byron"
    assert message["Reply-To"] == "sales@shop.example"
    assert message["Message-ID"] == f"<{REF.key}@shop.example>" == result.message_id
    assert message["X-Waybill-Reference"] == REF.code
    assert message.get_content().replace("\r\n", "\n") == MAIL["text"]


async def test_the_message_id_is_the_same_over_all_attempts() -> None:
    async with mail_server() as server:
        assert (await post(server.port)).message_id == (await post(server.port)).message_id


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("subject", "Hi\r\nBcc: all@example.com"),
        ("subject", "Hi\nBcc: all@example.com"),
        ("subject", "Hi\x00"),
        ("subject", "Hi\u2028Bcc: x"),
        ("to", "ada@example.com\r\nBcc: all@example.com"),
        ("to", "ada@example.com, all@example.com"),
        ("to", "not an address"),
        ("to_name", "Ada\r\nBcc: all@example.com"),
        ("reply_to", "a@example.com\nBcc: all@example.com"),
    ],
)
async def test_headers_cannot_be_injected(field: str, value: str) -> None:
    async with mail_server() as server:
        with pytest.raises(InvalidInput) as caught:
            await post(server.port, payload={field: value})
        assert field in caught.value.fields
        assert server.connections == 0


async def test_a_name_that_looks_like_an_address_stays_a_name() -> None:
    async with mail_server() as server:
        await post(server.port, payload={"to_name": 'x" <all@example.com>'})
    message = parsed(server.envelopes[0])
    assert [one.addr_spec for one in message["To"].addresses] == ["ada@example.com"]


NAMES = [
    "Ada B, Head of Purchasing for the Nordic Region and Baltics <boss@evil.example>",
    "a, " * 60 + "<boss@evil.example>",
    'x" <boss@evil.example>, "y',
    "boss@evil.example,",
    "=?utf-8?q?boss=40evil.example=2C?=",
    "Grüße, Ada (née Byron); boss@evil.example:",
    "\\" * 90,
    "\u202eada\u2066 " * 20,
]


@pytest.mark.parametrize("name", NAMES)
async def test_a_name_never_becomes_a_second_mailbox(name: str) -> None:
    payload = {"to_name": name[:255], "reply_to": "sales@shop.example"}
    async with mail_server() as server:
        await post(server.port, payload=payload, settings={"from_name": name[:255]})
    raw = server.envelopes[0].content
    assert isinstance(raw, bytes)
    head = raw.partition(b"\r\n\r\n")[0].replace(b"\r\n ", b" ")
    lines = dict(line.split(b": ", 1) for line in head.split(b"\r\n"))
    for header, address in ((b"To", b"ada@example.com"), (b"From", b"hello@shop.example")):
        # On the bytes: one angle, and before it nothing that a reader of headers could split at.
        phrase, _, rest = lines[header].partition(b"<")
        assert rest == address + b">"
        assert re.fullmatch(rb"[A-Za-z0-9=?' !*+/_-]*", phrase)
    message = parsed(server.envelopes[0])
    assert [one.addr_spec for one in message["To"].addresses] == ["ada@example.com"]
    assert max(map(len, raw.split(b"\r\n"))) <= 998


async def test_an_international_domain_is_written_as_mail_servers_know_it() -> None:
    async with mail_server() as server:
        await post(
            server.port,
            payload={"to": "ada@bücher.example"},
            settings={"from_address": "hello@müller.example"},
        )
    (envelope,) = server.envelopes
    assert envelope.mail_from == "hello@xn--mller-kva.example"
    assert envelope.rcpt_tos == ["ada@xn--bcher-kva.example"]


INTERNATIONAL = [("to", "josé@exämple.com"), ("reply_to", "jörg@example.com")]


@pytest.mark.parametrize(("field", "address"), INTERNATIONAL)
async def test_a_mailbox_of_other_letters_needs_a_server_that_takes_them(
    field: str, address: str
) -> None:
    async with mail_server() as server:
        with pytest.raises(InvalidInput, match="other than those of ASCII") as caught:
            await post(server.port, payload={field: address})
        assert field in caught.value.fields
        assert not server.envelopes


@pytest.mark.parametrize(("field", "address"), INTERNATIONAL)
async def test_a_mailbox_of_other_letters_is_sent_where_the_server_takes_them(
    field: str, address: str
) -> None:
    async with mail_server(enable_SMTPUTF8=True) as server:
        await post(server.port, payload={field: address, "to_name": "José, ü"})
        await post(server.port, settings={"from_address": "jörg@example.com"})
        await post(server.port)
    first, second, plain = server.envelopes
    written = address.replace("exämple", "xn--exmple-cua")
    assert "SMTPUTF8" in first.mail_options
    assert first.rcpt_tos == [written if field == "to" else "ada@example.com"]
    assert isinstance(first.content, bytes)
    assert f"<{written}>".encode() in first.content
    assert second.mail_from == "jörg@example.com"
    assert "SMTPUTF8" not in plain.mail_options


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=80)


@given(name=TEXTS, subject=TEXTS.filter(bool))
def test_the_headers_say_what_was_given_and_name_one_mailbox(name: str, subject: str) -> None:
    sender = EmailConfig(host="x", from_address="hello@shop.example", from_name=name)
    mail = EmailIn(to="ada@example.com", to_name=name, subject=subject, text="Hello")
    raw = compose(sender, mail, REF)
    head, _, rest = raw.partition(b"\r\n\r\n")
    lines = head.replace(b"\r\n ", b" ").split(b"\r\n")
    assert head.isascii()
    assert [line.partition(b":")[0] for line in lines][:3] == [b"From", b"To", b"Subject"]
    assert rest.strip() == b"Hello"
    for line, address in ((lines[0], b"hello@shop.example"), (lines[1], b"ada@example.com")):
        phrase, _, mailbox = line.partition(b": ")[2].partition(b"<")
        assert mailbox == address + b">"
        assert re.fullmatch(rb"[A-Za-z0-9=?' !*+/_-]*", phrase)
        assert _read(phrase).split() == name.split()
    assert _read(lines[2].partition(b": ")[2]).split() == subject.split()


def _read(header: bytes) -> str:
    """A header as a mail program shows it, by another part of the standard library."""
    parts = decode_header(header.decode().strip())
    return "".join(
        part if isinstance(part, str) else part.decode(charset or "ascii")
        for part, charset in parts
    )


REFUSALS: list[tuple[str, str, type[ConnectorError], str]] = [
    ("RCPT", "550 5.1.1 no such user", InvalidInput, "refuses the recipient ada@example.com"),
    ("RCPT", "450 4.2.0 greylisted", Transient, "cannot take the message now"),
    ("RCPT", "421 4.3.2 going down", Transient, "cannot take the message now"),
    ("RCPT", "450 4.7.28 too many", RateLimited, "slow down"),
    ("MAIL", "553 5.7.1 not your address", InvalidInput, "refuses the sender hello@shop.example"),
    ("MAIL", "530 5.7.0 sign in first", AuthFailed, "refused the sign-in"),
    ("DATA", "554 5.7.1 looks like spam", InvalidInput, "refuses the message"),
    ("DATA", "451 4.3.0 disk full", Transient, "cannot take the message now"),
    ("DATA", "550 5.4.5 Daily user sending quota exceeded", RateLimited, "slow down"),
    ("RCPT", "550 5.7.28 unusual rate of mail", RateLimited, "slow down"),
    ("RCPT", "552 5.2.2 mailbox full", Transient, "cannot take the message now"),
    ("RCPT", "552 over quota", Transient, "cannot take the message now"),
    ("RCPT", "550 5.2.2 over quota", Transient, "cannot take the message now"),
    ("RCPT", "550 5.1.1 no user 4.7.28 rate", InvalidInput, "refuses the recipient"),
    ("DATA", "552 5.3.4 message too large", InvalidInput, "refuses the message"),
    ("DATA", "552 too large", InvalidInput, "refuses the message"),
    ("RCPT", "550 5.4.1 Recipient address rejected: Access denied", InvalidInput, "refuses the"),
    ("RCPT", "550 5.7.27 sender takes no mail", InvalidInput, "refuses the recipient"),
    ("DATA", "554 5.7.233 tenant exceeded its daily limit", RateLimited, "slow down"),
    ("DATA", "554 4.7.1 greylisted", Transient, "cannot take the message now"),
    ("RCPT", "550 authentication required, No Access Ltd", InvalidInput, "refuses the recipient"),
    ("RCPT", "450 4.2.1 your rate is fine", Transient, "cannot take the message now"),
]


@pytest.mark.parametrize(("command", "said", "kind", "words"), REFUSALS)
async def test_a_refusal_is_told_in_words(
    command: str, said: str, kind: type[ConnectorError], words: str
) -> None:
    async with mail_server() as server:
        server.answers[command] = said
        with pytest.raises(kind, match=words) as caught:
            await post(server.port)
        assert said in caught.value.message
        assert not server.envelopes
        if isinstance(caught.value, Transient | RateLimited):
            assert caught.value.not_done


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        ({"MAIL": b"252 maybe\r\n", "RCPT": b"252 maybe\r\n"}, None),
        ({"RCPT": b"hello?\r\n"}, Transient),
        ({"MAIL": b"999 \xff\xfe\r\n"}, Transient),
        ({"EHLO": b"x" * 100_000 + b"\r\n"}, Transient),
        ({".": b"hello?\r\n"}, OutcomeUnknown),
        ({".": b"150 wait\r\n"}, OutcomeUnknown),
        ({".": b"x" * 100_000 + b"\r\n"}, OutcomeUnknown),
        ({".": b"550 \xff\x00 no\r\n"}, InvalidInput),
    ],
)
async def test_an_answer_that_makes_no_sense_is_no_refusal(
    script: dict[str, bytes | None], kind: type[ConnectorError] | None
) -> None:
    trace = Trace()
    async with scripted(script) as port:
        if kind is None:
            await post(port)
            return
        with pytest.raises(kind) as caught:
            await post(port, trace=trace)
        if isinstance(caught.value, Transient):
            assert caught.value.not_done
    assert storable_json([caught.value.message, trace.request, trace.response])


SAID = st.binary(max_size=60).map(lambda text: text.replace(b"\n", b"") + b"\r\n") | st.builds(
    lambda code, text: b"%d %s\r\n" % (code, text.replace(b"\n", b"")),
    st.integers(0, 999),
    st.binary(max_size=20) | st.sampled_from([b"5.4.5 quota", b"5.2.2 full", b"4.7.28 rate"]),
)
SCRIPTS = st.dictionaries(
    st.sampled_from(["EHLO", "HELO", "MAIL", "RCPT", "DATA", ".", "RSET", "NOOP"]),
    SAID | st.none(),
    max_size=3,
)


@given(SCRIPTS)
@settings(max_examples=60, deadline=None)
def test_no_answer_of_a_mail_server_breaks_the_connector_or_its_record(
    script: dict[str, bytes | None],
) -> None:
    asyncio.run(_try_all(script))


async def _try_all(script: dict[str, bytes | None]) -> None:
    async with (
        scripted(script) as port,
        EmailConnector.open(config(port), {}, LOOPBACK, 0.5) as connector,
    ):
        for call in (
            lambda trace: connector.send("email.send", MAIL, REF, trace),
            connector.probe,
        ):
            trace, said = Trace(), ""
            try:
                await call(trace)
            except ConnectorError as error:
                said = error.message
            assert storable_json([said, trace.request, trace.response])


async def test_the_connections_own_test_signs_in_anew_and_sends_nothing(
    trusted: ssl.SSLContext,
) -> None:
    async with mail_server(tls_context=trusted) as server:
        settings = config(server.port, "starttls")
        async with EmailConnector.open(settings, SIGN_IN, LOOPBACK, 5.0) as connector:
            await connector.send("email.send", MAIL, REF, Trace())
            trace = Trace()
            assert "takes the sign-in" in await connector.probe(trace)
        assert len(server.sign_ins) == 2, "a kept connection would not show a changed password"
        assert len(server.envelopes) == 1
        assert not trace.written
        assert "right" not in f"{trace.request} {trace.response}"


@pytest.mark.parametrize(
    ("command", "said", "kind"),
    [
        ("MAIL", "530 5.7.0 sign in first", AuthFailed),
        ("MAIL", "553 5.7.1 not your address", InvalidInput),
        ("MAIL", "451 4.3.0 later", Transient),
    ],
)
async def test_the_connections_own_test_tells_what_is_wrong(
    command: str, said: str, kind: type[ConnectorError]
) -> None:
    async with mail_server() as server:
        server.answers[command] = said
        async with EmailConnector.open(config(server.port), {}, LOOPBACK, 5.0) as connector:
            trace = Trace()
            with pytest.raises(kind):
                await connector.probe(trace)
        assert trace.response is not None
        assert said in trace.response["error"]


async def test_a_refused_recipient_names_the_field() -> None:
    async with mail_server() as server:
        server.answers["RCPT"] = "550 no such user"
        with pytest.raises(InvalidInput) as caught:
            await post(server.port)
    assert "to" in caught.value.fields


@pytest.mark.parametrize("command", ["EHLO", "MAIL", "RCPT"])
async def test_a_connection_lost_before_the_message_may_be_tried_again(command: str) -> None:
    async with scripted({command: None, "HELO": None}) as port:
        with pytest.raises(Transient):
            await post(port)


async def test_a_connection_lost_after_the_message_is_for_a_person() -> None:
    async with scripted({".": None}) as port:
        with pytest.raises(OutcomeUnknown, match="may have been done"):
            await post(port)


async def test_silence_after_the_message_is_for_a_person() -> None:
    async with scripted({".": b""}) as port:
        with pytest.raises(OutcomeUnknown):
            await post(port, limit=0.3)


async def test_silence_before_the_message_may_be_tried_again() -> None:
    async with scripted({"RCPT": b""}) as port:
        with pytest.raises(Transient, match=r"within 0\.3 s"):
            await post(port, limit=0.3)


@pytest.mark.parametrize("security", ["tls", "starttls"])
async def test_signing_in_over_an_encrypted_connection(
    security: str, trusted: ssl.SSLContext
) -> None:
    options: dict[str, Any] = (
        {"tls": trusted, "auth_require_tls": False}
        if security == "tls"
        else {"tls_context": trusted}
    )
    async with mail_server(**options) as server:
        await post(server.port, security, credentials=SIGN_IN)
        assert len(server.envelopes) == 1
        assert [password for _, password in server.sign_ins] == ["right"]


async def test_a_wrong_password_is_tried_once_and_told(trusted: ssl.SSLContext) -> None:
    trace = Trace()
    async with mail_server(tls_context=trusted) as server:
        with pytest.raises(AuthFailed, match="Check the user name and the password"):
            await post(
                server.port,
                "starttls",
                credentials=SIGN_IN | {"password": "wrong-secret"},
                trace=trace,
            )
        assert len(server.sign_ins) == 1
    assert "wrong-secret" not in f"{trace.request} {trace.response}"


@pytest.mark.parametrize("security", ["tls", "starttls"])
async def test_a_certificate_that_is_not_trusted_stops_everything(
    security: str, tmp_path: Path
) -> None:
    context, _ = certificate(tmp_path)
    options: dict[str, Any] = {"tls": context} if security == "tls" else {"tls_context": context}
    async with mail_server(**options) as server:
        with pytest.raises(ConnectFailed, match="certificate is not valid: it is self-signed"):
            await post(server.port, security, credentials=SIGN_IN)
        assert not server.sign_ins


async def test_a_password_is_not_sent_in_the_clear() -> None:
    async with mail_server() as server:
        with pytest.raises(InvalidInput, match="encrypted connection"):
            await post(server.port, credentials=SIGN_IN)
        assert server.connections == 0


async def test_a_server_without_starttls_is_not_used_in_the_clear() -> None:
    async with mail_server() as server:
        with pytest.raises(InvalidInput, match="offers no STARTTLS"):
            await post(server.port, "starttls")
        assert not server.envelopes


async def test_one_connection_carries_many_messages() -> None:
    async with (
        mail_server() as server,
        EmailConnector.open(config(server.port), {}, LOOPBACK, 5.0) as connector,
    ):
        for _ in range(5):
            await connector.send("email.send", MAIL, REF, Trace())
        assert (len(server.envelopes), server.connections) == (5, 1)


async def test_concurrent_messages_do_not_mix() -> None:
    async with (
        mail_server() as server,
        EmailConnector.open(config(server.port), {}, LOOPBACK, 10.0) as connector,
    ):
        await asyncio.gather(
            *(
                connector.send("email.send", MAIL | {"to": f"u{n}@example.com"}, REF, Trace())
                for n in range(30)
            )
        )
    assert sorted(one.rcpt_tos[0] for one in server.envelopes) == sorted(
        f"u{n}@example.com" for n in range(30)
    )


async def test_a_kept_connection_that_the_server_closed_is_replaced() -> None:
    async with (
        mail_server(timeout=0.2) as server,
        EmailConnector.open(config(server.port), {}, LOOPBACK, 5.0) as connector,
    ):
        await connector.send("email.send", MAIL, REF, Trace())
        await asyncio.sleep(0.5)
        await connector.send("email.send", MAIL, REF, Trace())
        assert (len(server.envelopes), server.connections) == (2, 2)
