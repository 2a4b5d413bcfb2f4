"""What each scope lets a machine do, in words for those who choose them."""

from __future__ import annotations

from core.accounts.permissions import Permission

SCOPE_WORDS: dict[Permission, str] = {
    Permission.SUBMISSIONS_READ: "Read submissions, their steps and their events",
    Permission.SUBMISSIONS_CREATE: "Submit to workflows",
    Permission.SUBMISSIONS_READ_SENSITIVE: "Read the values of sensitive fields",
    Permission.SUBMISSIONS_OPERATE: "Retry, resume, resolve and cancel submissions",
    Permission.WORKFLOWS_READ: "Read workflows",
    Permission.WORKFLOWS_MANAGE: "Change and publish workflows",
    Permission.CONNECTIONS_READ: "Read connections and their health",
    Permission.CONNECTIONS_OPERATE: "Pause and resume connections",
    Permission.CONNECTIONS_MANAGE: "Change connections and their credentials",
    Permission.CALLBACKS_READ: "Read callback endpoints and what was sent",
    Permission.CALLBACKS_MANAGE: "Change callback endpoints and their secrets",
    Permission.ALERTS_READ: "Read alerts",
    Permission.ALERTS_OPERATE: "Acknowledge and silence alerts",
    Permission.ALERTS_MANAGE: "Change rules and routes of alerts",
    Permission.MEMBERS_READ: "Read who the members are",
    Permission.MEMBERS_MANAGE: "Invite and remove members, change their roles",
    Permission.KEYS_MANAGE: "Make, rotate and revoke API keys and OAuth clients",
    Permission.AUDIT_READ: "Read the audit log",
    Permission.PRIVACY_MANAGE: "Export and erase a person's data",
    Permission.ORGANIZATION_READ: "Read the name and the settings of the organization.",
    Permission.ORGANIZATION_MANAGE: "Change the organization",
    Permission.ORGANIZATION_TRANSFER: "Hand the organization to another owner",
}
