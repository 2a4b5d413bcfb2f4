from __future__ import annotations

from enum import StrEnum


class Permission(StrEnum):
    ALERTSMANAGE = "alerts:manage"
    ALERTSOPERATE = "alerts:operate"
    ALERTSREAD = "alerts:read"
    AUDITREAD = "audit:read"
    CALLBACKSMANAGE = "callbacks:manage"
    CALLBACKSREAD = "callbacks:read"
    CONNECTIONSMANAGE = "connections:manage"
    CONNECTIONSOPERATE = "connections:operate"
    CONNECTIONSREAD = "connections:read"
    KEYSMANAGE = "keys:manage"
    MEMBERSMANAGE = "members:manage"
    MEMBERSREAD = "members:read"
    ORGANIZATIONMANAGE = "organization:manage"
    ORGANIZATIONREAD = "organization:read"
    ORGANIZATIONTRANSFER = "organization:transfer"
    PRIVACYMANAGE = "privacy:manage"
    SUBMISSIONSCREATE = "submissions:create"
    SUBMISSIONSOPERATE = "submissions:operate"
    SUBMISSIONSREAD = "submissions:read"
    SUBMISSIONSREAD_SENSITIVE = "submissions:read_sensitive"
    WORKFLOWSMANAGE = "workflows:manage"
    WORKFLOWSREAD = "workflows:read"

    @classmethod
    def _missing_(cls, value: object) -> Permission | None:
        """A value of a newer server stays as it is."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown
