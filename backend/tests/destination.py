"""A real destination on loopback, and a workflow that delivers to it."""

from __future__ import annotations

import asyncio
import json
import ssl
import threading
import uuid
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from inspect import isawaitable
from typing import Any

import pytest
from aiohttp import web

from core.accounts.models import Organization
from core.connections.models import Connection
from core.connections.opening import egress_policy
from core.connections.services import connection_save
from core.workflows.models import WorkflowVersion
from core.workflows.versions import definition_publish

Answer = Callable[[web.Request], web.StreamResponse | Awaitable[web.StreamResponse]]


@dataclass
class Sink:
    """An HTTP server that remembers what it got. Set ``answer`` to change what it says.

    ``parents``: the `traceparent` of each request. ``probes``: how often the connection was
    tested, which asks for the address itself.
    """

    port: int = 0
    requests: list[dict[str, Any]] = field(default_factory=list)
    parents: list[str | None] = field(default_factory=list)
    answer: Answer | None = None
    delay: float = 0.0
    probes: int = 0

    async def handle(self, request: web.Request) -> web.StreamResponse:
        body = await request.json() if request.can_read_body else None
        if request.path == "/":
            self.probes += 1
        else:
            key = request.headers.get("Idempotency-Key")
            self.requests.append({"path": request.path, "key": key, "body": body})
            self.parents.append(request.headers.get("traceparent"))
        if self.delay:
            await asyncio.sleep(self.delay)
        if self.answer is not None:
            answer = self.answer(request)
            return await answer if isawaitable(answer) else answer
        return web.json_response({"id": len(self.requests)})


@pytest.fixture
def sink() -> Iterator[Sink]:
    with serving() as kept:
        yield kept


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Sink]:
    """A destination in a thread of its own."""
    kept = Sink()
    loop = asyncio.new_event_loop()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", kept.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)

    async def start() -> None:
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls)
        await site.start()
        kept.port = runner.addresses[0][1]

    loop.run_until_complete(start())
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield kept
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(5)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
        loop.close()


@pytest.fixture
def allow_loopback(settings: Any) -> Iterator[None]:
    settings.WAYBILL_EGRESS_ALLOW = "127.0.0.1"
    egress_policy.cache_clear()
    yield
    egress_policy.cache_clear()


@pytest.fixture
def organization(db: None) -> Organization:
    return Organization.objects.create(slug=f"o-{uuid.uuid4().hex[:8]}", name="Test organization")


@pytest.fixture
def connection(organization: Organization, sink: Sink, allow_loopback: None) -> Connection:
    return connection_save(
        organization=organization,
        slug="sink",
        name="Sink",
        connector="rest",
        config={"base_url": f"http://127.0.0.1:{sink.port}"},
        credentials={"auth": {"scheme": "bearer", "token": "planted-canary-token"}},
    )


Publish = Callable[..., WorkflowVersion]


@pytest.fixture
def publish(organization: Organization, connection: Connection) -> Publish:
    """Publish a workflow of steps ``(key, depends_on, action)`` to the sink.

    What else is given goes into every step; ``each``: into the steps of these keys.
    """

    def run(
        *steps: tuple[str, list[str], str],
        each: Mapping[str, dict[str, Any]] | None = None,
        **step_options: Any,
    ) -> WorkflowVersion:
        definition = {
            "workflow": "orders",
            "name": "Orders",
            "subject": "${{ input.company }}",
            "form": {
                "title": "Order",
                "fields": {
                    "company": {"label": "Company", "kind": "text"},
                    "email": {"label": "E-mail", "kind": "email", "required": False},
                },
            },
            "steps": {
                key: {
                    "title": f"Sending {key}",
                    "use": f"{connection.slug}/{action}",
                    "needs": needs,
                    "with": {
                        "path": f"/{key}",
                        "body": {
                            "company": "${{ input.company }}",
                            "ref": "${{ submission.reference }}",
                        },
                    },
                    **step_options,
                    **(each or {}).get(key, {}),
                }
                for key, needs, action in steps
            },
        }
        return definition_publish(organization=organization, document=json.dumps(definition))

    return run
