"""Error reports to Sentry: what broke and where, with ids, without anybody's data."""

from __future__ import annotations

from typing import Any

import sentry_sdk
import structlog
from sentry_sdk.transport import Transport
from sentry_sdk.types import Event, Hint

from mysite.observability.safety import first_line

_IDS = ("request_id", "submission_id", "task_id")
_KEPT_CONTEXTS = ("trace", "runtime", "os")


def start(
    dsn: str, environment: str, release: str | None = None, transport: type[Transport] | None = None
) -> None:
    """Report errors from now on. Without a DSN nothing starts."""
    if not dsn:
        return
    sentry_sdk.init(
        dsn=dsn,
        environment=environment,
        release=release,
        transport=transport,
        send_default_pii=False,
        include_local_variables=False,
        include_source_context=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        server_name="",
        traces_sample_rate=0.0,
        before_send=scrub,
        before_send_transaction=scrub,
    )


def scrub(event: Event, _: Hint) -> Event:
    """Cut an event down to types, first lines, places and our own ids."""
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
    for error in (fields.get("exception") or {}).get("values") or []:
        error["value"] = first_line(str(error.get("value") or ""))
        for frame in (error.get("stacktrace") or {}).get("frames") or []:
            frame.pop("vars", None)
    if "logentry" in fields:
        fields["logentry"] = {"message": first_line(str(fields["logentry"].get("message") or ""))}
    bound = structlog.contextvars.get_contextvars()
    fields["tags"] = {name: str(bound[name]) for name in _IDS if name in bound}
    return event
