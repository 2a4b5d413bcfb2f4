"""Everything the OpenAPI document promises, tried with data that fits it and data that does not.

All of Schemathesis's checks run. Each test runs once per operation, in this process, on PostgreSQL.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis.strategies import sampled_from
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
    },
    "negative_data_rejection": {
        "expected-statuses": ["400", "401", "403", "404", "405", "409", "413", "415", "422", "429"]
    },
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
signed_in = document(parameters=REAL)
WAYS = ("nobody", "person", "service", "session")

EXAMPLES = int(os.environ.get("WAYBILL_EXAMPLES", "8"))
"""Generated requests for each test; at night many more."""

bounded = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
drawn = settings(bounded, phases=[Phase.generate])
"""Without the limits of each schema, which take as long as the rest and are tried on real rows."""


@pytest.fixture
def one_transaction(db: None) -> Iterator[None]:
    """Keep the connection from request to request; what they wrote is taken back."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def rows(db: None) -> WaysIn:
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
@drawn
@pytest.mark.usefixtures("one_transaction", "rows")
def test_any_request_gets_what_the_document_says(case: Any) -> None:
    case.call_and_validate()


@on_real_rows.parametrize()
@bounded
@pytest.mark.usefixtures("transactional_db", "rows")
def test_requests_on_real_rows_get_what_the_document_says(case: Any) -> None:
    case.call_and_validate()


@signed_in.given(way=sampled_from(WAYS))
@signed_in.parametrize()
@drawn
@pytest.mark.usefixtures("one_transaction")
def test_each_way_in_gets_what_the_document_says(case: Any, way: str, rows: WaysIn) -> None:
    case.call_and_validate(headers=rows.headers(way))
