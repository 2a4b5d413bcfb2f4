from __future__ import annotations

from typing import Any

import pytest

from core.accounts.models import Organization
from core.errors import NotFound, Unprocessable
from core.submissions.accept import Accepted, submission_accept_at
from core.submissions.models import IdempotencyKey, Source, Submission
from core.workflows.models import Step, Workflow, WorkflowVersion
from core.workflows.versions import Address, form_get
from tests.conftest import Tenant, make_tenant
from tests.destination import Publish

KEYED = "request.send_keyed"


@pytest.fixture
def version(publish: Publish) -> WorkflowVersion:
    return publish(("only", [], KEYED))


@pytest.fixture
def address(organization: Organization, version: WorkflowVersion) -> Address:
    return Address("orders", organization.pk)


def accept(address: Address, data: dict[str, Any] | None = None, key: str = "k") -> Accepted:
    return submission_accept_at(
        address=address, data=data or {"company": "A"}, source=Source.API, idempotency_key=key
    )


def test_a_version_that_was_just_replaced_takes_nothing_more(
    address: Address, version: WorkflowVersion, publish: Publish
) -> None:
    first = accept(address, key="k1").submission
    newer = publish(("first", [], KEYED), ("second", ["first"], KEYED))
    second = accept(address, key="k2").submission
    assert (first.version_id, second.version_id) == (version.pk, newer.pk)
    assert second.step_runs.count() == 2


def test_a_key_goes_on_through_a_new_version(address: Address, publish: Publish) -> None:
    first = accept(address)
    publish(("other", [], KEYED))
    again = accept(address)
    assert (again.submission.pk, again.replayed) == (first.submission.pk, True)
    assert IdempotencyKey.unscoped.count() == 1


def test_a_workflow_that_was_just_withdrawn_is_not_found(address: Address) -> None:
    accept(address, key="k1")
    Workflow.unscoped.update(current=None)
    with pytest.raises(NotFound):
        accept(address, key="k2")
    assert Submission.unscoped.count() == 1


@pytest.fixture
def form(db: None) -> Tenant:
    return make_tenant("sign-up")


def test_the_newest_fields_decide_what_is_valid(form: Tenant) -> None:
    data = {"company": "A", "email": "a@example.com"}
    assert accept(Address("sign-up"), data).submission.version_id == form.version.pk
    fields = [each for each in form.version.fields if each["key"] != "note"]
    newer = WorkflowVersion.unscoped.get(pk=form.version.pk)
    newer.pk, newer.number = None, 2
    newer.fields = [*fields, {"key": "colour", "label": "Colour", "kind": "text"}]
    newer._state.adding = True
    newer.save()
    for step in Step.unscoped.filter(version=form.version):
        step.pk, step.version, step._state.adding = None, newer, True
        step.save()
    Workflow.unscoped.filter(pk=newer.workflow_id).update(current=newer)
    with pytest.raises(Unprocessable) as refused:
        accept(Address("sign-up"), data | {"company": "B"}, key="k2")
    assert [error.field for error in refused.value.errors] == ["data.colour"]


def test_a_form_that_was_just_closed_takes_nothing_more(form: Tenant) -> None:
    assert form_get(slug="sign-up").pk == form.version.pk
    Workflow.unscoped.update(form_slug=None)
    with pytest.raises(NotFound):
        accept(Address("sign-up"), {"company": "A", "email": "a@example.com"})
