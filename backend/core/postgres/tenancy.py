"""For which organization this code acts at the moment. PostgreSQL enforces it, row by row.

The scope belongs to the thread or task that entered it. Our database backend brings it to the
session before the next statement: a role, and the setting ``waybill.organization``, from which the
policies of `core.postgres.row_security` tell what is visible and may be written.

Nobody is the default: whoever forgets to say for whom they act sees and writes nothing.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol

APP_ROLE = "waybill_app"
"""Sees the rows of the organization that is set, and none without one."""
WORKER_ROLE = "waybill_worker"
"""Sees the rows of every organization. Owns nothing either."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A role of PostgreSQL, ``none`` for the login's own, and an organization's id or nothing."""

    role: str
    organization: str = ""


NOBODY = Scope(APP_ROLE)
EVERY = Scope(WORKER_ROLE)
OWNER = Scope("none")

_scope: ContextVar[Scope] = ContextVar("waybill_scope", default=NOBODY)


class Identified(Protocol):
    """An organization, for those who may not know its model."""

    @property
    def pk(self) -> uuid.UUID: ...


def current_scope() -> Scope:
    """Whom the code that asks acts for."""
    return _scope.get()


@contextmanager
def organization_scope(organization: Identified | uuid.UUID) -> Iterator[None]:
    """Act for this organization until the block ends."""
    with _entered(_of(organization)):
        yield


@contextmanager
def every_organization(reason: str) -> Iterator[None]:
    """Act for all organizations at once until the block ends. ``reason``: why that is right here.

    Only for work that spans organizations, and for finding out which one it is about.
    """
    _explained(reason)
    with _entered(EVERY):
        yield


@contextmanager
def database_owner(reason: str) -> Iterator[None]:
    """Act as the login itself until the block ends: for the schema, not for its rows.

    Policies do not bind the owner of the tables. ``reason``: why nothing less will do.
    """
    _explained(reason)
    with _entered(OWNER):
        yield


@contextmanager
def nobody() -> Iterator[None]:
    """Act for nobody until the block ends or says otherwise; then everything is as before it."""
    with _entered(NOBODY):
        yield


def organization_enter(organization: Identified | uuid.UUID) -> None:
    """Act for this organization until the block around ends, which a request's is."""
    _scope.set(_of(organization))


@contextmanager
def _entered(scope: Scope) -> Iterator[None]:
    before = _scope.get()
    _scope.set(scope)
    try:
        yield
    finally:
        _scope.set(before)


def _of(organization: Identified | uuid.UUID) -> Scope:
    pk = organization if isinstance(organization, uuid.UUID) else organization.pk
    return Scope(APP_ROLE, str(pk))


def _explained(reason: str) -> None:
    if not reason.strip():
        raise ValueError("say why one organization is not enough here")
