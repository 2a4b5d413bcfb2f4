from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone
from pydantic import ValidationError

from core.accounts.models import Organization
from core.errors import Unprocessable
from core.postgres.tenancy import organization_scope
from core.submissions.accept import submission_accept
from core.submissions.models import (
    Source,
    StepRun,
    StepStatus,
    Submission,
    SubmissionState,
    SubmissionStatus,
)
from core.submissions.read import (
    Sort,
    SubmissionFilter,
    Within,
    candidates,
    submission_count,
    submission_page,
    submissions_matching,
)
from core.workflows.models import WorkflowVersion
from tests.destination import Publish

KEYED = "request.send_keyed"


@pytest.fixture
def version(publish: Publish) -> WorkflowVersion:
    return publish(("only", [], KEYED))


@pytest.fixture
def made(version: WorkflowVersion) -> list[Submission]:
    """Six submissions, oldest first."""
    return [accept(version, f"Company{number}") for number in range(6)]


def accept(version: WorkflowVersion, company: str, source: Source = Source.API) -> Submission:
    return submission_accept(
        version=version,
        data={"company": company, "email": f"{company.lower()}@example.com"},
        source=source,
    ).submission


def becomes(submission: Submission, status: SubmissionStatus) -> None:
    SubmissionState.unscoped.filter(pk=submission.pk).update(status=status)


def fails(submission: Submission, kind: str) -> None:
    """As if its step had been sent and refused."""
    now = timezone.now()
    runs = StepRun.unscoped.filter(submission=submission)
    runs.update(status=StepStatus.SENDING, claimed_at=now, lease_until=now)
    runs.update(
        status=StepStatus.FAILED,
        error_kind=kind,
        lease_until=None,
        next_attempt_at=None,
        finished_at=now,
    )
    becomes(submission, SubmissionStatus.FAILED)


def found(organization: Organization, sort: Sort = Sort.NEWEST, **wanted: object) -> list[str]:
    """The references of all pages, three at a time."""
    references: list[str] = []
    cursor = None
    with organization_scope(organization):
        for _ in range(50):
            page = submission_page(
                organization=organization,
                wanted=SubmissionFilter.model_validate(wanted),
                sort=sort,
                cursor=cursor,
                limit=3,
            )
            references += [item.reference for item in page.items]
            cursor = page.next_cursor
            if cursor is None:
                return references
    raise AssertionError("the pages do not end")


def named(*submissions: Submission) -> list[str]:
    return [each.reference for each in submissions]


def test_any_value_of_a_part_will_do_and_every_part_narrows(
    organization: Organization, version: WorkflowVersion, made: list[Submission]
) -> None:
    fails(made[1], "invalid_input")
    fails(made[3], "auth_failed")
    becomes(made[4], SubmissionStatus.CANCELLED)
    slug = version.workflow.slug
    assert found(organization, status="failed") == named(made[3], made[1])
    assert found(organization, status=["failed", "cancelled"]) == named(made[4], made[3], made[1])
    assert found(organization, status=["failed"], workflow=[slug, "other"]) == named(
        made[3], made[1]
    )
    assert found(organization, status=["failed"], workflow="other") == []
    assert found(organization, workflow=slug) == named(*reversed(made))
    assert found(organization, source="form") == []
    assert found(organization, status="failed", source=["api", "form"], q="Company3") == named(
        made[3]
    )


def test_the_kind_of_error_is_that_of_the_step_in_the_way(
    organization: Organization, version: WorkflowVersion, made: list[Submission]
) -> None:
    fails(made[1], "invalid_input")
    fails(made[3], "auth_failed")
    through = version.steps.get().connection_id
    assert found(organization, error_kind="invalid_input") == named(made[1])
    assert found(organization, error_kind=["invalid_input", "auth_failed"]) == named(
        made[3], made[1]
    )
    assert found(organization, error_kind="auth_failed", connection_id=through) == named(made[3])
    assert found(organization, error_kind="auth_failed", connection_id=uuid.uuid4()) == []
    assert found(organization, error_kind="transient") == []


def test_a_connection_is_one_that_a_step_goes_through(
    organization: Organization, version: WorkflowVersion, made: list[Submission]
) -> None:
    through = version.steps.get().connection_id
    assert found(organization, connection_id=[through]) == named(*reversed(made))
    assert found(organization, connection_id=uuid.uuid4()) == []


