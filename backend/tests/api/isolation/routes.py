"""Every route of the API as the document tells it, with whatever is needed to ask it."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db import models

from api.api import api
from core.access.models import Invitation
from core.accounts.models import ApiKey, Membership
from core.alerts.models import Alert
from core.audit.models import AuditEntry
from core.callbacks.models import Callback, CallbackEndpoint
from core.connections.models import Connection
from core.credentials.models import OAuthClient
from core.delivery.models import BulkAction
from core.privacy.models import PrivacyRequest
from core.submissions.models import Note, StepRun, Submission, Upload
from core.views.models import SavedView
from core.workflows.models import Workflow, WorkflowDraft
from tests.api.uploads import PDF, send_file
from tests.conftest import Api, Tenant
from tests.rows import LIST

Fill = Callable[[Tenant], str]


def _first(model: type[models.Model], column: str = "pk") -> Fill:
    """The newest of the tenant's rows."""

    return lambda tenant: str(_rows(model, tenant).values_list(column, flat=True)[0])


def _rows(model: type[models.Model], tenant: Tenant) -> models.QuerySet[Any]:
    """Newest first."""
    return model._default_manager.filter(organization_id=tenant.organization.pk).order_by("-pk")


PARAMETERS: dict[str, Fill] = {
    "submission_id": _first(Submission),
    "step_run_id": _first(StepRun),
    "note_id": _first(Note),
    "connection": _first(Connection),
    "connection_id": _first(Connection),
    "connector": lambda _: "tryton",
    "list_name": lambda _: LIST,
    "bulk_id": _first(BulkAction),
    "view_id": _first(SavedView),
    "endpoint_id": _first(CallbackEndpoint),
    "callback_id": _first(Callback),
    "alert_id": _first(Alert),
    "route_id": lambda tenant: str(
        _rows(CallbackEndpoint, tenant).filter(purpose="alerts").values_list("pk", flat=True)[0]
    ),
    "kind": lambda _: "backlog",
    "api-keys/credential_id": _first(ApiKey),
    "oauth-clients/credential_id": _first(OAuthClient),
    "upload_id": _first(Upload),
    "entry_id": _first(AuditEntry),
    "request_id": _first(PrivacyRequest),
    "slug": _first(Workflow, "slug"),
    "template_id": lambda _: "webhook-relay",
    "number": lambda _: "1",
    "member_id": _first(Membership),
    "invitation_id": _first(Invitation),
    "organization_id": lambda tenant: str(tenant.organization.pk),
}
"""What stands for a part of an address, with its resource where the part alone does not tell. Each
new one is added here: a test fails without it."""

FILTERS: dict[str, Fill] = {
    "endpoint": _first(CallbackEndpoint),
    "submission": _first(Submission),
    "alert": _first(Alert),
    "route": PARAMETERS["route_id"],
    "object_id": _first(CallbackEndpoint),
    "workflow": _first(Workflow, "slug"),
    "connection": _first(Connection, "slug"),
}
"""Filters of lists that name a thing."""


def _draft(tenant: Tenant) -> Any:
    return json.loads(_first(WorkflowDraft, "document")(tenant))


BODIES: dict[str, Any] = {
    "save_draft": _draft,
    "publish_definition": _draft,
    "submit_workflow": {"data": {"company": "Acme", "email": "a@example.com"}},
    "preview_workflow": {"data": {"company": "Acme", "email": "a@example.com"}},
    "replace_credentials": {"credentials": {"application_key": "another"}},
    "assign_submission": lambda tenant: {"member_id": _first(Membership)(tenant)},
    "silence_alert": {"until": None},
    "change_alert_settings": {"language": "de", "time_zone": "Europe/Berlin"},
    "create_alert_route": {"name": "Mail", "channel": "email", "severities": ["info"]},
    "submit_batch": {"submissions": [{"data": {"company": "Acme", "email": "a@example.com"}}]},
}
"""Where the shortest body that the document allows is not enough; for some what a tenant owns."""


@dataclass(frozen=True)
class Route:
    name: str
    method: str
    path: str
    parameters: tuple[str, ...]
    filters: tuple[str, ...]
    required: dict[str, Any] = field(repr=False)
    """The query that the route does not answer without."""
    schema: dict[str, Any] | None = field(repr=False)
    takes_file: bool

    def address(self, tenant: Tenant) -> str:
        """With the ids of what this tenant owns."""
        fills = {name: PARAMETERS[self.key(name)](tenant) for name in self.parameters}
        query = f"?{urlencode(self.required)}" if self.required else ""
        return self.path.format(**fills) + query

    def key(self, parameter: str) -> str:
        """Its place in `PARAMETERS`."""
        resource = self.path.removeprefix("/api/v1/").partition("/")[0]
        full = f"{resource}/{parameter}"
        return full if full in PARAMETERS else parameter

    def ask(self, api: Api, tenant: Tenant) -> Any:
        """About what this tenant owns, with all that the route needs."""
        address = self.address(tenant)
        if self.takes_file:
            return send_file(api, address, "proof.pdf", PDF, field="proof")
        answer = api.call(self.method, address, self.body(tenant))
        if answer.streaming:
            assert b"".join(answer.streaming_content)  # type: ignore[attr-defined]
        return answer

    def body(self, tenant: Tenant) -> Any:
        if self.schema is None:
            return None
        given = BODIES.get(self.name) or _shortest(self.schema)
        return given(tenant) if callable(given) else given


def routes() -> list[Route]:
    """Those that need somebody to be signed in."""
    return list(_routes(api.get_openapi_schema()))


def _routes(document: dict[str, Any]) -> Iterator[Route]:
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            if not operation.get("security"):
                continue
            names: dict[str, list[str]] = {"path": [], "query": [], "header": []}
            for parameter in operation["parameters"]:
                names[parameter["in"]].append(parameter["name"])
            content = operation.get("requestBody", {}).get("content", {})
            yield Route(
                name=operation["operationId"],
                method=method.upper(),
                path=path,
                parameters=tuple(names["path"]),
                filters=tuple(name for name in names["query"] if name in FILTERS),
                required={
                    each["name"]: _shortest(each["schema"])
                    for each in operation["parameters"]
                    if each["in"] == "query" and each.get("required")
                },
                schema=content.get("application/json", {}).get("schema"),
                takes_file="multipart/form-data" in content,
            )


def _shortest(schema: dict[str, Any]) -> Any:
    """The smallest value that a schema of the document takes."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return _shortest(api.get_openapi_schema()["components"]["schemas"][name])
    for several in ("allOf", "anyOf", "oneOf"):
        if several in schema:
            return _shortest(schema[several][0])
    given = [schema[name] for name in ("const", "default") if name in schema]
    given += [schema[name][0] for name in ("examples", "enum") if name in schema]
    return given[0] if given else _typed(schema)


def _typed(schema: dict[str, Any]) -> Any:
    match schema.get("type"):
        case "object":
            properties = schema.get("properties", {})
            return {name: _shortest(properties[name]) for name in schema.get("required", [])}
        case "array":
            return [_shortest(schema["items"])] * schema.get("minItems", 0)
        case "string":
            return _FORMATS.get(schema.get("format", ""), "a" * schema.get("minLength", 1))
        case "integer" | "number":
            return schema.get("minimum", schema.get("exclusiveMinimum", 0) + 1)
        case kind:
            return kind == "boolean" or None


_FORMATS = {
    "email": "a@example.com",
    "uuid": str(uuid.UUID(int=7)),
    "uri": "https://example.com/",
    "date-time": "2026-11-24T12:00:00Z",
}
