"""`make test-errors`: an error of each side has to reach Bugsink, readable and without content.

API and workers fail at failpoints. The web server and the browser get answers that are none, from
an API that says `{}` to everything.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from dev import client
from dev.commands import run
from dev.console import Problem, say, step
from dev.demo import FORM, example
from dev.environment import tool_environment
from dev.installing import frontend, node
from dev.layout import FRONTEND, LOCAL, Home
from dev.processes.health import answers
from dev.processes.lock import lock
from dev.processes.ports import LOOPBACK, any_free
from dev.processes.processes import Spec
from dev.processes.supervisor import Supervisor, interruptible
from dev.reporting.bugsink import Bugsink, install
from dev.stack import Stack
from dev.testing.browser import require_browser
from dev.up import close

HOME = Home(LOCAL / "errors")
RELEASE = "waybill@drill"
PATIENCE_SECONDS = 120.0

Event = dict[str, Any]


def _frames(event: Event) -> list[Event]:
    values = (event.get("exception") or {}).get("values") or []
    return [f for each in values for f in (each.get("stacktrace") or {}).get("frames") or []]


def _stands_in(event: Event, *endings: str) -> bool:
    """Whether a frame is in one of our own files, at a line that is told."""
    return any(
        str(frame.get("filename", "")).endswith(endings) and frame.get("lineno")
        for frame in _frames(event)
    )


def _of_source(event: Event) -> bool:
    """Whether a frame shows a line of our TypeScript, as it was written."""
    return any(
        str(frame.get("filename", "")).endswith((".tsx", ".ts")) and frame.get("context_line")
        for frame in _frames(event)
    )


SIDES: dict[str, Callable[[Event], bool]] = {
    "API": lambda event: _stands_in(event, "endpoints/forms/accepted_answer.py"),
    "worker": lambda event: _stands_in(event, "delivery/claim/claimer.py"),
    "Next.js server": lambda event: event.get("platform") == "node" and _of_source(event),
    "browser": lambda event: event.get("platform") == "javascript" and _of_source(event),
}
"""By what an event of each side is known. The frames are what makes it readable."""


class _SaysNothing(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("X-Request-ID", "planted-request-id")
        self.end_headers()
        self.wfile.write(b"{}")

    do_POST = do_GET

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


@contextmanager
def _api_without_answers() -> Iterator[str]:
    server = ThreadingHTTPServer((LOOPBACK, 0), _SaysNothing)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{LOOPBACK}:{server.server_port}"
    finally:
        server.shutdown()


@contextmanager
def _browser_at(address: str) -> Iterator[None]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [require_browser(), "--headless=new", "--no-sandbox", "--disable-gpu"]
        command += ["--remote-debugging-port=0", f"--user-data-dir={profile}", address]
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(command, stdout=quiet, stderr=quiet)
        try:
            yield
        finally:
            process.terminate()
            process.wait(20)


def _throw(stack: Stack, planted: str) -> None:
    """At the API, whose caller is told of it, and so in a worker that takes what was committed."""
    data = example() | {"company": planted}
    with suppress(Problem):
        client.submit(stack.variables["WAYBILL_PUBLIC_URL"], FORM, data, secrets.token_urlsafe(16))


def _ask(address: str) -> None:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=60)
    try:
        connection.request("GET", f"{parts.path}?{parts.query}")
        connection.getresponse().read()
    finally:
        connection.close()


def _wait(bugsink: Bugsink) -> list[Event]:
    """The stored events, once every side is among them."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        events = bugsink.events()
        missing = [name for name, is_of in SIDES.items() if not any(map(is_of, events))]
        if not missing:
            return events
        if time.monotonic() > deadline:
            seen = "\n".join(_summary(event) for event in events)
            raise Problem(f"Bugsink has no readable error of: {', '.join(missing)}.", seen)
        time.sleep(2)


def _summary(event: Event) -> str:
    values = (event.get("exception") or {}).get("values") or [{}]
    places = [f"{frame.get('filename')}:{frame.get('lineno')}" for frame in _frames(event)[-3:]]
    said = f"{values[-1].get('type')}: {values[-1].get('value')}"
    return f"{event.get('platform')} {event.get('release')} {said} at {', '.join(places)}"


def _check(events: list[Event], planted: list[str]) -> None:
    other = {str(event.get("release")) for event in events} - {RELEASE}
    if other:
        raise Problem(f"Events name the release {', '.join(other)} instead of {RELEASE}.")
    told = [word for word in planted if word in json.dumps(events)]
    if told:
        raise Problem(f"Reports carry what nobody may see: {', '.join(told)}.")


def _web(api: str, dsn: str) -> tuple[Spec, str]:
    port = any_free(set())
    address = f"http://{LOOPBACK}:{port}"
    own = {"WAYBILL_API_ORIGIN": api, "WAYBILL_STREAM_ORIGIN": api, "SENTRY_DSN": dsn}
    spec = Spec(
        name="web without answers",
        command=frontend.command(port),
        cwd=FRONTEND,
        env=tool_environment() | own | {"NODE_ENV": "production"},
        log=HOME.logs / "web-without-answers.log",
        ready=answers(f"{address}/"),
        wave=3,
    )
    return spec, address


def _upload_maps(bugsink: Bugsink) -> None:
    where = {"SENTRY_URL": bugsink.address, "SENTRY_AUTH_TOKEN": bugsink.token}
    project = {"SENTRY_ORG": "bugsink", "SENTRY_PROJECT": "waybill"}
    with step("Uploading the source maps"):
        run(
            [*node.npm(), "run", "maps"],
            log=HOME.logs / "maps.log",
            failure="The source maps could not be uploaded",
            cwd=FRONTEND,
            env=tool_environment() | where | project,
        )


def _drill(supervisor: Supervisor) -> int:
    stack = Stack(HOME, supervisor, prefer_ports=False)
    stack.open()
    bugsink = Bugsink(HOME, any_free(set()))
    bugsink.prepare()
    supervisor.start(bugsink.spec()).wait_ready()
    os.environ |= {
        "SENTRY_DSN": bugsink.dsn,
        "NEXT_PUBLIC_SENTRY_DSN": bugsink.dsn,
        "SENTRY_RELEASE": RELEASE,
        "WAYBILL_API_WORKERS": "1",
        "WAYBILL_FAILPOINTS": "accepted=error,claimed=error",
    }
    frontend.build()
    _upload_maps(bugsink)
    stack.start_systems()
    stack.start_application()
    planted = [f"Planted {secrets.token_hex(6)} Ltd", secrets.token_hex(8)]
    with _api_without_answers() as api:
        spec, address = _web(api, bugsink.dsn)
        supervisor.start(spec).wait_ready()
        _throw(stack, planted[0])
        query = f"?company={planted[1]}"
        _ask(f"{address}/f/{FORM}{query}")
        with _browser_at(f"{address}/submissions{query}"), step("Waiting for the four errors"):
            events = _wait(bugsink)
    _check(events, planted)
    for event in events:
        say(f"  {_summary(event)}")
    say(f"Errors: {len(SIDES)} sides reported to Bugsink as {RELEASE}, readable, without content")
    return 0


def errors() -> int:
    """Throw on each side and look it up. Raises Problem for what is missing."""
    HOME.create()
    install()
    supervisor = Supervisor(HOME)
    with lock(HOME), interruptible():
        try:
            return _drill(supervisor)
        finally:
            close(supervisor)