def test_received_between_two_moments_and_in_the_last_so_long(
    organization: Organization, made: list[Submission], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ids say the time too; here they are of now, whatever the time of receipt is set to."""
    day = timedelta(days=1)
    monkeypatch.setattr(candidates, "CLOCKS_APART", 3 * day)
    now = timezone.now()
    Submission.unscoped.filter(pk__in=[each.pk for each in made[:2]]).update(
        created_at=now - 2 * day
    )
    later = named(*reversed(made[2:]))
    assert found(organization, accepted_from=now - day) == later
    assert found(organization, accepted_within=Within.DAY) == later
    assert found(organization, accepted_within=Within.WEEK) == named(*reversed(made))
    assert found(organization, accepted_before=now - day) == named(made[1], made[0])
    assert found(organization, accepted_from=now + day) == []


def test_the_oldest_first_is_the_same_list_backwards(
    organization: Organization, made: list[Submission]
) -> None:
    assert found(organization, sort=Sort.OLDEST) == named(*made)
    assert found(organization, sort=Sort.OLDEST, status=["accepted", "failed"]) == named(*made)


def test_what_changed_last_comes_first(organization: Organization, made: list[Submission]) -> None:
    for index in (4, 0, 2):
        becomes(made[index], SubmissionStatus.DELIVERING)
    order = named(*(made[index] for index in (2, 0, 4, 5, 3, 1)))
    assert found(organization, sort=Sort.CHANGED) == order
    assert found(organization, sort=Sort.CHANGED, status="delivering") == order[:3]
    assert found(organization, sort=Sort.CHANGED, q="Company4") == named(made[4])


def test_what_changed_before_that_was_kept_comes_last_and_once(
    organization: Organization, made: list[Submission]
) -> None:
    unknown = SubmissionState.unscoped.filter(pk__in=[each.pk for each in made[:4]])
    unknown.update(changed_at="1970-01-01T00:00:00Z")
    assert found(organization, sort=Sort.CHANGED)[-4:] == named(*reversed(made[:4]))


def test_among_many_candidates_a_page_says_how_far_it_looked(
    organization: Organization, made: list[Submission], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a rare match among many, pages are short or empty, and the last one is found."""
    monkeypatch.setattr(candidates, "LOOKED_AT", 2)
    fails(made[0], "invalid_input")
    with organization_scope(organization):
        page = submission_page(
            organization=organization, wanted=SubmissionFilter(source=[Source.FORM]), limit=1
        )
        assert (page.items, page.next_cursor is None) == ([], False)
    assert found(organization, source="form") == []
    assert found(organization, source="api") == named(*reversed(made))
    assert found(organization, status=["failed"], q="Company0", source="api") == named(made[0])


def test_ids_are_a_filter_too(organization: Organization, made: list[Submission]) -> None:
    ids = [made[4].pk, made[1].pk, uuid.uuid4()]
    assert found(organization, ids=ids) == named(made[4], made[1])
    assert found(organization, ids=ids, status="failed") == []
    assert found(organization, ids=[]) == []


def test_a_beginning_that_many_have_is_found_page_by_page(
    organization: Organization, made: list[Submission], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.submissions.read.search.MOST_FOUND", 2)
    assert found(organization, q="comp") == named(*reversed(made))
    assert found(organization, q="company3@EXAMPLE.com") == named(made[3])


@pytest.mark.parametrize("text", ["%", "_", "\\", "😀", "مرحبا", "x" * 100, "' OR 1=1 --"])
def test_a_text_is_only_a_text(
    organization: Organization, made: list[Submission], text: str
) -> None:
    assert found(organization, q=text) == []


@pytest.mark.parametrize(
    "wanted",
    [
        {"status": "exploded"},
        {"workflow": "../etc"},
        {"connection_id": "erp"},
        {"q": "x" * 101},
        {"q": "a\0b"},
        {"accepted_from": "yesterday"},
        {"accepted_within": "century"},
        {"surprise": 1},
    ],
)
def test_what_is_no_filter_is_refused(wanted: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        SubmissionFilter.model_validate(wanted)


def test_counts_are_the_number_of_matches(
    organization: Organization, made: list[Submission]
) -> None:
    fails(made[1], "invalid_input")

    def counted(**wanted: object) -> tuple[int, bool]:
        with organization_scope(organization):
            count = submission_count(
                organization=organization, wanted=SubmissionFilter.model_validate(wanted)
            )
        return count.count, count.exact

    assert counted() == (6, True)
    assert counted(status="failed") == (1, True)
    assert counted(status=["failed", "accepted"]) == (6, True)
    assert counted(status="failed", source="form") == (0, True)
    assert counted(q="company") == (6, True)
    assert counted(workflow="other") == (0, True)
    assert counted(error_kind="invalid_input") == (1, True)


def test_a_count_says_when_it_did_not_count_all(
    organization: Organization, made: list[Submission], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "COUNTED", 4)
    monkeypatch.setattr(candidates, "COUNTED_AMONG", 5)
    with organization_scope(organization):
        many = submission_count(organization=organization, wanted=SubmissionFilter())
        rare = submission_count(
            organization=organization, wanted=SubmissionFilter(source=[Source.FORM])
        )
    assert (many.count, many.exact) == (4, False)
    assert (rare.count, rare.exact) == (0, False)


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("cursor", ["x", "A" * 21, "AAAA", "ü", "!" * 32])
def test_a_cursor_of_no_list_is_refused(
    organization: Organization, sort: Sort, cursor: str
) -> None:
    with pytest.raises(Unprocessable, match="cursor"):
        submission_page(organization=organization, sort=sort, cursor=cursor)


def test_a_cursor_of_another_order_is_refused(
    organization: Organization, made: list[Submission]
) -> None:
    cursor = submission_page(organization=organization, limit=2).next_cursor
    with pytest.raises(Unprocessable, match="cursor"):
        submission_page(organization=organization, sort=Sort.CHANGED, cursor=cursor)


def test_every_filter_keeps_to_its_organization(made: list[Submission]) -> None:
    other = Organization.objects.create(slug="other", name="Other")
    fails(made[1], "invalid_input")
    through = StepRun.unscoped.get(submission=made[1]).connection_id
    for wanted in (
        {},
        {"status": "failed"},
        {"ids": [made[1].pk]},
        {"q": made[1].reference},
        {"error_kind": "invalid_input"},
        {"connection_id": through},
        {"workflow": made[1].workflow.slug},
    ):
        assert found(other, **wanted) == []
        with organization_scope(other):
            rows = submissions_matching(other, SubmissionFilter.model_validate(wanted))
            assert not rows.exists()
