"""Where connections lead: the rules of addresses, and the proxy."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

from administration.doctor.findings import Finding, failed, not_checked, ok, warning
from core.connections.addresses import destination
from core.connections.models import Connection
from core.connections.opening import egress_policy
from integrations.discovery import connectors
from integrations.sdk.transport.egress import BlockedAddress, EgressPolicy
from integrations.sdk.transport.proxy import Proxy

PART = "egress"
_LOOKED_AT = 200
_SECONDS = 6.0
_PROXY_SECONDS = 4.0


def proxy_findings() -> Iterator[Finding]:
    """Whether the proxy of WAYBILL_EGRESS_PROXY takes a connection."""
    proxy = egress_policy().proxy
    if proxy is None:
        yield ok("egress proxy", "none is set; connections go out directly")
        return
    yield _reached(proxy)


def _reached(proxy: Proxy) -> Finding:
    try:
        socket.create_connection((proxy.host, proxy.port), timeout=_PROXY_SECONDS).close()
    except OSError as error:
        return failed(
            "egress proxy",
            f"cannot be reached ({type(error).__name__}), so nothing is delivered",
            "See that it runs and that WAYBILL_EGRESS_PROXY has its host and port.",
        )
    return ok("egress proxy", "takes connections")


def egress_findings() -> Iterator[Finding]:
    """Whether each connection's address resolves, and may be reached by our own rules.

    Nothing is sent: a connection's own test says whether its system answers.
    """
    rows = Connection.objects.across_organizations("an installation is looked at as a whole")
    policy, deadline = egress_policy(), time.monotonic() + _SECONDS
    seen = good = 0
    standing = rows.filter(deleted_at=None).select_related("organization").order_by("-pk")
    for row in standing[:_LOOKED_AT]:
        if time.monotonic() > deadline:
            yield not_checked(PART, f"names resolve slowly: {seen} connections were looked at")
            return
        kind = connectors().get(row.connector)
        place = destination(kind.config_model, row.config) if kind else None
        if place is None:
            continue
        seen += 1
        finding = _led(f"{row.organization.slug}/{row.slug}", place, policy)
        if finding is None:
            good += 1
        else:
            yield finding
    yield ok(PART, f"{good} of {seen} connections lead where they may")


def _led(name: str, place: tuple[str, int], policy: EgressPolicy) -> Finding | None:
    host, port = place
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        policy.check_all(host, [each[4] for each in found])
    except BlockedAddress:
        return warning(
            PART,
            f"{name} leads to a private address, which no rule allows",
            f"If that is meant, put {host}:{port} into WAYBILL_EGRESS_ALLOW.",
        )
    except OSError:
        return warning(
            PART, f"the host of {name} leads nowhere from here", "Correct it, or this host's DNS."
        )
    return None
