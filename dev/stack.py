"""The whole of Waybill on one machine: stores, demo systems, and the processes of the Procfile."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

from dev import tryton
from dev.commands import end_all
from dev.console import Problem, say, step
from dev.environment import stack_variables, tool_environment, write_files
from dev.installing import frontend
from dev.layout import ROOT, Home
from dev.processes import procfile
from dev.processes.health import Check, answers, has_logged, wait_until
from dev.processes.ports import PREFERRED, choose, choose_again
from dev.processes.processes import Running, Spec
from dev.processes.supervisor import Supervisor, stop_leftovers, wait_all
from dev.secrets import load_or_create
from dev.stores.preparation import migrate_database, seed_database
from dev.stores.services import STORE_PORTS, open_services

EDGE, WORK, SYSTEMS = 3, 2, 1
"""Waves of stopping: servers, then workers, then destinations."""

WORKERS = ("critical", "delivery", "bulk", "callbacks", "maintenance", procfile.TOGETHER)

FOR_ONE_PERSON = {"WAYBILL_API_WORKERS": "1"}
"""Variables of a stack that one person uses: one process of the API answers four calls at once."""

SYSTEM_PORTS = frozenset({"TRYTON_PORT", "SMTP_PORT", "MAILBOX_PORT"})
READY_SECONDS = 600.0
"""A busy machine takes its time; a process that dies is told at once."""

WAVES = {"web": EDGE, "api": EDGE, "stream": EDGE}


def _checks(home: Home, variables: Mapping[str, str]) -> dict[str, Check]:
    """The readiness check of each process of the Procfile."""

    def at(port: str, path: str) -> str:
        return f"http://127.0.0.1:{variables[port]}{path}"

    def logged(name: str, text: str) -> Check:
        return has_logged(home.logs / f"{name}.log", text)

    return {
        "api": answers(at("API_PORT", "/health/live")),
        "stream": answers(at("STREAM_PORT", "/health/live")),
        "dispatcher": logged("dispatcher", "dispatcher"),
        **{name: logged(name, " ready.") for name in WORKERS},
        "beat": logged("beat", "beat: Starting"),
        "flower": answers(at("FLOWER_PORT", "/"), basic_auth=variables["FLOWER_BASIC_AUTH"]),
        "web": answers(at("WEB_PORT", "/")),
    }


def _application(home: Home, variables: Mapping[str, str], *, for_one_person: bool) -> list[Spec]:
    checks = _checks(home, variables)
    env = {**tool_environment(), **variables}
    read = procfile.read
    if for_one_person:
        env = {**FOR_ONE_PERSON, **env}
        read = procfile.read_with_one_worker
    return [
        Spec(
            name=name,
            command=command,
            cwd=ROOT,
            env=env,
            log=home.logs / f"{name}.log",
            ready=checks[name],
            ready_timeout=READY_SECONDS,
            wave=WAVES.get(name, WORK),
        )
        for name, command in read(ROOT / "Procfile").items()
    ]


def _mailbox(home: Home, variables: Mapping[str, str]) -> Spec:
    """The mail catcher that the example workflow writes to."""
    smtp, http = variables["SMTP_PORT"], variables["MAILBOX_PORT"]
    return Spec(
        name="mailbox",
        command=[sys.executable, "-m", "dev.mailbox", "--smtp-port", smtp, "--http-port", http],
        cwd=ROOT,
        env=tool_environment(),
        log=home.logs / "mailbox.log",
        ready=answers(f"http://127.0.0.1:{http}/health"),
        wave=SYSTEMS,
    )


class Stack:
    """One stack, started in steps. The owner of the supervisor stops it."""

    def __init__(self, home: Home, supervisor: Supervisor, *, prefer_ports: bool) -> None:
        self.home = home
        self.supervisor = supervisor
        self.prefer_ports = prefer_ports
        self.variables: dict[str, str] = {}
        self._admin_url = ""
        self._decide: Callable[[Mapping[str, int]], dict[str, str]]
        self._ports: dict[str, int] = {}

    def open(self) -> None:
        """Start the stores and decide on every port and variable."""
        self.home.create()
        left = stop_leftovers(self.home)
        if left:
            say(f"  Stopped what an earlier run left behind: {', '.join(left)}")
        secrets = load_or_create(self.home.secrets_file)
        names = [name for name in PREFERRED if name not in STORE_PORTS]
        self._ports = choose(names, os.environ, self.prefer_ports)
        services = open_services(self.home, secrets, os.environ, self.supervisor)
        self._decide = partial(stack_variables, services, secrets)
        self.variables = self._decide(self._ports)
        self._admin_url = services.admin_url

    def migrate(self) -> None:
        """Bring the schema up to date."""
        migrate_database(self.home, self.variables)

    def prepare_systems(self) -> None:
        """Make the ERP's database, the first time."""
        tryton.prepare(self.home, self._admin_url)

    def start_systems(self) -> None:
        """Start the ERP and the mailbox. The first start makes the ERP's database."""
        self.prepare_systems()
        self._choose_again()
        with step("Starting Tryton and the mailbox"):
            wait_all(self._begin_systems())

    def start_application(self) -> None:
        """Migrate, seed the example, start the Procfile, and wait until all of it is healthy."""
        self._choose_again(but=SYSTEM_PORTS)
        self.migrate()
        seed_database(self.home, self.variables)
        self._start([], _application(self.home, self.variables, for_one_person=False))

    def start_for_one_person(self) -> None:
        """Start what is prepared and migrated, with one worker for all queues.

        Flower begins last and is not waited for: nothing needs it.
        """
        self._choose_again()
        systems = self._begin_systems()
        seed_database(self.home, self.variables)
        specs = _application(self.home, self.variables, for_one_person=True)
        last = [spec for spec in specs if spec.name == "flower"]
        self._start(systems, [spec for spec in specs if spec not in last])
        for spec in last:
            self.supervisor.start(spec)

    def _choose_again(self, but: frozenset[str] = frozenset()) -> None:
        """Minutes may have gone by: replace the ports that somebody took. ``but``: those we use."""
        free = {name: port for name, port in self._ports.items() if name not in but}
        self._ports |= choose_again(free, os.environ)
        self.variables |= self._decide(self._ports)

    def _begin_systems(self) -> list[Running]:
        port = self._ports["TRYTON_PORT"]
        erp = replace(tryton.spec(self.home, port, self._admin_url), wave=SYSTEMS)
        self.variables |= tryton.environment(self.home, port)
        return [
            self.supervisor.start(erp),
            self.supervisor.start(_mailbox(self.home, self.variables)),
        ]

    def _start(self, systems: list[Running], specs: list[Spec]) -> None:
        names = [process.spec.name for process in systems] + [spec.name for spec in specs]
        with step(f"Starting {', '.join(names)}"):
            wait_all([*systems, *(self.supervisor.start(spec) for spec in specs)])
        self._wait_for_readiness()
        write_files(self.home, self.variables, {"kind": "stack", "pid": os.getpid()})

    def _wait_for_readiness(self) -> None:
        """Check through the web origin that database, broker and workers are ready."""
        url = f"{self.variables['WAYBILL_PUBLIC_URL']}/health/ready"
        with step("Waiting until it says it is ready"):
            if not wait_until(answers(url), timeout=READY_SECONDS):
                raise Problem(f"{url} does not answer 200: some part is not healthy.")


def start_stack(home: Home, supervisor: Supervisor) -> Stack:
    """Build what changed, then start everything, on the usual ports if they are free.

    Three lanes run side by side: the web application's packages and build; Tryton's packages and
    database; stores and schema. Ports are decided when all of it is there.
    """
    stack = Stack(home, supervisor, prefer_ports=True)
    with ThreadPoolExecutor(max_workers=3) as lanes:
        build = lanes.submit(frontend.build)
        packages = lanes.submit(tryton.install)
        try:
            stack.open()
            schema = lanes.submit(stack.migrate)
            packages.result()
            stack.prepare_systems()
            schema.result()
            build.result()
        except BaseException:
            end_all()
            raise
    stack.start_for_one_person()
    return stack
