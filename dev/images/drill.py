"""`make test-images`: build, weigh, start and stop each image, and start it wrongly."""

from __future__ import annotations

import os
import platform
import time
from pathlib import Path

from dev.console import Problem, report, say, step, table
from dev.images.bad_starts import (
    bad_start_faults,
    bad_start_try,
    bad_starts,
    half_done,
    reasons_of,
)
from dev.images.confinement import faults_of
from dev.images.container import Container, container_run, environment_write
from dev.images.contents import contents_faults
from dev.images.engine import Engine, engine_find
from dev.images.image import DOCKERFILES, LARGEST, LARGEST_CODE, Image, image_build
from dev.images.processes import PREFIX, Process, Started, process_start, processes_read
from dev.images.servers import HOME, Servers, servers_open
from dev.images.stopping import (
    in_flight_stop,
    lost_faults,
    ordering,
    orders_submit,
    outcome_faults,
)
from dev.processes.ports import any_free
from dev.processes.supervisor import interruptible

REUSE = "IMAGES_BUILT"
"""Set: take the images `waybill/api:local` and so on as they are, if they are here."""
FAKETIME = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
ANYBODY = "12345"
DELIVERY = "worker-delivery"


class Drill:
    """One run. ``faults``: everything that was wrong."""

    def __init__(self, engine: Engine, images: dict[str, Image], servers: Servers) -> None:
        self.engine = engine
        self.images = images
        self.servers = servers
        self.processes = {process.name: process for process in processes_read(images)}
        self.started: dict[str, Started] = {}
        self.faults: list[str] = []
        self.rows: list[list[str]] = []
        self.api_key = ""

    def migrate(self) -> None:
        """Make the schema with the API's image, then publish the drill's workflow."""
        path = environment_write(HOME.run / "migrate.env", self.servers.variables)
        tag = self.images["api"].tag
        with step("Migrating with waybill-admin, in a container"):
            answer = container_run(
                self.engine, tag, ("waybill-admin", "migrate", "--no-input"), path, seconds=300.0
            )
        if answer.code:
            raise Problem("The database could not be migrated in a container.", answer.said)
        self.api_key = self.servers.seed()

    def start(self, name: str, *more: str) -> Started:
        """Start one process and note its seconds and what is wrong with it."""
        process = self.processes[name]
        began = time.monotonic()
        started = process_start(self.engine, process, self.images, self.servers, *more)
        self.started[name] = started
        started.wait_healthy()
        self._note(process, time.monotonic() - began, faults_of(started.container, process.image))
        return started

    def start_all(self) -> None:
        """Start every process, one after another."""
        with step(f"Starting {len(self.processes)} processes, each in a container"):
            for name in sorted(self.processes, key=lambda each: each == "web"):
                self.start(name)
        for name in ("api", DELIVERY):
            self.faults += contents_faults(self.started[name].container)

    def stop_worker(self) -> None:
        """Stop the delivery worker with slow sends in flight; two others have a wrong clock."""
        with step("Stopping a worker with work in flight"):
            stop, references, faults = in_flight_stop(
                self.servers, self.api_key, self.started.pop(DELIVERY)
            )
        self.faults += faults
        say(f"    {len(references)} sends in flight, ended after {stop.seconds:.1f} s")
        self.remove(DELIVERY)
        for hours in self._clocks():
            with step(
                f"Going on with a worker whose clock is {hours:+d} h off" if hours else "Going on"
            ):
                self.started[DELIVERY] = self._worker_at(hours)
                references += orders_submit(self.servers, self.api_key, 5)
                self.faults += outcome_faults(self.servers, references)
            if hours:
                self.started.pop(DELIVERY).container.stop(30)
                self.remove(DELIVERY)

    def stop_all(self) -> None:
        """Stop the rest while orders come in. None that was accepted may be missing."""
        with step("Stopping every process while orders come in"):
            with ordering(self.servers, self.api_key) as accepted:
                time.sleep(2)
                self._stop("api")
            self.faults += lost_faults(self.servers, accepted)
            for name in list(self.started):
                self._stop(name)
        say(f"    {len(accepted)} orders were accepted meanwhile, each is in the database")

    def start_wrongly(self) -> None:
        """Try every start that cannot go well, and one as a user that the image does not know."""
        closed = f"postgresql://waybill@127.0.0.1:{any_free(set())}/waybill"
        starts = bad_starts(closed, self.servers.empty_url)
        with step(f"Starting wrongly, {len(starts)} times"):
            for start in starts:
                answer = bad_start_try(self.engine, start, self.images, self.servers)
                found = bad_start_faults(start, answer)
                self.faults += found
                reason = next(iter(reasons_of(answer)), "nothing was said")
                say(f"    {'✗' if found else '✓'} {start.name}: {reason[:140]}")
        self.faults += half_done(self.servers)
        with step("Starting as a user that no image knows"):
            process = self.processes["api"]
            other = f"--user={ANYBODY}:{ANYBODY}"
            started = process_start(self.engine, process, self.images, self.servers, other)
            self.started["api"] = started
            started.wait_healthy()
            self._stop("api")

    def remove(self, name: str) -> None:
        """Forget a container, whatever became of it."""
        Container(self.engine, f"{PREFIX}-{name}").remove()

    def _stop(self, name: str) -> None:
        started = self.started.pop(name)
        stop = started.container.stop(started.process.stop_seconds)
        if not stop.clean:
            self.faults.append(f"{name} ended with {stop.code} after {stop.seconds:.1f} s")
        for row in self.rows:
            if row[0] == name:
                row[3] = f"{stop.seconds:5.1f} s"
        self.remove(name)

    def _clocks(self) -> list[int]:
        """Hours that a worker's clock is off, one worker after another; the last one is right."""
        if FAKETIME:
            return [1, -1, 0]
        say("    NOT tried: a wrong clock. Debian: sudo apt-get install libfaketime")
        return [0]

    def _worker_at(self, hours: int) -> Started:
        if not hours:
            return self.start(DELIVERY)
        process = self.processes[DELIVERY]
        faked = (
            f"--volume={FAKETIME[0]}:/faketime.so:ro",
            "--env=LD_PRELOAD=/faketime.so",
            f"--env=FAKETIME={hours:+d}h",
            "--env=FAKETIME_DONT_FAKE_MONOTONIC=1",
        )
        return process_start(self.engine, process, self.images, self.servers, *faked)

    def _note(self, process: Process, seconds: float, faults: list[str]) -> None:
        self.faults += [f"{process.name} {fault}" for fault in faults]
        self.rows = [row for row in self.rows if row[0] != process.name]
        self.rows.append([process.name, process.image, f"{seconds:5.1f} s", "", ", ".join(faults)])


