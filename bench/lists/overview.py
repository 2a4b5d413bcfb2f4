"""What the overview asks for, timed like the lists."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from functools import partial

from core.accounts.models import Organization
from core.postgres.tenancy import database_owner
from core.statistics.backlog import backlog, needs_person
from core.statistics.first_steps import first_steps
from core.statistics.history import Period, by_connection, by_workflow, history
from core.statistics.lately import workflows_lately
from core.statistics.needs import needs_of_connections, needs_of_steps
from core.statistics.rebuild import statistics_rebuild
from core.workflows.models import Workflow

from bench.lists.timing import Statement, slowest

_DAYS = 30


def roll_ups_make() -> float:
    """Count the last month's days, of which the filler told the statistics nothing."""
    began = time.monotonic()
    today = datetime.now(UTC).date()
    with database_owner("days are counted again"):
        for ago in range(1, _DAYS + 1):
            statistics_rebuild(today - timedelta(days=ago))
    return time.monotonic() - began


def parts_of(organization: Organization) -> dict[str, Statement]:
    """Each part of the first page, and the workflows' list of the last days."""
    workflows = Workflow.objects.across_organizations("of the measurements' own")
    ids = list(workflows.filter(organization=organization).values_list("pk", flat=True))
    periods: dict[str, Statement] = {}
    for period in Period:
        periods |= {
            f"what went through: {period.value}": partial(history, organization, period),
            f"by workflow: {period.value}": partial(by_workflow, organization, period),
            f"by connection: {period.value}": partial(by_connection, organization, period),
        }
    return {
        "how many need a person": lambda: needs_person(organization),
        "what needs a person, by cause": lambda: needs_of_steps(organization),
        "connections that need a person": lambda: needs_of_connections(organization),
        "what waits to be sent": lambda: backlog(organization),
        "the first steps": lambda: first_steps(organization),
        "the last days of each workflow": lambda: workflows_lately(organization, ids),
        **periods,
    }


def overview_table(organization: Organization) -> str:
    lines = ["| part | ms |", "|---|---|"]
    for name, statement in parts_of(organization).items():
        lines.append(f"| {name} | {slowest(organization, statement):.1f} |")
    return "\n".join(lines)
