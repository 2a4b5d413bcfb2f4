"""The only way out: HTTP sessions and plain sockets, both under the egress policy."""

import asyncio
import socket
from contextvars import ContextVar
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import aiohttp

from integrations.sdk.errors import ConnectFailed, EgressBlocked
from integrations.sdk.transport.egress import BlockedAddress, EgressPolicy
from integrations.sdk.transport.obstacles import Obstacle, obstacle
from integrations.sdk.transport.resolver import AddrInfo, GuardedResolver, look_up

# Below the shortest idle limit of common servers, so a request rarely meets a closing connection.
_KEEP_ALIVE_SECONDS = 1.5
_CONNECTIONS = 1000


@dataclass(slots=True)
class Destination:
    """What one call is on its way to. Follows the call into the tasks that open its socket."""

    host: str
    port: int
    connected: bool = False
    """From here on something may have been sent."""

    def blocked_error(self, addresses: tuple[str, ...]) -> EgressBlocked:
        """The refusal, in words that say what to change."""
        found = ", ".join(sorted(addresses))
        return EgressBlocked(
            f"{self.host} leads to {found}, "
            "a private or reserved network. "
            f"If that is meant, allow {self.host}:{self.port} in WAYBILL_EGRESS_ALLOW."
        )


_destination: ContextVar[Destination | None] = ContextVar("destination", default=None)


class _Connector(aiohttp.TCPConnector):
    """Notes for the call that it has a connection, new or kept; opens it through the proxy."""

    def __init__(self, policy: EgressPolicy, **options: Any) -> None:
        super().__init__(**options)
        self._policy = policy

    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: list[Any],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 aiohttp's own signature
    ) -> aiohttp.connector.Connection:
        connection = await super().connect(req, traces, timeout)
        if (destination := _destination.get()) is not None:
            destination.connected = True
        return connection

    async def _wrap_create_connection(
        self, *args: Any, addr_infos: list[AddrInfo], **options: Any
    ) -> tuple[asyncio.Transport, aiohttp.client_proto.ResponseHandler]:
        """Where aiohttp makes a connection to addresses; TLS is put on top, for the same name."""
        proxy = self._policy.proxy
        if proxy is None:
            return await super()._wrap_create_connection(*args, addr_infos=addr_infos, **options)
        destination = _destination.get()
        address = addr_infos[0][4]
        try:
            self._policy.check(destination.host if destination else None, address)
            opened = await proxy.open(address)
        except OSError as error:
            raise aiohttp.ClientConnectorError(options["req"].connection_key, error) from error
        try:
            return await self._wrap_existing_connection(*args, sock=opened, **options)
        except BaseException:
            opened.close()
            raise


class Network:
    """Opens sockets that the policy allows.

    `timeout`: seconds that one call may take in total. `peer`: the destination's name in messages.
    """

    def __init__(self, policy: EgressPolicy, timeout: float, peer: str = "The destination") -> None:
        self.policy = policy
        self.timeout = timeout
        self.peer = peer
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()

    def session(self) -> aiohttp.ClientSession:
        """The HTTP session: no proxies or netrc from the environment, no cookies."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=_Connector(
                    self.policy,
                    limit=_CONNECTIONS,
                    keepalive_timeout=_KEEP_ALIVE_SECONDS,
                    resolver=GuardedResolver(self.policy),
                    socket_factory=self._open_socket,
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=aiohttp.ClientTimeout(total=self.timeout),
                trust_env=False,
            )
            # aiohttp would repeat a PUT or DELETE whose kept connection broke. Whether a request
            # may be repeated is not for the client to say.
            self._session._retry_connection = False
        return self._session

    def heading_for(self, host: str, port: int) -> Destination:
        """Say where the current task is about to connect to, for rules that name a host."""
        destination = Destination(host, port)
        _destination.set(destination)
        return destination

    def where(self, destination: Destination) -> str:
        """The destination as messages name it."""
        return f"{self.peer} at {destination.host}:{destination.port}"

    def unreachable(self, destination: Destination, found: Obstacle) -> ConnectFailed:
        """The error for a connection that was not made, in words that say what to check."""
        return ConnectFailed(
            f"{self.where(destination)} cannot be reached: {found.reason}. {found.advice}",
            problem=found.problem,
        )

    async def connect(self, host: str, port: int) -> socket.socket:
        """A connected, non-blocking TCP socket to the first allowed address that answers.

        Raises:
            ConnectFailed: the name has no address, or none of its addresses answers in time.
            EgressBlocked: all of its addresses are private or reserved, and not allowed.
        """
        destination = self.heading_for(host, port)
        trouble: OSError = OSError("it has no address")
        try:
            async with asyncio.timeout(self.timeout):
                for info in await look_up(self.policy, host, port):
                    try:
                        return await self._connect_one(info)
                    except OSError as error:
                        trouble = error
        except BlockedAddress as refused:
            raise destination.blocked_error(refused.addresses) from refused
        except OSError as error:
            trouble = error
        raise self.unreachable(destination, obstacle(trouble, self.timeout)) from trouble

    async def _connect_one(self, info: AddrInfo) -> socket.socket:
        if self.policy.proxy is not None:
            return await self.policy.proxy.open(info[4])
        opened = self._open_socket(info)
        try:
            opened.setblocking(False)
            await asyncio.get_running_loop().sock_connect(opened, info[4])
        except BaseException:
            opened.close()
            raise
        return opened

    def _open_socket(self, info: AddrInfo) -> socket.socket:
        destination = _destination.get()
        return self.policy.open_socket(destination.host if destination else None, info)


class NoNetwork(Network):
    """No way out at all, for what must not send anything: it raises where a socket would open."""

    def __init__(self) -> None:
        super().__init__(EgressPolicy(), timeout=30.0)

    def session(self) -> aiohttp.ClientSession:
        raise RuntimeError("this connector is offline")

    async def connect(self, host: str, port: int) -> socket.socket:
        raise RuntimeError("this connector is offline")
