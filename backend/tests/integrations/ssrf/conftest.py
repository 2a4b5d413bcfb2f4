"""A hostile name server for one test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from integrations.sdk.transport import resolver
from tests.integrations.ssrf.hostile_dns import HostileDns, hostile_dns


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[HostileDns]:
    # However busy the machine is, it is the answer that counts.
    monkeypatch.setattr(resolver, "LOOKUP_SECONDS", 60.0)
    with hostile_dns() as server:
        yield server
