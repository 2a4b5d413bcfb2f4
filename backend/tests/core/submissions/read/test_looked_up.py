"""Candidates are looked up one by one, however many rows hold for a part of the filter."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.accounts.models import Organization
from core.postgres.tenancy import organization_scope
from core.submissions.accept import submission_accept
from core.submissions.models import Source
from core.submissions.read import SubmissionFilter, submission_count, submission_page
from tests.destination import Publish

BY_ID = re.compile(r"(Index Cond|Filter): .*\b(submission_id|id) = found\.id\b")


@pytest.mark.parametrize(
    ("wanted", "tables"),
    [
        ({"error_kind": "invalid_input"}, {"submission", "steprun"}),
        ({"status": "failed", "source": "api"}, {"submission", "submissionstate"}),
        ({"workflow": "flow", "status": "succeeded"}, {"submission", "submissionstate"}),
    ],
)
@pytest.mark.parametrize("read", [submission_count, submission_page])
def test_no_candidate_is_found_by_reading_all(
    publish: Publish,
    read: Callable[..., object],
    wanted: dict[str, str],
    tables: set[str],
) -> None:
    """Even where PostgreSQL would rather do anything else than look up."""
    version = publish(("only", [], "request.send"))
    submission_accept(version=version, data={"company": "Acme"}, source=Source.API)
    organization = version.organization
    given = SubmissionFilter.model_validate(wanted | {"workflow": [version.workflow.slug]})
    with organization_scope(organization), CaptureQueriesContext(connection) as asked:
        read(organization=organization, wanted=given)
    (text,) = (each["sql"] for each in asked if "WITH found" in each["sql"])
    with organization_scope(organization), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = off")
        cursor.execute(f"EXPLAIN {text}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    looked_up = {
        found[1]
        for node in plan.split("->")
        if (found := re.search(r"Scan.* on submissions_(\w+)", node)) and BY_ID.search(node)
    }
    assert looked_up >= tables, plan


def test_a_filter_that_nothing_can_match_is_no_list_to_look_through(
    organization: Organization, publish: Publish
) -> None:
    """The version has no step through the connection, so no candidate is asked for."""
    publish(("only", [], "request.send"))
    given = SubmissionFilter.model_validate(
        {"status": "failed", "connection_id": "01a22743-840b-754f-802d-f6272ab97c84"}
    )
    with organization_scope(organization):
        page = submission_page(organization=organization, wanted=given)
        count = submission_count(organization=organization, wanted=given)
    assert (page.items, page.next_cursor) == ([], None)
    assert (count.count, count.exact) == (0, True)
