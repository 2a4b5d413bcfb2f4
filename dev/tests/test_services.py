"""Stores that were left running are found again, and only by the checkout that they belong to."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest
from redis import Redis

from dev.layout import LOCAL, Home
from dev.processes.ports import any_free
from dev.processes.processes import Running
from dev.processes.supervisor import Supervisor
from dev.stores.services import (
    Services,
    keep_running,
    open_services,
    services_running,
    stop_services,
)

SECRETS = {
    "POSTGRES_PASSWORD": "one-password",  # pragma: allowlist secret
    "WAYBILL_DATABASE_PASSWORD": "two-password",  # pragma: allowlist secret
    "VALKEY_PASSWORD": "three-password",  # pragma: allowlist secret
}
"""The same for all: a copied checkout has a copy of its secrets too."""


@dataclass
class Checkout:
    home: Home
    left_running: list[Running] = field(default_factory=list)

    def start_services(self) -> tuple[Services, list[str]]:
        """As `make services`; with the names of what had to be started."""
        supervisor = Supervisor(self.home)
        names = ("POSTGRES_PORT", "VALKEY_PORT")
        ports = {name: str(any_free(set())) for name in names if name not in self.records}
        try:
            services = open_services(self.home, SECRETS, ports, supervisor)
        except BaseException:
            supervisor.stop()
            raise
        started = [running.spec.name for running in supervisor.running]
        self.left_running += supervisor.running
        keep_running(self.home, services, supervisor)
        return services, started

    @property
    def records(self) -> dict[str, dict[str, object]]:
        file = self.home.services_file
        found: dict[str, dict[str, object]] = json.loads(file.read_text()) if file.exists() else {}
        return found


@pytest.fixture
def folder() -> Iterator[Path]:
    LOCAL.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=LOCAL, prefix="test-services-") as name:
        Path(name).chmod(0o755)  # PostgreSQL may run as another user
        yield Path(name)


@pytest.fixture
def checkouts(folder: Path) -> Iterator[tuple[Checkout, Checkout]]:
    both = Checkout(Home(folder / "first")), Checkout(Home(folder / "second"))
    for each in both:
        each.home.create()
    yield both
    for each in both:
        stop_services(each.home)
        for running in each.left_running:
            running.finish(time.monotonic() + 10)


def _answers(services: Services) -> bool:
    psycopg.connect(services.admin_url).close()
    with Redis.from_url(services.redis_url) as client:
        return bool(client.ping())


def _with_home(records: Mapping[str, Mapping[str, object]], home: Home) -> str:
    return json.dumps({name: {**kept, "home": str(home.root)} for name, kept in records.items()})


def test_stores_belong_to_one_checkout(checkouts: tuple[Checkout, Checkout]) -> None:
    first, second = checkouts
    mine, started = first.start_services()
    assert started == ["postgres", "valkey"]
    assert first.start_services() == (mine, [])

    # A copy of the checkout, with the file that names the stores of the original.
    second.home.services_file.write_text(first.home.services_file.read_text())
    assert not services_running(second.home)
    assert not stop_services(second.home)
    assert _answers(mine)

    # The same, as if the processes were the copy's own: only the sign-in tells them apart.
    second.home.services_file.write_text(_with_home(first.records, second.home))
    theirs, started = second.start_services()
    assert started == ["postgres", "valkey"]
    assert theirs.database_url != mine.database_url
    assert theirs.redis_url != mine.redis_url
    assert stop_services(second.home)
    assert _answers(mine)
