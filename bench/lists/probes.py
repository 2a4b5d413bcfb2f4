"""Every kind of list and count, timed, with the plan where it is asked for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from core.accounts.models import Organization
from core.connections.models import Connection
from core.postgres.tenancy import organization_scope
from core.submissions.read import Sort, SubmissionFilter, submission_count, submission_page

from bench.growth.probes import plans_of
from bench.lists.fill import ORGANIZATION
from bench.lists.overview import overview_table, parts_of
from bench.lists.timing import own, slowest


def probe(*, plans: bool) -> str:
    """Tables of the milliseconds that PostgreSQL takes for each list, each count and each part of
    the overview: the slowest of its statements, in the middle one of three runs."""
    organization = Organization.objects.get(slug=ORGANIZATION)
    lines = ["| filter | list ms | count ms | count |", "|---|---|---|---|"]
    shown: list[str] = []
    for name, given in _filters(organization).items():
        sort, cursor = given.pop("sort", Sort.NEWEST), given.pop("cursor", None)
        wanted = SubmissionFilter(**given)

        def page(
            wanted: SubmissionFilter = wanted, sort: Sort = sort, cursor: str | None = cursor
        ) -> object:
            return submission_page(
                organization=organization, wanted=wanted, sort=sort, cursor=cursor, limit=100
            )

        def count(wanted: SubmissionFilter = wanted) -> object:
            return submission_count(organization=organization, wanted=wanted)

        with organization_scope(organization):
            counted = submission_count(organization=organization, wanted=wanted)
        listing, counting = slowest(organization, page), slowest(organization, count)
        told = f"{counted.count:,}" if counted.exact else f"{counted.count:,} or more"
        lines.append(f"| {name} | {listing:.1f} | {counting:.1f} | {told} |")
        if plans:
            for each in plans_of(own(organization, page)):
                shown += ["", "=" * 100, name, "-" * 100, each]
    for name, statement in parts_of(organization).items() if plans else ():
        for each in plans_of(own(organization, statement)):
            shown += ["", "=" * 100, name, "-" * 100, each]
    return "\n".join([*lines, "", overview_table(organization), *shown])


def _filters(organization: Organization) -> dict[str, dict[str, Any]]:
    connections = Connection.objects.across_organizations("of the measurements' own")
    by_slug = dict(connections.values_list("slug", "pk"))
    now = datetime.now(UTC)
    with organization_scope(organization):
        far = None
        for _ in range(20):
            far = submission_page(organization=organization, cursor=far, limit=100).next_cursor
    month = {
        "accepted_from": now - timedelta(days=210),
        "accepted_before": now - timedelta(days=180),
    }
    return {
        "none": {},
        "none, twentieth page": {"cursor": far},
        "none, oldest first": {"sort": Sort.OLDEST},
        "none, changed last first": {"sort": Sort.CHANGED},
        "state: failed": {"status": "failed"},
        "state: succeeded": {"status": "succeeded"},
        "state: three of them": {"status": ["failed", "needs_attention", "cancelled"]},
        "state: failed, changed last first": {"status": "failed", "sort": Sort.CHANGED},
        "state: failed, did not go on": {"status": "failed", "continued": False},
        "state: failed, went on": {"status": "failed", "continued": True},
        "went on": {"continued": True},
        "went on, changed last first": {"continued": True, "sort": Sort.CHANGED},
        "did not go on": {"continued": False},
        "state: accepted, changed last first (1 in 100,000)": {
            "status": "accepted",
            "sort": Sort.CHANGED,
        },
        "workflow: half of all": {"workflow": "w1"},
        "workflow: a rare one": {"workflow": "w18"},
        "workflow: three": {"workflow": ["w2", "w9", "w18"]},
        "workflow and state: none among 200,000 failed": {"workflow": "w1", "status": "failed"},
        "workflow and state: some": {"workflow": "w7", "status": "failed"},
        "workflow and state: rare": {"workflow": "w18", "status": "failed"},
        "workflow and state: succeeded": {"workflow": "w7", "status": "succeeded"},
        "connection": {"connection_id": by_slug["erp-4"]},
        "connection and state": {"connection_id": by_slug["erp-4"], "status": "failed"},
        "kind of error": {"error_kind": "invalid_input"},
        "kind of error: a rare one": {"error_kind": "auth_failed"},
        "kind of error and connection": {
            "error_kind": "invalid_input",
            "connection_id": by_slug["erp-4"],
        },
        "kind of error and connection: none": {
            "error_kind": "invalid_input",
            "connection_id": by_slug["erp-2"],
        },
        "source": {"source": "api"},
        "received: the last day": {"accepted_within": "day"},
        "received: a month, half a year ago": month,
        "received: that month, state failed": month | {"status": "failed"},
        "received: that month, a workflow, oldest first": month
        | {"workflow": "w7", "sort": Sort.OLDEST},
        "text: reference": {"q": "WB-00000F4240"},
        "text: e-mail": {"q": "ada.500000@acme.example"},
        "text: beginning of a subject": {"q": "Acme Ltd 52000"},
        "text: a letter that begins every 26th": {"q": "a"},
        "text: a letter, state failed": {"q": "a", "status": "failed"},
        "text: nothing found": {"q": "nobody@nowhere.example"},
        "everything at once": month
        | {
            "workflow": ["w2", "w7"],
            "status": ["failed", "needs_attention"],
            "source": "form",
            "connection_id": by_slug["erp-2"],
            "error_kind": "invalid_input",
        },
    }
