"""What the upgrade drill leaves out."""

from __future__ import annotations

from bench.stack import HOME, BenchStack
from dev.processes.supervisor import Supervisor

from chaos.upgrade.drill import Drill
from chaos.upgrade.front import Clients, Front
from chaos.upgrade.releases import this_checkout

NOWHERE = {
    "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
    "REDIS_URL": "redis://127.0.0.1:1",
    "API_PORT": "1",
    "STREAM_PORT": "1",
    "WEB_PORT": "1",
    "BENCH_SINK_PORT": "1",
}


def test_a_release_without_migrations_is_rolled_in_without_that_phase() -> None:
    """No database is there: to migrate would raise."""
    this = this_checkout()
    drill = Drill(BenchStack(NOWHERE, Supervisor(HOME)), this, this)

    assert drill.migrate(Clients(Front(), "", ("keyed",))) == 0
    assert drill.phases == []
