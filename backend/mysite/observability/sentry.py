"""Error reports to Sentry: what broke and where, with ids, without personal data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sentry_sdk
import structlog
from sentry_sdk.integrations.logging import LoggingIntegration
from sentry_sdk.transport import Transport
from sentry_sdk.types import Event, Hint

from mysite.observability.safety import first_line

if TYPE_CHECKING:
    from sentry_sdk._types import DataCollectionUserOptions, KeyValueCollectionBehaviour

_OFF: KeyValueCollectionBehaviour = {"mode": "off"}
# The old `send_default_pii=False`, field by field; `scrub` is the second safeguard.
NOTHING_PERSONAL: DataCollectionUserOptions = {
    "user_info": False,
    "cookies": _OFF,
    "http_headers": {"request": _OFF},
    "http_bodies": [],
    "url_query_params": _OFF,
    "graphql": {"document": False, "variables": False},
    "gen_ai": {"inputs": False, "outputs": False},
    "database_query_data": False,
    "queues": False,
    "stack_frame_variables": False,
    "frame_context_lines": 0,
}
_IDS = ("request_id", "submission_id", "task_id")
_KEPT_CONTEXTS = ("trace", "runtime", "os")
_KEPT_OF_TRACE = ("trace_id", "span_id", "parent_span_id", "op", "status", "origin")
_KEPT_OF_SPAN = (*_KEPT_OF_TRACE, "start_timestamp", "timestamp", "exclusive_time")


def release_of(named: str, version: str) -> str | None:
    """How Sentry names what runs: the name given, or by the version, as the pages do it too."""
    return named or (f"waybill@{version}" if version else None)


def start(
    dsn: str,
    environment: str,
    release: str | None = None,
    transport: type[Transport] | None = None,
    traces_sample_rate: float = 0.0,
) -> None:
    """Start error reporting. Does nothing without a DSN.

    ``traces_sample_rate``: the share of requests and tasks whose times are reported, from 0 to 1.
    """
    if not dsn:
        return
    sentry_sdk.init(
        dsn=dsn,
        environment=environment,
        release=release,
        transport=transport,
        # Errors are reported where they are logged, see `mysite.observability.logs`.
        integrations=[LoggingIntegration(level=None, event_level=None)],
        data_collection=NOTHING_PERSONAL,
        max_request_body_size="never",
        max_breadcrumbs=0,
        server_name="",
        traces_sample_rate=traces_sample_rate,
        before_send=scrub,
        before_send_transaction=scrub,
    )


def scrub(event: Event, _: Hint) -> Event:
    """Reduce an event to types, first lines, places and our own ids."""
    fields: dict[str, Any] = event  # type: ignore[assignment]  # a TypedDict without these keys
    method = (fields.get("request") or {}).get("method")
    fields["request"] = {"method": method} if method else {}
    for name in ("extra", "user", "breadcrumbs", "modules", "server_name"):
        fields.pop(name, None)
    fields["contexts"] = {
        name: value
        for name, value in (fields.get("contexts") or {}).items()
        if name in _KEPT_CONTEXTS
    }
    if "trace" in fields["contexts"]:
        fields["contexts"]["trace"] = _only(fields["contexts"]["trace"], _KEPT_OF_TRACE)
    if "spans" in fields:
        # What a span is about may be a statement, a key or an address with a token in it.
        fields["spans"] = [_only(span, _KEPT_OF_SPAN) for span in fields["spans"] or []]
    for error in (fields.get("exception") or {}).get("values") or []:
        error["value"] = first_line(str(error.get("value") or ""))
        for frame in (error.get("stacktrace") or {}).get("frames") or []:
            frame.pop("vars", None)
    if "logentry" in fields:
        fields["logentry"] = {"message": first_line(str(fields["logentry"].get("message") or ""))}
    bound = structlog.contextvars.get_contextvars()
    fields["tags"] = {name: str(bound[name]) for name in _IDS if name in bound}
    return event


def _only(whole: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: whole[name] for name in names if name in whole}
