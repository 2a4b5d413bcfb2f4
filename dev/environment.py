"""The environment variables of a stack's processes, and the files that hold them."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Mapping
from pathlib import Path

from dev.installing.node import TOOLS
from dev.layout import LOCAL, VENV_BIN, Home
from dev.stores.services import Services

PRIVATE = frozenset({"POSTGRES_PASSWORD", "WAYBILL_DATABASE_PASSWORD", "VALKEY_PASSWORD"})
"""Secrets of the stores. Processes get them only inside the URLs."""


def tool_environment() -> dict[str, str]:
    """Our own environment with the project's tools (Python, Node 24) first on PATH."""
    path = os.pathsep.join([str(TOOLS), str(VENV_BIN), os.environ.get("PATH", os.defpath)])
    return os.environ | {"PATH": path, "PYTHONUNBUFFERED": "1", "NEXT_TELEMETRY_DISABLED": "1"}


def stack_variables(
    services: Services, secrets: Mapping[str, str], ports: Mapping[str, int]
) -> dict[str, str]:
    """The variables for Waybill's settings, for a stack on this machine."""
    public = f"http://localhost:{ports['WEB_PORT']}"
    reachable = [f"127.0.0.1:{ports[name]}" for name in ("TRYTON_PORT", "SMTP_PORT")]
    reachable += [f"127.0.0.1:{ports['BENCH_SINK_PORT']}"]
    given = os.environ.get("WAYBILL_EGRESS_ALLOW", "")
    return {
        **{name: value for name, value in secrets.items() if name not in PRIVATE},
        **{name: str(port) for name, port in ports.items()},
        "DATABASE_URL": services.database_url,
        "REDIS_URL": services.redis_url,
        "DJANGO_SETTINGS_MODULE": "mysite.settings",
        "WAYBILL_ENV": os.environ.get("WAYBILL_ENV", "development"),
        "WAYBILL_PUBLIC_URL": public,
        "WAYBILL_ALLOWED_HOSTS": "127.0.0.1,localhost",
        "WAYBILL_EGRESS_ALLOW": ",".join([*reachable, *filter(None, [given])]),
        "WAYBILL_UPLOADS_DIR": str(LOCAL / "uploads"),
        "WAYBILL_METRICS_DIR": str(LOCAL / "metrics"),
        "WAYBILL_API_ORIGIN": f"http://127.0.0.1:{ports['API_PORT']}",
        "WAYBILL_STREAM_ORIGIN": f"http://127.0.0.1:{ports['STREAM_PORT']}",
        "SMTP_HOST": "127.0.0.1",
        "WAYBILL_DEMO_EMAIL": "operator@demo.example",
    }


def write_files(home: Home, variables: Mapping[str, str], facts: Mapping[str, object]) -> None:
    """Write `run/env` for a shell to source and `run/state.json` for programs; mode 600 each."""
    exports = [f"export {name}={shlex.quote(value)}" for name, value in sorted(variables.items())]
    exports.append(f'export PATH={shlex.quote(f"{TOOLS}{os.pathsep}{VENV_BIN}")}:"$PATH"')
    _write_private(home.env_file, "\n".join(exports) + "\n")
    state = {**facts, "env": dict(variables)}
    _write_private(home.state_file, json.dumps(state, indent=1) + "\n")


def _write_private(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
