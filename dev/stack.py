"""The whole of Waybill on one machine: stores, demo systems, and the processes of the Procfile."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from dev import tryton
from dev.commands import end_all
from dev.console import Problem, say, step
from dev.environment import stack_variables, tool_environment, write_files
from dev.installing import frontend
from dev.layout import ROOT, Home
from dev.processes import procfile
from dev.processes.health import Check, answers, has_logged, wait_until
from dev.processes.ports import PREFERRED, choose
from dev.processes.processes import Spec
from dev.processes.supervisor import Supervisor, stop_leftovers, wait_all
from dev.secrets import load_or_create
from dev.stores.preparation import prepare_database
from dev.stores.services import STORE_PORTS, open_services

EDGE, WORK, SYSTEMS = 3, 2, 1
"""Waves of stopping: servers, then workers, then destinations."""

WORKERS = ("critical", "delivery", "bulk", "callbacks", "maintenance")

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


def _application(home: Home, variables: Mapping[str, str]) -> list[Spec]:
    checks = _checks(home, variables)
    env = {**tool_environment(), **variables}
    return [
        Spec(
            name=name,
            command=command,
            cwd=ROOT,
            env=env,
            log=home.logs / f"{name}.log",
            ready=checks[name],
            wave=WAVES.get(name, WORK),
        )
        for name, command in procfile.read(ROOT / "Procfile").items()
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
    """One stack, started in three steps. The owner of the supervisor stops it."""

    def __init__(self, home: Home, supervisor: Supervisor, *, prefer_ports: bool) -> None:
        self.home = home
        self.supervisor = supervisor
        self.prefer_ports = prefer_ports
        self.variables: dict[str, str] = {}
        self._admin_url = ""

    def open(self) -> None:
        """Start the stores and decide on every port and variable."""
        self.home.create()
        left = stop_leftovers(self.home)
        if left:
            say(f"  Stopped what an earlier run left behind: {', '.join(left)}")
        secrets = load_or_create(self.home.secrets_file)
        names = [name for name in PREFERRED if name not in STORE_PORTS]
        ports = choose(names, os.environ, self.prefer_ports)
        services = open_services(self.home, secrets, os.environ, self.supervisor)
        self.variables = stack_variables(services, secrets, ports)
        self._admin_url = services.admin_url

    def start_systems(self) -> None:
        """Start the ERP and the mailbox. The first start makes the ERP's database."""
        tryton.prepare(self.home, self._admin_url)
        port = int(self.variables["TRYTON_PORT"])
        erp = replace(tryton.spec(self.home, port, self._admin_url), wave=SYSTEMS)
        with step("Starting Tryton and the mailbox"):
            started = [self.supervisor.start(erp)]
            started.append(self.supervisor.start(_mailbox(self.home, self.variables)))
            wait_all(started)
        self.variables |= tryton.environment(self.home, port)

    def start_application(self) -> None:
        """Migrate, seed the example, start the Procfile, and wait until all of it is healthy."""
        prepare_database(self.home, self.variables)
        specs = _application(self.home, self.variables)
        with step(f"Starting {', '.join(spec.name for spec in specs)}"):
            wait_all([self.supervisor.start(spec) for spec in specs])
        self._wait_for_readiness()
        write_files(self.home, self.variables, {"kind": "stack", "pid": os.getpid()})

    def _wait_for_readiness(self) -> None:
        """Check through the web origin that database, broker and workers are ready."""
        url = f"{self.variables['WAYBILL_PUBLIC_URL']}/health/ready"
        with step("Waiting until it says it is ready"):
            if not wait_until(answers(url), timeout=60):
                raise Problem(f"{url} does not answer 200: some part is not healthy.")


def start_stack(home: Home, supervisor: Supervisor) -> Stack:
    """Build what changed, then start everything, on the usual ports if they are free.

    The web application builds while the stores and Tryton start.
    """
    stack = Stack(home, supervisor, prefer_ports=True)
    with ThreadPoolExecutor(max_workers=1) as other:
        build = other.submit(frontend.build)
        try:
            stack.open()
            stack.start_systems()
            build.result()
        except BaseException:
            end_all()
            raise
    stack.start_application()
    return stack
