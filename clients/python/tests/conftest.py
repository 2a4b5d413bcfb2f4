"""The installed command line against a real Waybill: see `dev/python_client/wheel.py`.

The variables of a running stack are in the environment, as `make up` writes them.
"""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import pytest

from tests.destination import TOKEN, Destination, destination
from tests.front import Front, front
from waybill import Waybill
from waybill.api.api.connections import create_connection
from waybill.api.models.connection_in import ConnectionIn

ROOT = Path(__file__).parents[3]
WAYBILL = Path(sys.executable).parent / "waybill"
SECONDS = 120.0

ORDER = """\
workflow: order
name: Order
subject: ${{ input.name }}
form:
  title: Order
  fields:
    name: {label: Name, kind: text}
    amount: {label: Amount, kind: integer, required: false}
    where: {label: Address, kind: address, required: false}
    papers: {label: Papers, kind: file, required: false, accept: [txt]}
steps:
  thing:
    title: Making the thing
    use: shop/request.send_keyed
    with:
      path: /things
      record_pointer: /id
      body:
        name: ${{ input.name }}
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


@dataclass
class CommandLine:
    """The `waybill` command of one user with an own configuration."""

    home: Path
    variables: dict[str, str] = field(default_factory=dict)
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ}
        own = {"WAYBILL_CONFIG_DIR": str(self.home), "WAYBILL_KEYRING": "off"}
        return {**kept, **own, **self.variables}

    def __call__(self, *words: str, stdin: str | bytes = b"") -> Ended:
        done = subprocess.run(
            [WAYBILL, *words],
            input=stdin if isinstance(stdin, bytes) else stdin.encode(),
            env=self.environment,
            cwd=self.home,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    def start(self, *words: str, stdin: IO[Any] | None = None) -> subprocess.Popen[bytes]:
        """The command, going on; it ends with the test."""
        process = subprocess.Popen(
            [WAYBILL, *words],
            env=self.environment,
            cwd=self.home,
            stdin=stdin or subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.started.append(process)
        return process


def definition(slug: str, *, connection: str = "shop", title: str = "Returns") -> str:
    return f"""\
# Returned goods.
workflow: {slug}
name: Returns
subject: ${{{{ input.name }}}}
form:
  title: {title}
  fields:
    name: {{label: Name, kind: text}}
    reason: {{label: Reason, kind: text, required: false}}
steps:
  thing:
    use: {connection}/request.send_keyed
    with:
      path: /returns
      body: {{name: "${{{{ input.name }}}}"}}
"""


@dataclass
class Project:
    """A folder with one workflow, beside what is known of the server."""

    command: CommandLine
    slug: str

    @property
    def file(self) -> Path:
        return self.command.home / "my workflows" / "returns.yaml"

    def write(self, text: str) -> None:
        self.file.write_text(text)

    def __call__(self, *words: str, stdin: str = "") -> Ended:
        return self.command(*words, stdin=stdin)

    def second(self) -> str:
        """Another workflow, which is applied after the first one."""
        slug = f"{self.slug}-2"
        self.file.with_name("second.yaml").write_text(definition(slug))
        return slug

    def applied(self) -> None:
        assert self("apply", "my workflows", "--yes").code == 0


def manage(*words: str, stdin: str = "") -> str:
    """What a command of the server's administrator prints."""
    done = subprocess.run(
        [ROOT / ".local" / "venv" / "bin" / "python", "manage.py", *words],
        input=stdin,
        cwd=ROOT / "backend",
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="session", autouse=True)
def _interruptible() -> None:
    """Commands that we start must hear Ctrl-C, also where we run in the background."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@dataclass(frozen=True)
class Organization:
    """``owner``: e-mail address; ``password``: theirs."""

    slug: str
    owner: str
    password: str


@pytest.fixture(scope="session")
def organization() -> Organization:
    """One that nobody else has."""
    slug = f"cli-{secrets.token_hex(4)}"
    made = Organization(slug, f"ada@{slug}.example", secrets.token_urlsafe(16))
    words = ("create_organization", slug, "--name", "Riverside", "--owner", made.owner)
    manage(*words, stdin=made.password)
    return made


def key_made(organization: Organization, *scopes: str) -> str:
    """A key with these scopes."""
    options = [word for scope in scopes for word in ("--scope", scope)]
    return manage("create_api_key", organization.slug, "--name", "Tests", *options)


@pytest.fixture(scope="session")
def key(organization: Organization) -> str:
    """It may do what an integration engineer does."""
    things = {"connections": ("read", "manage", "operate"), "workflows": ("read", "manage")}
    things |= {"submissions": ("read", "create", "operate")}
    return key_made(organization, *(f"{name}:{each}" for name in things for each in things[name]))


@pytest.fixture(scope="session")
def shop() -> Iterator[Destination]:
    with destination(int(os.environ["BENCH_SINK_PORT"])) as server:
        yield server


@pytest.fixture(scope="session")
def network() -> Iterator[Front]:
    with front(os.environ["WAYBILL_API_ORIGIN"], os.environ["WAYBILL_STREAM_ORIGIN"]) as server:
        yield server


@pytest.fixture
def server(network: Front) -> Iterator[Front]:
    """The way to Waybill, without faults at first."""
    network.heal()
    yield network
    network.heal()


@pytest.fixture(scope="session")
def workflow(key: str, network: Front, shop: Destination) -> str:
    """A published workflow that delivers to the shop."""
    with Waybill(network.url, key) as waybill:
        connection = {
            "slug": "shop",
            "name": "The shop",
            "connector": "rest",
            "settings": {"base_url": shop.url, "probe_path": "/me"},
            "credentials": {"auth": {"scheme": "bearer", "token": TOKEN}},
        }
        body = ConnectionIn.from_dict(connection)
        waybill.call(create_connection.sync_detailed, client=waybill.api, body=body)
        http = waybill.api.get_httpx_client()
        yaml = {"Content-Type": "application/yaml"}
        http.post("/api/v1/workflows", content=ORDER, headers=yaml)
        http.post("/api/v1/workflows/order/publish")
    return "order"


@pytest.fixture
def nobody(tmp_path: Path) -> Iterator[CommandLine]:
    """A command line that is not signed in."""
    home = tmp_path / "own configuration"
    home.mkdir()
    command = CommandLine(home)
    yield command
    for process in command.started:
        with process:
            process.kill()


@pytest.fixture
def command(nobody: CommandLine, server: Front, key: str) -> CommandLine:
    """A command line that is signed in by its environment."""
    nobody.variables |= {"WAYBILL_URL": server.url, "WAYBILL_API_KEY": key}
    return nobody


@pytest.fixture
def project(command: CommandLine, workflow: str) -> Project:
    made = Project(command, f"returns-{uuid.uuid4().hex[:8]}")
    made.file.parent.mkdir()
    made.write(definition(made.slug))
    fetched = command("fetch", "my workflows")
    assert fetched.code == 0, fetched.err
    return made
