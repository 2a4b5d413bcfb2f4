"""Permissions of each role, in one table.

A role has the permissions of its row and of every row above it. An API key has the permissions it
was made with, never more than its maker had.
"""

from __future__ import annotations

from enum import StrEnum

from core.accounts.models import Role


class Permission(StrEnum):
    """One permission. The value is also the scope of a key or a token."""

    SUBMISSIONS_READ = "submissions:read"
    SUBMISSIONS_CREATE = "submissions:create"
    SUBMISSIONS_READ_SENSITIVE = "submissions:read_sensitive"
    SUBMISSIONS_OPERATE = "submissions:operate"
    WORKFLOWS_READ = "workflows:read"
    WORKFLOWS_MANAGE = "workflows:manage"
    CONNECTIONS_READ = "connections:read"
    CONNECTIONS_OPERATE = "connections:operate"
    CONNECTIONS_MANAGE = "connections:manage"
    CALLBACKS_READ = "callbacks:read"
    CALLBACKS_MANAGE = "callbacks:manage"
    ALERTS_READ = "alerts:read"
    ALERTS_OPERATE = "alerts:operate"
    ALERTS_MANAGE = "alerts:manage"
    MEMBERS_READ = "members:read"
    MEMBERS_MANAGE = "members:manage"
    KEYS_MANAGE = "keys:manage"
    AUDIT_READ = "audit:read"
    PRIVACY_MANAGE = "privacy:manage"
    ORGANIZATION_READ = "organization:read"
    ORGANIZATION_MANAGE = "organization:manage"
    ORGANIZATION_TRANSFER = "organization:transfer"


_ADDED: dict[Role, frozenset[Permission]] = {
    Role.VIEWER: frozenset(
        {
            Permission.SUBMISSIONS_READ,
            Permission.WORKFLOWS_READ,
            Permission.CONNECTIONS_READ,
            Permission.ALERTS_READ,
            Permission.MEMBERS_READ,
            Permission.ORGANIZATION_READ,
        }
    ),
    Role.OPERATOR: frozenset(
        {
            Permission.SUBMISSIONS_CREATE,
            Permission.SUBMISSIONS_READ_SENSITIVE,
            Permission.SUBMISSIONS_OPERATE,
            Permission.CONNECTIONS_OPERATE,
            Permission.CALLBACKS_READ,
            Permission.ALERTS_OPERATE,
        }
    ),
    Role.ADMIN: frozenset(
        {
            Permission.WORKFLOWS_MANAGE,
            Permission.CONNECTIONS_MANAGE,
            Permission.CALLBACKS_MANAGE,
            Permission.ALERTS_MANAGE,
            Permission.MEMBERS_MANAGE,
            Permission.KEYS_MANAGE,
            Permission.AUDIT_READ,
            Permission.PRIVACY_MANAGE,
            Permission.ORGANIZATION_MANAGE,
        }
    ),
    Role.OWNER: frozenset({Permission.ORGANIZATION_TRANSFER}),
}

RANK: tuple[Role, ...] = (Role.VIEWER, Role.OPERATOR, Role.ADMIN, Role.OWNER)


def _accumulated() -> dict[Role, frozenset[Permission]]:
    table: dict[Role, frozenset[Permission]] = {}
    held: frozenset[Permission] = frozenset()
    for role in RANK:
        held |= _ADDED[role]
        table[role] = held
    return table


ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = _accumulated()


def roles_with(permission: Permission) -> list[Role]:
    """The roles that have it, lowest first."""
    return [role for role in RANK if permission in ROLE_PERMISSIONS[role]]


def outranks(role: Role, other: Role) -> bool:
    """Whether ``role`` is above ``other``."""
    return RANK.index(role) > RANK.index(other)
