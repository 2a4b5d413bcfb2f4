"""Talks to one mail server and keeps a few signed-in connections for the next message."""

import asyncio
import contextlib
import ssl
import time

import aiosmtplib

from integrations.email.classify import connect_error, is_refusal, is_yes, refusal
from integrations.email.models import EmailConfig, EmailCredentials, Security
from integrations.sdk import (
    AnswerLost,
    AuthFailed,
    ConnectorError,
    InvalidInput,
    Network,
    Problem,
    Trace,
)

_IDLE_CONNECTIONS = 4
_AUTH_METHODS = ("plain", "login", "cram-md5")
_TROUBLE = (aiosmtplib.SMTPException, TimeoutError, OSError, ValueError)
"""ValueError: an answer that the library cannot decode, such as a challenge that is no Base64."""


class MailServer:
    """One mail server under one account. Concurrent sends each have a connection of their own."""

    def __init__(
        self, config: EmailConfig, credentials: EmailCredentials, network: Network
    ) -> None:
        self._config = config
        self._credentials = credentials
        self._network = network
        self._idle: list[aiosmtplib.SMTP] = []
        self._tls: ssl.SSLContext | None = None

    async def deliver(self, recipient: str, message: bytes, trace: Trace) -> str:
        """Hand over one message and return what the server said.

        Raises:
            ConnectFailed, Transient, AuthFailed, InvalidInput: the message was not taken.
            AnswerLost: the message was on its way when the connection broke.
        """
        config = self._config
        request = {"from": config.from_address, "to": recipient, "bytes": len(message)}
        exchange = trace.begin("SMTP", f"smtp://{config.host}:{config.port}", request)
        started = time.monotonic()
        try:
            said = await self._deliver(recipient, message)
        except (ConnectorError, AnswerLost) as error:
            trace.failed(exchange, error=error.message, ms=_ms_since(started))
            raise
        trace.answered(exchange, status=250, body=said, ms=_ms_since(started))
        return said

    async def greet(self, trace: Trace) -> str:
        """Connect, sign in and name the sender, without a message. Raises as `deliver` does.

        The connection is a new one: a kept one signed in earlier.
        """
        exchange = trace.begin("GET", f"smtp://{self._config.host}:{self._config.port}")
        started = time.monotonic()
        try:
            await self._greet()
        except ConnectorError as error:
            trace.failed(exchange, error=error.message, ms=_ms_since(started))
            raise
        trace.answered(exchange, status=250, body=None, ms=_ms_since(started))
        return self._greeting()

    def _greeting(self) -> str:
        config, username = self._config, self._credentials.username
        how = {
            Security.NONE: "without encryption",
            Security.STARTTLS: "encrypted by STARTTLS",
            Security.TLS: "encrypted by TLS",
        }[config.security]
        takes = f"the sign-in as {username} and " if username else ""
        return f"{self._where} answers, {how}. It takes {takes}{config.from_address} as the sender."

    async def _greet(self) -> None:
        client: aiosmtplib.SMTP | None = None
        try:
            async with asyncio.timeout(self._network.timeout):
                client = await self._open()
                await self._name_sender(client, [])
                await client.rset()
                await client.noop()
        except _TROUBLE as error:
            raise self._not_sent(error) from error
        finally:
            if client is not None:
                await _quit(client)

    async def close(self) -> None:
        """Say goodbye on the connections that are kept."""
        while self._idle:
            await _quit(self._idle.pop())

    async def _deliver(self, recipient: str, message: bytes) -> str:
        sending = False
        client: aiosmtplib.SMTP | None = None
        try:
            async with asyncio.timeout(self._network.timeout):
                client = await self._signed_in()
                await self._name_sender(client, await _international(client, message, recipient))
                await self._name_recipient(client, recipient)
                sending = True
                code, said = await client.data(message)
        except _TROUBLE as error:
            refused = isinstance(error, aiosmtplib.SMTPResponseException) and is_refusal(error)
            if sending and not refused:
                raise AnswerLost(f"{self._where} did not confirm the message.") from error
            raise self._not_sent(error) from error
        else:
            self._keep(client)
            client = None
            return f"{code} {said}"
        finally:
            if client is not None:
                client.close()

    @property
    def _where(self) -> str:
        return f"The mail server at {self._config.host}:{self._config.port}"

    def _not_sent(self, error: Exception) -> ConnectorError:
        """The error for trouble before the server took the message."""
        if isinstance(error, aiosmtplib.SMTPResponseException) and is_refusal(error):
            return refusal(error, self._config.host)
        return connect_error(error, self._where, self._network.timeout)

    async def _name_sender(self, client: aiosmtplib.SMTP, options: list[str]) -> None:
        try:
            await client.mail(self._config.from_address, options=options, encoding="utf-8")
        except aiosmtplib.SMTPSenderRefused as answer:
            if not is_yes(answer):
                raise

    async def _name_recipient(self, client: aiosmtplib.SMTP, recipient: str) -> None:
        try:
            await client.rcpt(recipient, encoding="utf-8")
        except aiosmtplib.SMTPRecipientRefused as answer:
            if not is_yes(answer):
                raise

    async def _signed_in(self) -> aiosmtplib.SMTP:
        while self._idle:
            client = self._idle.pop()
            with contextlib.suppress(*_TROUBLE):
                await client.rset()
                return client
            client.close()
        return await self._open()

    async def _open(self) -> aiosmtplib.SMTP:
        config = self._config
        if self._credentials.username is not None and config.security is Security.NONE:
            raise InvalidInput(
                "A password is only sent over an encrypted connection. "
                "Set the encryption of the connection to STARTTLS or TLS.",
                {"security": "choose starttls or tls, or remove the password"},
                problem=Problem.WRONG_SETTINGS,
            )
        if self._tls is None and config.security is not Security.NONE:
            self._tls = await asyncio.to_thread(ssl.create_default_context)
        client = aiosmtplib.SMTP(
            hostname=config.host,
            sock=await self._network.connect(config.host, config.port),
            local_hostname=config.from_address.rpartition("@")[2],
            use_tls=config.security is Security.TLS,
            start_tls=config.security is Security.STARTTLS,
            tls_context=self._tls,
            timeout=None,
        )
        try:
            await client.connect()
            await self._sign_in(client)
        except BaseException:
            client.close()
            raise
        return client

    async def _sign_in(self, client: aiosmtplib.SMTP) -> None:
        username, password = self._credentials.username, self._credentials.password
        if username is None or password is None:
            return
        await client.ehlo()
        # One method only: `login()` tries them all, and every wrong try may lock the account.
        offered = [method for method in _AUTH_METHODS if method in client.server_auth_methods]
        if not offered:
            raise AuthFailed(
                f"{self._config.host} offers no way to sign in with a password. Check the port, or "
                "remove the user name and the password from the connection.",
                problem=Problem.WRONG_SETTINGS,
            )
        sign_in = getattr(client, f"auth_{offered[0].replace('-', '')}")
        await sign_in(username.encode(), password.get_secret_value().encode())

    def _keep(self, client: aiosmtplib.SMTP) -> None:
        if len(self._idle) < _IDLE_CONNECTIONS and client.is_connected:
            self._idle.append(client)
        else:
            client.close()


async def _international(client: aiosmtplib.SMTP, message: bytes, recipient: str) -> list[str]:
    """What to say with the sender of a message with an address that is not ASCII (RFC 6531).

    Nothing else in a message is. Raises InvalidInput when the server does not take such addresses.
    """
    if message.isascii():
        return []
    with contextlib.suppress(aiosmtplib.SMTPHeloError):
        await client.ehlo()
        if client.supports_extension("smtputf8"):
            return ["SMTPUTF8", "BODY=8BITMIME"]
    field = "reply_to" if recipient.isascii() else "to"
    raise InvalidInput(
        "The mail server takes no address with letters other than those of ASCII before the @.",
        {field: "before the @, only letters of ASCII can be delivered here"},
    )


async def _quit(client: aiosmtplib.SMTP) -> None:
    with contextlib.suppress(*_TROUBLE):
        async with asyncio.timeout(2):
            await client.quit()
    client.close()


def _ms_since(started: float) -> int:
    return round((time.monotonic() - started) * 1000)
