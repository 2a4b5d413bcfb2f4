"""Real SMTP servers on loopback: aiosmtpd, plain or with TLS, and one that follows a script."""

from __future__ import annotations

import asyncio
import ipaddress
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from integrations.sdk.testing.wire import tcp_server


@dataclass
class MailServer:
    """What a server took, and how it was asked."""

    port: int = 0
    envelopes: list[Envelope] = field(default_factory=list)
    connections: int = 0
    sign_ins: list[tuple[str, str]] = field(default_factory=list)
    """Mechanism and password of every try."""
    answers: dict[str, str] = field(default_factory=dict)
    """What to say to MAIL, RCPT or DATA instead of yes."""

    async def handle_MAIL(
        self, server: SMTP, session: Any, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return self.answers.get("MAIL", "250 OK")

    async def handle_RCPT(
        self, server: SMTP, session: Any, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if "RCPT" in self.answers:
            return self.answers["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Envelope) -> str:
        if "DATA" in self.answers:
            return self.answers["DATA"]
        self.envelopes.append(envelope)
        return "250 OK queued"

    def authenticate(
        self, server: SMTP, session: Any, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.sign_ins.append((mechanism, data.password.decode()))
        return AuthResult(success=data.password == b"right", handled=False)


@asynccontextmanager
async def mail_server(
    *, tls: ssl.SSLContext | None = None, **options: Any
) -> AsyncIterator[MailServer]:
    """Serve SMTP; with `tls` encrypted from the first byte."""
    taken = MailServer()

    def protocol() -> SMTP:
        taken.connections += 1
        return SMTP(taken, authenticator=taken.authenticate, hostname="mail.test", **options)

    loop = asyncio.get_running_loop()
    server = await loop.create_server(protocol, "127.0.0.1", 0, ssl=tls)
    taken.port = server.sockets[0].getsockname()[1]
    try:
        yield taken
    finally:
        server.close()


@asynccontextmanager
async def scripted(script: dict[str, bytes | None]) -> AsyncIterator[int]:
    """A server that greets and says yes; `script` maps a command to another answer, None hangs up.

    The command `.` is the end of the message.
    """
    defaults = {"DATA": b"354 go on\r\n", "EHLO": b"250 scripted\r\n"}

    async def serve_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 scripted\r\n")
        in_message = False
        while line := await reader.readline():
            command = line.strip().decode().split(" ")[0].upper()
            if in_message and command != ".":
                continue
            said = script.get(command, defaults.get(command, b"250 OK\r\n"))
            if said is None:
                break
            in_message = command == "DATA"
            writer.write(said)
        writer.close()

    async with tcp_server(serve_one) as (_, port):
        yield port


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A server context for 127.0.0.1 and the file of its self-signed certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.test")])
    now = datetime.now(UTC)
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "mail.pem"
    pem = serialization.Encoding.PEM
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + signed.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context, file
