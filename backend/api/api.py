"""The API: routers, documentation, and one format for errors."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from api.authentication.access import AUTHENTICATED
from api.authentication.bearer import ServiceTokenAuth
from api.authentication.route_access import routes
from api.documents.pages import Documentation
from api.endpoints.callbacks import callback_endpoints, callbacks
from api.endpoints.connections import connection_health, connections, connectors
from api.endpoints.forms import confirmations, forms, uploads
from api.endpoints.operations import alert_routes, alert_rules, alerts, audit, overview, vitals
from api.endpoints.people import (
    credentials,
    device_sign_ins,
    invitations,
    me,
    members,
    organization,
    tokens,
)
from api.endpoints.submissions import (
    again,
    bulk,
    exports,
    handling,
    privacy,
    retention,
    steps,
    submissions,
    tracking,
    views,
)
from api.endpoints.workflows import definitions, own_api, previews, templates, workflows
from api.errors.handlers import install
from api.errors.problems import MEDIA_TYPE
from api.limits.throttles import CallerThrottle

_DESCRIPTION = """\
Waybill takes submissions and delivers them to business systems: accepted once, never lost, never
doubled in effect, visible the whole way.

`202` means that the submission is committed. Send an `Idempotency-Key` to repeat a request safely.
Every refusal and failure is an RFC 9457 problem: a `code` for programs, a `detail` for people.
Machines send an API key or an access token; people sign in, and browsers send the CSRF cookie back
as `X-CSRFToken`. Each operation needs one permission, which is also the name of its scope.
"""


class WaybillAPI(NinjaAPI):
    """Ninja, with our operation ids, summaries and problems in the OpenAPI document."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._documents: dict[str, OpenAPISchema] = {}

    def get_openapi_operation_id(self, operation: Any) -> str:
        return str(operation.view_func.__name__)

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """Cached for all callers: making it takes half a second of processor time."""
        prefix = self.get_root_path(path_params or {}) if path_prefix is None else path_prefix
        if prefix not in self._documents:
            self._documents[prefix] = self._document(prefix)
        return self._documents[prefix]

    def _document(self, prefix: str) -> OpenAPISchema:
        document = super().get_openapi_schema(path_prefix=prefix)
        scopes = self._scopes()
        for path in document["paths"].values():
            for operation in path.values():
                _describe(operation)
                _require_scope(operation, scopes.get(operation["operationId"]))
                _as_problems(operation["responses"])
        return document

    def _scopes(self) -> dict[str, str]:
        """The permission that each operation needs, by its id."""
        return {
            self.get_openapi_operation_id(operation): str(way.permission)
            for _, router in self._routers
            for view in router.path_operations.values()
            for operation in view.operations
            for way in operation.auth_callbacks
            if isinstance(way, ServiceTokenAuth) and way.permission is not None
        }


def _require_scope(operation: dict[str, Any], scope: str | None) -> None:
    for way in operation.get("security", []):
        if scope is not None and ServiceTokenAuth.__name__ in way:
            way[ServiceTokenAuth.__name__] = [scope]


def _describe(operation: dict[str, Any]) -> None:
    """Use the docstring as the summary. Remove null from parameters: URLs have no null."""
    operation["summary"], _, operation["description"] = operation["description"].partition("\n\n")
    for parameter in operation["parameters"]:
        parameter.pop("examples", None)  # a list; the schema has it too, and it belongs there
        schema = parameter["schema"]
        options = [option for option in schema.pop("anyOf", []) if option != {"type": "null"}]
        for option in options:
            schema.update(option)


def _as_problems(responses: dict[int, dict[str, Any]]) -> None:
    for status, response in responses.items():
        if status >= 400 and "content" in response:
            response["content"] = {MEDIA_TYPE: response["content"].pop("application/json")}


api = WaybillAPI(
    title="Waybill",
    version="1.0.0",
    description=_DESCRIPTION,
    urls_namespace="api",
    auth=AUTHENTICATED,
    docs=Documentation(),
    throttle=[CallerThrottle()],
    servers=[{"url": "/", "description": "The origin that serves this document."}],
)
install(api)
api.add_router("/forms", forms.router)
api.add_router("/forms", uploads.forms)
api.add_router("/forms", confirmations.forms)
api.add_router("/confirmations", confirmations.confirmations)
api.add_router("/track", tracking.router)
api.add_router("/me", me.router)
api.add_router("/organization", organization.router)
api.add_router("/members", members.router)
api.add_router("/invitations", invitations.router)
api.add_router("/workflows", previews.router)
api.add_router("/workflows", definitions.router)
api.add_router("/workflows", workflows.router)
api.add_router("/workflows", own_api.router)
api.add_router("/workflow-templates", templates.router)
api.add_router("/schemas", definitions.schemas)
api.add_router("/submissions", exports.router)
api.add_router("/submissions", submissions.router)
api.add_router("/workflows", uploads.workflows)
api.add_router("/submissions", uploads.submissions)
api.add_router("/submissions", again.router)
api.add_router("/submissions", handling.router)
api.add_router("/steps", steps.router)
api.add_router("/views", views.router)
api.add_router("/connections", connections.router)
api.add_router("/connections", connection_health.router)
api.add_router("/connectors", connectors.router)
api.add_router("/bulk-actions", bulk.router)
api.add_router("/api-keys", credentials.api_keys)
api.add_router("/oauth-clients", credentials.oauth_clients)
api.add_router("/tokens", tokens.router)
api.add_router("/device-sign-ins", device_sign_ins.router)
api.add_router("/audit", audit.router)
api.add_router("/callback-endpoints", callback_endpoints.router)
api.add_router("/callbacks", callbacks.router)
api.add_router("/overview", overview.router)
api.add_router("/page-vitals", vitals.router)
api.add_router("/alerts", alerts.router)
api.add_router("/alert-counts", alerts.counts)
api.add_router("/alert-messages", alerts.messages)
api.add_router("/alert-rules", alert_rules.router)
api.add_router("/alert-settings", alert_rules.settings)
api.add_router("/alert-routes", alert_routes.router)
api.add_router("/privacy", privacy.router)
api.add_router("/privacy/retention", retention.router)

# The process does not start if a route does not say who may call it.
ROUTES = routes(api)
