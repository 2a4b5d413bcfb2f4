"""A hostile name server for one test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.integrations.ssrf.hostile_dns import HostileDns, hostile_dns


@pytest.fixture
def zone() -> Iterator[HostileDns]:
    with hostile_dns() as server:
        yield server
