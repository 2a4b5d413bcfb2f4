"""Submissions that went on as another one, in lists, counts and what is left to repair."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pydantic import ValidationError

from core.accounts.models import Organization
from core.audit.services import SYSTEM
from core.postgres.tenancy import organization_scope
from core.submissions.models import Source, Submission, SubmissionStatus
from core.submissions.operate import submission_resume
from core.submissions.read import (
    Sort,
    SubmissionFilter,
    submission_count,
    submission_page,
    submissions_matching,
)
from core.workflows.models import WorkflowVersion
from tests.core.submissions.read.test_lists import accept, becomes, fails, found, named
from tests.destination import Publish

KEYED = "request.send_keyed"


@pytest.fixture
def version(publish: Publish) -> WorkflowVersion:
    return publish(("only", [], KEYED))


@pytest.fixture
def made(version: WorkflowVersion) -> list[Submission]:
    """Four, oldest first: failed, failed, cancelled, on its way."""
    made = [accept(version, f"Company{number}") for number in range(4)]
    fails(made[0], "invalid_input")
    fails(made[1], "invalid_input")
    becomes(made[2], SubmissionStatus.CANCELLED)
    return made


def goes_on(submission: Submission) -> Submission:
    again = submission_resume(
        organization=submission.organization, submission_id=submission.pk, actor=SYSTEM
    )
    return Submission.unscoped.get(resumed_from=submission, pk=again.pk)


def test_what_is_left_to_repair_is_what_did_not_go_on(
    organization: Organization, made: list[Submission]
) -> None:
    again = goes_on(made[0])
    assert found(organization, status="failed") == named(made[1], made[0])
    assert found(organization, status="failed", continued=False) == named(made[1])
    assert found(organization, status="failed", continued=True) == named(made[0])
    assert found(organization, continued=True) == named(made[0])
    assert found(organization, continued=False) == named(again, made[3], made[2], made[1])
    goes_on(made[2])
    slug = made[0].workflow.slug
    for sort, order in ((Sort.NEWEST, (2, 0)), (Sort.OLDEST, (0, 2)), (Sort.CHANGED, (2, 0))):
        both = named(*(made[each] for each in order))
        assert found(organization, sort, continued=True) == both
        assert found(organization, sort, continued=True, workflow=slug, source="api") == both
    assert found(organization, continued=True, error_kind="invalid_input") == named(made[0])
    assert found(organization, continued=True, status="accepted") == []


def test_one_that_went_on_and_failed_again_is_left_to_repair(
    organization: Organization, made: list[Submission]
) -> None:
    again = goes_on(made[0])
    fails(again, "invalid_input")
    assert found(organization, status="failed", continued=False) == named(again, made[1])


def test_counts_are_those_of_the_list(organization: Organization, made: list[Submission]) -> None:
    goes_on(made[0])
    with organization_scope(organization):
        for wanted, count in (
            ({"continued": True}, 1),
            ({"continued": False}, 4),
            ({"continued": False, "status": "failed"}, 1),
        ):
            counted = submission_count(
                organization=organization, wanted=SubmissionFilter.model_validate(wanted)
            )
            assert (counted.count, counted.exact) == (count, True)


def test_an_item_says_as_what_it_went_on(
    organization: Organization, made: list[Submission]
) -> None:
    again = goes_on(made[0])
    becomes(again, SubmissionStatus.SUCCEEDED)
    with organization_scope(organization):
        items = submission_page(organization=organization).items
    went_on = {
        each.reference: [(other.reference, other.status) for other in each.resumed_as.all()]
        for each in items
    }
    assert went_on.pop(made[0].reference) == [(again.reference, "succeeded")]
    assert all(others == [] for others in went_on.values())


@pytest.mark.parametrize("continued", [True, False])
def test_it_keeps_to_its_organization(made: list[Submission], continued: bool) -> None:
    goes_on(made[0])
    other = Organization.objects.create(slug="other", name="Other")
    assert found(other, continued=continued) == []
    wanted = SubmissionFilter(continued=continued, ids=[each.pk for each in made])
    assert found(other, **wanted.model_dump(exclude_none=True)) == []
    with organization_scope(other):
        assert not submissions_matching(other, wanted).exists()


@pytest.mark.parametrize("value", ["yes", "1", "", 1, 0, "True"])
def test_only_true_and_false_will_do(value: object) -> None:
    with pytest.raises(ValidationError):
        SubmissionFilter.model_validate({"continued": value})


@pytest.mark.parametrize("continued", [True, False])
@pytest.mark.parametrize("status", [None, "failed"])
@pytest.mark.parametrize("read", [submission_count, submission_page])
def test_each_candidate_is_looked_up_by_what_it_went_on_as(
    version: WorkflowVersion, read: Callable[..., object], status: str | None, continued: bool
) -> None:
    """Even where PostgreSQL would rather do anything else than look up."""
    organization = version.organization
    fails(accept(version, "Acme", Source.API), "invalid_input")
    given = SubmissionFilter.model_validate({"status": status, "continued": continued})
    with organization_scope(organization), CaptureQueriesContext(connection) as asked:
        read(organization=organization, wanted=given)
    (text,) = (each["sql"] for each in asked if "WITH found" in each["sql"])
    with organization_scope(organization), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = off")
        cursor.execute(f"EXPLAIN {text}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert re.search(r"(Index Cond|Filter): .*\bresumed_from_id = found\.id\b", plan), plan
