"""The processes of `make dev`, as the Procfile starts them, but fewer and quicker to stop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dev.environment import tool_environment
from dev.installing import node
from dev.layout import FRONTEND, ROOT, Home
from dev.processes import procfile
from dev.processes.health import Check, answers, has_logged
from dev.processes.processes import Spec
from dev.stack import FOR_ONE_PERSON, READY_SECONDS

STOP_SECONDS = 8.0
"""A worker that is sending may be killed after this: its lease ends and the work goes on."""
EDGE, WORK = 3, 2


@dataclass(frozen=True)
class Specs:
    """First `web`, which reloads by itself; then the backend's, in the order they start again."""

    web: Spec
    servers: list[Spec]
    work: list[Spec]


def specs(home: Home, variables: Mapping[str, str]) -> Specs:
    """What runs, with these variables."""
    shell = procfile.read_with_one_worker(ROOT / "Procfile")
    given = {**variables, **FOR_ONE_PERSON}

    def backend(name: str, ready: Check, wave: int) -> Spec:
        return _spec(home, name, shell[name], given, ready, wave)

    def live(name: str) -> Spec:
        url = f"http://127.0.0.1:{variables[f'{name.upper()}_PORT']}/health/live"
        return backend(name, answers(url), EDGE)

    def logs(name: str, text: str) -> Spec:
        return backend(name, has_logged(home.logs / f"{name}.log", text), WORK)

    return Specs(
        web=_web(home, variables),
        servers=[live("api"), live("stream")],
        work=[
            logs("worker", " ready."),
            logs("dispatcher", "dispatcher"),
            logs("beat", "beat: Starting"),
        ],
    )


def _web(home: Home, variables: Mapping[str, str]) -> Spec:
    """`npm run dev`, without npm between us and its signals."""
    port = variables["WEB_PORT"]
    command = [str(node.program()), str(FRONTEND / "scripts" / "light.mjs"), "--dev", "-p", port]
    started = has_logged(home.logs / "web.log", "Ready in")
    return _spec(home, "web", command, variables, started, EDGE)


def _spec(
    home: Home,
    name: str,
    command: list[str],
    variables: Mapping[str, str],
    ready: Check,
    wave: int,
) -> Spec:
    return Spec(
        name=name,
        command=command,
        cwd=FRONTEND if name == "web" else ROOT,
        env={**tool_environment(), **variables},
        log=home.logs / f"{name}.log",
        ready=ready,
        ready_timeout=READY_SECONDS,
        stop_timeout=STOP_SECONDS,
        wave=wave,
    )