def size_faults(images: dict[str, Image]) -> list[str]:
    """Images that have become too large, or say nothing of themselves."""
    return [
        *(
            f"{image.tag} adds {image.added:.0f} MB to its base, over {LARGEST[image.name]:.0f}"
            for image in images.values()
            if image.added > LARGEST[image.name]
        ),
        *(
            f"{image.tag}: a change of code moves {image.code:.0f} MB"
            for image in images.values()
            if image.code > LARGEST_CODE
        ),
        *(
            f"{image.tag} has no title"
            for image in images.values()
            if "org.opencontainers.image.title" not in image.labels
        ),
    ]


def check_images() -> int:
    """Run the drill. Exit code 1 if anything was wrong. Raises Problem without an engine."""
    if platform.system() != "Linux":
        raise Problem(
            "The images were NOT tried: containers share this machine's network on Linux only."
        )
    engine = engine_find()
    reuse = bool(os.environ.get(REUSE))
    images = {name: image_build(engine, name, reuse=reuse) for name in DOCKERFILES}
    faults = size_faults(images)
    _show_sizes(images)
    with interruptible(), servers_open() as servers:
        drill = Drill(engine, images, servers)
        try:
            for part in (
                drill.migrate,
                drill.start_all,
                drill.stop_worker,
                drill.stop_all,
                drill.start_wrongly,
            ):
                part()
        except Problem as problem:
            report(problem)
            faults.append(problem.message)
        finally:
            for name in drill.processes:
                drill.remove(name)
        faults += drill.faults
    return _sum_up(drill, faults)


def _show_sizes(images: dict[str, Image]) -> None:
    say()
    table([
        ["image", "adds to its base", "moved by a change of code", "built in"],
        *(
            [each.tag, f"{each.added:6.1f} MB", f"{each.code:6.1f} MB", f"{each.seconds:5.0f} s"]
            for each in images.values()
        ),
    ])  # fmt: skip
    say()


def _sum_up(drill: Drill, faults: list[str]) -> int:
    say()
    if drill.rows:
        table([["process", "image", "healthy after", "stopped in", ""], *drill.rows])
    for fault in faults:
        say(f"✗ {fault}")
    say(f"Images: {len(drill.rows)} processes started, {len(faults)} faults")
    return 1 if faults else 0
