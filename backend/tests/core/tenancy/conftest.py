from __future__ import annotations

import pytest

from tests.conftest import Tenant, make_tenant
from tests.rows import fill


@pytest.fixture
def ours(db: None) -> Tenant:
    """A tenant with something in every table."""
    tenant = make_tenant("ours")
    fill(tenant)
    return tenant


@pytest.fixture
def theirs(db: None) -> Tenant:
    """Another one."""
    tenant = make_tenant("theirs")
    fill(tenant)
    return tenant
