"""Ports on the loopback address: the user's choice, our preference, or any free one."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Mapping

from dev.console import Problem

LOOPBACK = "127.0.0.1"

PREFERRED = {
    "WEB_PORT": 3000,
    "API_PORT": 8000,
    "STREAM_PORT": 8001,
    "FLOWER_PORT": 5555,
    "TRYTON_PORT": 8010,
    "SMTP_PORT": 2525,
    "MAILBOX_PORT": 8025,
    "BENCH_SINK_PORT": 8090,
    "API_METRICS_PORT": 9101,
    "STREAM_METRICS_PORT": 9102,
    "DISPATCHER_METRICS_PORT": 9103,
    "DELIVERY_METRICS_PORT": 9104,
    "CRITICAL_METRICS_PORT": 9105,
    "BULK_METRICS_PORT": 9106,
    "CALLBACKS_METRICS_PORT": 9107,
    "MAINTENANCE_METRICS_PORT": 9108,
    "BEAT_METRICS_PORT": 9109,
    "POSTGRES_PORT": 54320,
    "VALKEY_PORT": 63790,
}
"""Preferred ports when the user names none. A taken port is replaced by any free one."""

_BELOW_EPHEMERAL = range(10_240, 32_768)
"""Linux gives outgoing connections 32768 to 60999 (ip_local_port_range), macOS from 49152."""


def is_free(port: int) -> bool:
    """Whether a server could listen on this loopback port now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def any_free(avoid: set[int]) -> int:
    """A free loopback port that is not in `avoid`.

    A connection that goes out gets a port of the ephemeral range, and could take a port of that
    range before the server that wants it has started. So the port comes from below it.
    """
    while True:
        port = secrets.choice(_BELOW_EPHEMERAL)
        if port not in avoid and is_free(port):
            return port


def _wanted(name: str, text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise Problem(f"{name}={text} is not a port. Use a number from 1 to 65535.")
    port = int(text)
    if not is_free(port):
        raise Problem(
            f"Port {port} ({name}) is taken. Set {name} to a free port, or leave it out to get one."
        )
    return port


def choose_again(chosen: Mapping[str, int], environ: Mapping[str, str]) -> dict[str, int]:
    """The same ports, but another free one for each that somebody took since.

    Raises Problem if the user named that port.
    """
    kept: dict[str, int] = {}
    for name, port in chosen.items():
        if environ.get(name):
            kept[name] = _wanted(name, str(port))
        else:
            kept[name] = port if is_free(port) else any_free({*chosen.values(), *kept.values()})
    return kept


def choose(names: list[str], environ: Mapping[str, str], prefer: bool = True) -> dict[str, int]:
    """One port per name. Raises Problem if a port in `environ` is taken or invalid."""
    chosen: dict[str, int] = {}
    for name in names:
        if environ.get(name):
            chosen[name] = _wanted(name, environ[name])
            continue
        candidate = PREFERRED[name]
        usable = prefer and candidate not in chosen.values() and is_free(candidate)
        chosen[name] = candidate if usable else any_free(set(chosen.values()))
    return chosen
