from __future__ import annotations

import pytest

from tests.conftest import Tenant, make_tenant
from tests.rows import fill


@pytest.fixture(scope="module")
def ours(shared_rows: None) -> Tenant:
    """A tenant with something in every table."""
    tenant = make_tenant("ours")
    fill(tenant)
    return tenant


@pytest.fixture(scope="module")
def theirs(shared_rows: None) -> Tenant:
    """Another one."""
    tenant = make_tenant("theirs")
    fill(tenant)
    return tenant
