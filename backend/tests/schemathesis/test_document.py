"""Everything the OpenAPI document promises, tried with data that fits it and data that does not.

All of Schemathesis's checks run. Each test runs once per operation, in this process, on PostgreSQL.
"""

from __future__ import annotations

import uuid
from typing import Any

import pytest
import schemathesis
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from schemathesis.config import SchemathesisConfig

from core.accounts.api_keys import api_key_create, api_key_generate
from core.accounts.permissions import Permission
from core.submissions.accept import submission_accept
from core.submissions.models import Source, StepRun, Submission, SubmissionState
from core.submissions.read import tracking_token
from mysite.wsgi import application
from tests.conftest import make_tenant
from tests.schemathesis.ways_in import WaysIn, ways_in

TASK_ID = uuid.UUID("0192f0c1-2345-7abc-8def-0123456789ab")
KEY = api_key_generate()
REAL: dict[str, Any] = {
    "path.slug": "new-customer",
    "path.connection": "erp",
    "path.connector": "rest",
    "path.submission_id": str(TASK_ID),
    "path.token": tracking_token(TASK_ID),
}
# The document cannot say which `data` a workflow takes, which cursors a list gave out, which
# tokens and files there are, what a form's protection asks for, how much was asked a moment ago,
# nor that text has no NUL. What is refused still has to be refused as documented.
CHECKS = {
    "positive_data_acceptance": {
        "expected-statuses": ["2xx", "400", "401", "403", "404", "409", "412", "415", "422", "429"]
    }
}


# With a real slug in place of the wrong one that was drawn, the number of a version may be right.
# A check tells what is wrong with a definition and does not refuse it.
OPERATIONS = [
    {
        "include-operation-id": "check_definition",
        "checks": {"negative_data_rejection": {"enabled": False}},
    },
    {
        "include-path-regex": r"/versions/\{number\}",
        "checks": {"negative_data_rejection": {"enabled": False}},
    },
]


def document(**config: Any) -> Any:
    return schemathesis.openapi.from_wsgi(
        "/api/v1/openapi.json",
        application,
        config=SchemathesisConfig.from_dict({"checks": CHECKS, "operations": OPERATIONS} | config),
    )


WITH_KEY = {"openapi": {"ApiKeyAuth": {"bearer": KEY}}}
anywhere = document(auth=WITH_KEY)
on_real_rows = document(auth=WITH_KEY, parameters=REAL)
signed_out = document(parameters=REAL)
signed_in = document(parameters=REAL)

bounded = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


fewer = settings(bounded, max_examples=8)


@pytest.fixture(autouse=True)
def rows(transactional_db: None) -> WaysIn:
    """One tenant whose key, form and submission are the real ones above, and other ways in."""
    tenant = make_tenant("new-customer")
    api_key_create(
        organization=tenant.organization, name="Schemathesis", scopes=Permission, secret=KEY
    )
    made = submission_accept(
        version=tenant.version,
        data={"company": "Nordwind", "email": "ada@example.com"},
        source=Source.API,
    ).submission
    with transaction.atomic():  # foreign keys are checked at its end
        StepRun.unscoped.filter(submission=made).update(submission=TASK_ID)
        SubmissionState.unscoped.filter(pk=made.pk).update(submission=TASK_ID)
        Submission.unscoped.filter(pk=made.pk).update(id=TASK_ID)
    return ways_in(tenant.organization)


@anywhere.parametrize()
@bounded
def test_any_request_gets_what_the_document_says(case: Any) -> None:
    case.call_and_validate()


@on_real_rows.parametrize()
@bounded
def test_requests_on_real_rows_get_what_the_document_says(case: Any) -> None:
    case.call_and_validate()


@signed_out.parametrize()
@bounded
def test_nobody_gets_what_the_document_says(case: Any) -> None:
    case.call_and_validate()


@signed_in.parametrize()
@fewer
def test_a_person_by_token_gets_what_the_document_says(case: Any, rows: WaysIn) -> None:
    case.call_and_validate(headers=rows.person)


@signed_in.parametrize()
@fewer
def test_a_service_gets_what_the_document_says(case: Any, rows: WaysIn) -> None:
    case.call_and_validate(headers=rows.service)


@signed_in.parametrize()
@fewer
def test_a_person_by_session_gets_what_the_document_says(case: Any, rows: WaysIn) -> None:
    case.call_and_validate(headers=rows.session)
