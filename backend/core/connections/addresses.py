"""Addresses that settings name literally, and that lead into our own network.

Names are not looked up here: what they lead to may change, so the test and every send look at the
address that a socket is about to connect to.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from core.connections.opening import egress_policy
from integrations.sdk import EgressPolicy
from integrations.sdk.transport.addresses import IPAddress, is_metadata

_PORTS = {"http": 80, "https": 443}
_NUMERIC = re.compile(r"[0-9][0-9a-fA-FxX.]*")


def address_fault(
    model: type[BaseModel], settings: Mapping[str, Any], policy: EgressPolicy | None = None
) -> tuple[str, str] | None:
    """The setting with a literal address that may not be reached, and why; None without one.

    By custom a connector names its system in ``base_url``, or in ``host`` and ``port``.
    """
    found = _destination(model, settings)
    if found is None:
        return None
    field, host, port = found
    address = _literal(host)
    if address is None or (policy or egress_policy()).allows(host, address, port):
        return None
    rule = f"[{address}]:{port}" if address.version == 6 else f"{address}:{port}"
    return field, (
        f"{host} is {_kind(address)}, and connections may not lead into our own network. If that"
        f" is meant, whoever runs this Waybill allows it by putting {rule} into"
        " WAYBILL_EGRESS_ALLOW."
    )


def destination_host(model: type[BaseModel], settings: Mapping[str, Any]) -> str:
    """The host that settings name; empty when they name none."""
    found = _destination(model, settings)
    return found[1] if found else ""


def destination(model: type[BaseModel], settings: Mapping[str, Any]) -> tuple[str, int] | None:
    """The host and the port that settings name; None when they name none."""
    found = _destination(model, settings)
    return found[1:] if found else None


def _destination(
    model: type[BaseModel], settings: Mapping[str, Any]
) -> tuple[str, str, int] | None:
    """The field that names it, the host and the port."""
    url, host = settings.get("base_url"), settings.get("host")
    if "base_url" in model.model_fields and isinstance(url, str):
        try:
            parts = urlsplit(url)
            port = parts.port or _PORTS.get(parts.scheme, 443)
        except ValueError:
            return None
        return ("base_url", parts.hostname, port) if parts.hostname else None
    if {"host", "port"} <= model.model_fields.keys() and isinstance(host, str) and host.strip():
        port = settings.get("port", model.model_fields["port"].default)
        if isinstance(port, int | str) and str(port).isdigit():
            return "host", host.strip().strip("[]"), int(port)
    return None


def _literal(host: str) -> IPAddress | None:
    """The address that a host is written as, however oddly; None for a name."""
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return ipaddress.ip_address("127.0.0.1")
    try:
        return ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        pass
    if not _NUMERIC.fullmatch(name):
        return None
    try:
        return ipaddress.ip_address(socket.inet_aton(name))
    except OSError:
        return None


def _kind(address: IPAddress) -> str:
    if address.is_loopback:
        return "an address of this machine itself (loopback)"
    if is_metadata(address):
        return "an address of a cloud's metadata service (link-local)"
    if address.is_private:
        return "a private address"
    return "a reserved address"
