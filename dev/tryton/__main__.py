"""`python -m dev.tryton --port 8010 --access FILE`: Tryton in a container of its own.

Makes its database at the server in DATABASE_ADMIN_URL, writes what Waybill's demo needs to know
into FILE as shell assignments, and serves. TRYTON_URL is how Waybill reaches it.
"""

from __future__ import annotations

import argparse
import os
import shlex
from pathlib import Path

from dev.console import Problem, report
from dev.layout import Home
from dev.tryton.server import command, environment, provide


def main() -> int:
    """Become the server. Returns an exit code only if that failed."""
    parser = argparse.ArgumentParser(prog="python -m dev.tryton")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--access", type=Path, required=True)
    given = parser.parse_args()
    home, admin_url = Home(given.access.parent), os.environ["DATABASE_ADMIN_URL"]
    try:
        home.create()
        provide(home, admin_url)
    except Problem as problem:
        report(problem)
        return 1
    _write_access(given.access, environment(home, given.port, os.environ.get("TRYTON_URL", "")))
    serve = command(home, given.port, admin_url, given.host)
    return os.execv(serve[0], serve)  # noqa: S606


def _write_access(file: Path, variables: dict[str, str]) -> None:
    """For the containers of this user alone."""
    lines = [f"{name}={shlex.quote(value)}" for name, value in sorted(variables.items())]
    file.touch(mode=0o600)
    file.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
