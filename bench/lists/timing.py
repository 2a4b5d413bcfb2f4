"""Milliseconds of statements, as PostgreSQL tells them."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable

from core.accounts.models import Organization
from core.postgres.tenancy import organization_scope

from bench.growth.probes import plans_of

Statement = Callable[[], object]

_TOOK = re.compile(r"Execution Time: ([0-9.]+) ms")


def slowest(organization: Organization, statement: Statement) -> float:
    """Of the slowest statement, in the middle one of three runs."""
    run = own(organization, statement)
    times = [
        max(float(took) for plan in plans_of(run) for took in _TOOK.findall(plan)) for _ in range(3)
    ]
    return statistics.median(times)


def own(organization: Organization, statement: Statement) -> Statement:
    """Run it as the API does: under the organization's policies."""

    def run() -> object:
        with organization_scope(organization):
            return statement()

    return run
