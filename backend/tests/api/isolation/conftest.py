"""Two organizations, and the walls between them: both, or either one alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from core.accounts.models import Membership, Role
from core.accounts.owned import OwnedRows
from core.audit.services import SYSTEM
from core.postgres.tenancy import OWNER
from core.submissions.models import Submission
from core.workflows.versions import workflow_rename
from tests.conftest import PASSWORD, Api, Tenant, make_tenant
from tests.rows import fill

WALLS = ["both walls", "row-level security alone", "scoped managers alone"]


def _tenant(slug: str) -> Tenant:
    tenant = make_tenant(f"form-of-{slug}")
    fill(tenant)
    Membership.objects.owned_by(tenant.organization).update(role=Role.OWNER)
    workflow_rename(
        organization=tenant.organization,
        slug=tenant.version.workflow.slug,
        to=f"only-{slug}",
        name=None,
        actor=SYSTEM,
    )
    return tenant


@pytest.fixture(scope="module")
def ours(shared_rows: None) -> Tenant:
    return _tenant("ours")


@pytest.fixture(scope="module")
def theirs(shared_rows: None) -> Tenant:
    return _tenant("theirs")


@pytest.fixture
def we(ours: Tenant) -> Api:
    """Our owner, who may do everything that can be done in an organization."""
    client = Client(raise_request_exception=False)
    assert client.login(username=ours.user.email, password=PASSWORD)
    return Api(client, {})


@pytest.fixture(params=WALLS)
def walls(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, ours: Tenant, theirs: Tenant
) -> Iterator[str]:
    """Deliberately takes one wall away, and sees that it is gone."""
    both = {ours.organization.pk, theirs.organization.pk}
    if request.param == "row-level security alone":
        monkeypatch.setattr(OwnedRows, "owned_by", lambda rows, _: rows._rows())
        found = Submission.objects.owned_by(ours.organization)
        assert set(found.values_list("organization_id", flat=True)) == both
    if request.param == "scoped managers alone":
        monkeypatch.setattr("mysite.postgres.base.current_scope", lambda: OWNER)
        assert set(Submission.unscoped.values_list("organization_id", flat=True)) == both
    yield request.param
    monkeypatch.undo()
