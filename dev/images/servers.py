"""What the containers are started against: both stores, a mail server, a slow destination."""

from __future__ import annotations

import http.client
import json
import shutil
import subprocess
import sys
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from dev.console import Problem, step
from dev.environment import tool_environment
from dev.layout import BACKEND, LOCAL, ROOT, Home
from dev.processes.health import answers, http_json
from dev.processes.ports import PREFERRED, any_free, choose
from dev.processes.processes import Spec
from dev.processes.supervisor import Supervisor, stop_leftovers
from dev.secrets import load_or_create
from dev.stores import postgres
from dev.stores.services import Services, open_services

HOME = Home(LOCAL / "images")
EMPTY = "waybill_empty"
"""A second database, for what must not be half done."""
GIVEN = (
    "WAYBILL_SECRET_KEY",
    "WAYBILL_ENCRYPTION_KEYS",
    "WAYBILL_JWT_KEYS",
    "FLOWER_BASIC_AUTH",
)


class Servers:
    """The running servers. ``variables``: what a container of the backend is given."""

    def __init__(self, services: Services, secrets: dict[str, str], ports: dict[str, int]) -> None:
        self.ports = ports
        self.services = services
        self.empty_url = services.database_url.rsplit("/", 1)[0] + f"/{EMPTY}"
        reachable = (ports["DRILL_PORT"], ports["SMTP_PORT"])
        self.variables = {
            **{name: secrets[name] for name in GIVEN},
            "DATABASE_URL": services.database_url,
            "REDIS_URL": services.redis_url,
            "WAYBILL_ENV": "production",
            "WAYBILL_PUBLIC_URL": f"http://localhost:{ports['WEB_PORT']}",
            "WAYBILL_ALLOWED_HOSTS": "127.0.0.1,localhost",
            "WAYBILL_EGRESS_ALLOW": ",".join(f"127.0.0.1:{port}" for port in reachable),
            "WAYBILL_UPLOADS_DIR": "/tmp/uploads",  # noqa: S108  # a tmpfs of the container's own
            "WAYBILL_API_WORKERS": "1",
            "WAYBILL_API_ORIGIN": f"http://127.0.0.1:{ports['API_PORT']}",
            "WAYBILL_STREAM_ORIGIN": f"http://127.0.0.1:{ports['STREAM_PORT']}",
            "SMTP_HOST": "127.0.0.1",
            "SMTP_PORT": str(ports["SMTP_PORT"]),
            "SMTP_SECURITY": "none",
            "DRILL_PORT": str(ports["DRILL_PORT"]),
        }

    def seed(self) -> str:
        """Publish the workflow into the migrated database. An API key."""
        path = f"{ROOT}:{BACKEND}"
        settings = {"PYTHONPATH": path, "DJANGO_SETTINGS_MODULE": "mysite.settings"}
        ended = subprocess.run(
            [sys.executable, "-m", "dev.images.seed"],
            cwd=ROOT,
            env={**tool_environment(), **self.variables, **settings},
            capture_output=True,
            text=True,
            check=False,
        )
        if ended.returncode:
            raise Problem("The drill's workflow could not be published", ended.stderr)
        return ended.stdout.strip()

    def query(self, statement: str, url: str = "") -> list[tuple[Any, ...]]:
        """Rows of the containers' database, or of another one."""
        with psycopg.connect(url or self.services.database_url) as connection:
            return connection.execute(statement.encode()).fetchall()

    def pace(self, seconds: float) -> None:
        """How long the destination takes to answer from now on."""
        self._put(f"http://127.0.0.1:{self.ports['DRILL_PORT']}/pace", {"seconds": seconds})

    def effects(self) -> dict[str, int]:
        """How often each order had an effect at the destination, by reference."""
        found: dict[str, int] = http_json(f"http://127.0.0.1:{self.ports['DRILL_PORT']}/orders")
        return found

    def letters(self) -> list[str]:
        """The subjects of all messages: the references of orders."""
        found = http_json(f"http://127.0.0.1:{self.ports['MAILBOX_PORT']}/messages")
        return [message["subject"] for message in found]

    def submit(self, api_key: str) -> str:
        """Send an order in. Its reference if it was accepted (202), else nothing."""
        api = http.client.HTTPConnection("127.0.0.1", self.ports["API_PORT"], timeout=30)
        headers = {
            "Content-Type": "application/json",
            "Authorization": f"Bearer {api_key}",
            "Idempotency-Key": str(uuid.uuid4()),
        }
        body = json.dumps({"data": {"email": "ada@example.com"}})
        try:
            api.request("POST", "/api/v1/workflows/orders/submissions", body, headers)
            answer = api.getresponse()
            read = json.loads(answer.read() or b"{}")
        except (OSError, http.client.HTTPException):
            return ""
        finally:
            api.close()
        return str(read["reference"]) if answer.status == 202 else ""

    @staticmethod
    def _put(url: str, body: dict[str, float]) -> None:
        request = urllib.request.Request(url, json.dumps(body).encode(), method="PUT")  # noqa: S310
        urllib.request.urlopen(request, timeout=5).close()  # noqa: S310  # loopback


@contextmanager
def servers_open() -> Iterator[Servers]:
    """Fresh servers; all of them end with the block."""
    HOME.create()
    stop_leftovers(HOME)
    supervisor = Supervisor(HOME)
    try:
        _forget_stores()
        secrets = load_or_create(HOME.secrets_file)
        ports = choose(list(PREFERRED), {}, prefer=False)
        ports["DRILL_PORT"] = any_free(set(ports.values()))
        given = {name: str(port) for name, port in ports.items()}
        services = open_services(HOME, secrets, given, supervisor)
        password = secrets["WAYBILL_DATABASE_PASSWORD"]
        postgres.provide(services.admin_url, password, [EMPTY])
        smtp, http_port = ports["SMTP_PORT"], ports["MAILBOX_PORT"]
        words = ["dev.mailbox", f"--smtp-port={smtp}", f"--http-port={http_port}"]
        _start(supervisor, "mailbox", http_port, "/health", words)
        words = ["dev.images.destination", str(ports["DRILL_PORT"])]
        _start(supervisor, "destination", ports["DRILL_PORT"], "/orders", words)
        yield Servers(services, secrets, ports)
    finally:
        with step("Stopping the servers"):
            supervisor.stop()
        _forget_stores()


def _start(supervisor: Supervisor, name: str, port: int, path: str, words: list[str]) -> None:
    supervisor.start(
        Spec(
            name=name,
            command=[sys.executable, "-m", *words],
            cwd=ROOT,
            env=tool_environment(),
            log=HOME.logs / f"{name}.log",
            ready=answers(f"http://127.0.0.1:{port}{path}"),
        )
    ).wait_ready()


def _forget_stores() -> None:
    for folder in (HOME.postgres, HOME.valkey):
        shutil.rmtree(folder, ignore_errors=True)
