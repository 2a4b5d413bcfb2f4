"""Talks to one mail server and keeps a few signed-in connections for the next message."""

import asyncio
import contextlib
import ssl
import time

import aiosmtplib

from integrations.email.classify import connect_error, refusal
from integrations.email.models import EmailConfig, EmailCredentials, Security
from integrations.sdk import AnswerLost, AuthFailed, InvalidInput, Network, Trace

_IDLE_CONNECTIONS = 4
_AUTH_METHODS = ("plain", "login", "cram-md5")


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
        except Exception as error:
            reason = getattr(error, "message", type(error).__name__)
            trace.failed(exchange, error=str(reason), ms=round((time.monotonic() - started) * 1000))
            raise
        trace.answered(
            exchange, status=250, body=said, ms=round((time.monotonic() - started) * 1000)
        )
        return said

    async def greet(self, trace: Trace) -> str:
        """Connect and sign in, without a message. Raises as `deliver` does."""
        config = self._config
        where = f"The mail server at {config.host}:{config.port}"
        exchange = trace.begin("GET", f"smtp://{config.host}:{config.port}")
        started = time.monotonic()
        try:
            async with asyncio.timeout(self._network.timeout):
                client = await self._signed_in()
                await client.noop()
        except aiosmtplib.SMTPResponseException as error:
            raise refusal(error, config.host) from error
        except (aiosmtplib.SMTPException, TimeoutError, OSError) as error:
            raise connect_error(error, where, self._network.timeout) from error
        self._keep(client)
        ms = round((time.monotonic() - started) * 1000)
        trace.answered(exchange, status=250, body=None, ms=ms)
        return f"{where} answers and takes our sign-in."

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
                await client.mail(self._config.from_address)
                await client.rcpt(recipient)
                sending = True
                code, said = await client.data(message)
        except aiosmtplib.SMTPResponseException as error:
            raise refusal(error, self._config.host) from error
        except (aiosmtplib.SMTPException, TimeoutError, OSError) as error:
            where = f"The mail server at {self._config.host}:{self._config.port}"
            if sending:
                raise AnswerLost(f"{where} did not confirm the message.") from error
            raise connect_error(error, where, self._network.timeout) from error
        else:
            self._keep(client)
            client = None
            return f"{code} {said}"
        finally:
            if client is not None:
                client.close()

    async def _signed_in(self) -> aiosmtplib.SMTP:
        while self._idle:
            client = self._idle.pop()
            with contextlib.suppress(aiosmtplib.SMTPException, OSError):
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
            raise AuthFailed(f"{self._config.host} offers no way to sign in with a password.")
        sign_in = getattr(client, f"auth_{offered[0].replace('-', '')}")
        await sign_in(username.encode(), password.get_secret_value().encode())

    def _keep(self, client: aiosmtplib.SMTP) -> None:
        if len(self._idle) < _IDLE_CONNECTIONS and client.is_connected:
            self._idle.append(client)
        else:
            client.close()


async def _quit(client: aiosmtplib.SMTP) -> None:
    with contextlib.suppress(aiosmtplib.SMTPException, OSError, TimeoutError):
        async with asyncio.timeout(2):
            await client.quit()
    client.close()
