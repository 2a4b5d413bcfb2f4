"""One process of Waybill in a container, as Compose would start it: read-only, with no rights."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dev.console import Problem
from dev.images.engine import Answer, Engine

HOSTNAME = "waybill"
CONFINED = (
    "--network=host",
    f"--hostname={HOSTNAME}",
    "--read-only",
    "--tmpfs=/tmp",
    "--cap-drop=ALL",
    "--security-opt=no-new-privileges",
)
SECONDS_TO_START = 180.0


@dataclass(frozen=True)
class Stop:
    """How a container ended: ``code`` 137 means that it was killed after its grace period."""

    seconds: float
    code: int

    @property
    def clean(self) -> bool:
        """Whether it ended by itself, after the signal."""
        return self.code in (0, 143)


class Container:
    """A started container, until `stop` or `remove`."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name

    def execute(self, *words: str, seconds: float = 60.0) -> Answer:
        """Run a command inside, as the container's user."""
        return self.engine.ask("exec", self.name, *words, seconds=seconds)

    def log(self, lines: int = 30) -> str:
        """The last lines that it wrote."""
        return self.engine.ask("logs", "--tail", str(lines), self.name).said

    def running(self) -> bool:
        """Whether it has not ended."""
        return (
            self.engine.ask("inspect", "--format", "{{.State.Running}}", self.name).said.strip()
            == "true"
        )

    def wait(self, ready: Callable[[], bool], seconds: float = SECONDS_TO_START) -> float:
        """Seconds until it is ready. Raises Problem if it ends first or takes too long."""
        begun = time.monotonic()
        while not ready():
            if not self.running():
                raise Problem(f"{self.name} ended before it was healthy.", self.log())
            if time.monotonic() - begun > seconds:
                raise Problem(f"{self.name} was not healthy within {seconds:.0f} s.", self.log())
            time.sleep(0.5)
        return time.monotonic() - begun

    def stop(self, grace: float) -> Stop:
        """Ask it to stop, as Compose does; after ``grace`` seconds it is killed."""
        begun = time.monotonic()
        self.engine.must("stop", "--time", str(int(grace)), self.name, seconds=grace + 60)
        seconds = time.monotonic() - begun
        code = self.engine.must("inspect", "--format", "{{.State.ExitCode}}", self.name)
        return Stop(seconds, int(code))

    def remove(self) -> None:
        """Kill it if it runs, and forget it."""
        with suppress(Problem):
            self.engine.must("rm", "--force", self.name)


def container_start(
    engine: Engine,
    name: str,
    tag: str,
    command: Sequence[str],
    environment: Path,
    *more: str,
) -> Container:
    """Start a container without waiting for it. ``more``: further options of `run`."""
    container = Container(engine, name)
    container.remove()
    options = ("run", "--detach", "--name", name, *engine.for_run, *CONFINED, *more)
    engine.must(*options, "--env-file", str(environment), tag, *command)
    return container


def container_run(
    engine: Engine, tag: str, command: Sequence[str], environment: Path, *more: str, seconds: float
) -> Answer:
    """Run a command in a container of its own to its end. Code 124 after ``seconds``."""
    name = "waybill-drill-once"
    Container(engine, name).remove()
    options = ("run", "--rm", "--name", name, *engine.for_run, *CONFINED, *more)
    answer = engine.ask(*options, "--env-file", str(environment), tag, *command, seconds=seconds)
    Container(engine, name).remove()
    return answer


def environment_write(path: Path, variables: Mapping[str, str]) -> Path:
    """A file for `--env-file`, so that no secret is in a list of processes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_text("".join(f"{name}={value}\n" for name, value in variables.items()))
    return path
