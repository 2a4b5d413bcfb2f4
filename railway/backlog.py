"""How long the oldest due piece of each queue has waited, as a dispatcher tells Prometheus."""

from __future__ import annotations

import http.client
import math
import re
import urllib.error
import urllib.request
from collections.abc import Iterator

STEPS = "waybill_due_oldest_seconds"
CALLBACKS = "waybill_due_callbacks_oldest_seconds"
CLOSED = "waybill_connection_closed"
READ = "waybill_reading_ok"
MOST_BYTES = 16 * 1024 * 1024

_SAMPLE = re.compile(r"^(\w+)(?:\{(.*)\})? (\S+)$", re.MULTILINE)
_LABEL = re.compile(r'(\w+)="((?:[^"\\]|\\.)*)"')


class MetricsAway(Exception):
    """The dispatcher did not tell its metrics."""


def ages(text: str) -> dict[str, float]:
    """Seconds by queue (`callbacks` included). A queue that nothing is told of is missing.

    Work for connections that take nothing now does not count: more workers would not help it.
    Where it could not be read which ones those are, nothing is told of steps.
    """
    samples = list(_samples(text))
    known = any(
        name == READ and labels.get("part") == "connections" and value == 1
        for name, labels, value in samples
    )
    closed = {labels.get("connection_id") for name, labels, _ in samples if name == CLOSED}
    found: dict[str, float] = {}
    for name, labels, value in samples:
        if name == CALLBACKS:
            found["callbacks"] = max(value, found.get("callbacks", 0.0))
        elif name == STEPS and known:
            age = 0.0 if labels.get("connection_id") in closed else value
            queue = labels["queue"]
            found[queue] = max(age, found.get(queue, 0.0))
    return found


def _samples(text: str) -> Iterator[tuple[str, dict[str, str], float]]:
    for name, labels, value in _SAMPLE.findall(text):
        if name in (STEPS, CALLBACKS, CLOSED, READ) and math.isfinite(float(value)):
            yield name, dict(_LABEL.findall(labels)), float(value)


def read_ages(url: str, token: str, timeout_seconds: float = 10.0) -> dict[str, float]:
    """Ask a dispatcher. Raises MetricsAway."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=timeout_seconds) as response:
            text = response.read(MOST_BYTES).decode(errors="replace")
            if response.length:
                raise MetricsAway(
                    f"{url}: the answer broke off, {response.length} bytes are missing"
                )
            return ages(text)
    except urllib.error.HTTPError as error:
        hint = ": is WAYBILL_METRICS_TOKEN the dispatcher's?" if error.code == 401 else ""
        raise MetricsAway(f"{url} answered {error.code}{hint}") from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise MetricsAway(f"{url} did not answer: {error!r}") from error
