"""Rows that all tests of a module share, where making them costs more than the tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from core.postgres.tenancy import every_organization


@pytest.fixture(scope="module")
def shared_rows(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A transaction around a module: what its fixtures write stays until its last test ended.

    Each test has its own within it, so what a test writes is taken back as always. PostgreSQL's
    `now()` stands still meanwhile. Not for tests that ask for `transactional_db`.
    """
    with (
        django_db_blocker.unblock(),
        every_organization("fixtures write for several"),
        transaction.atomic(),
    ):
        yield
        transaction.set_rollback(True)
