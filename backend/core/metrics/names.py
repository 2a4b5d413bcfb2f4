"""Which workflows have a name of their own in the metrics: the first so many; the rest is "other".

Each series costs memory in every process and in Prometheus. So the number of workflows that are
told apart has a limit, which holds for all processes of a pool together: the chosen ones stand in a
file of the pool.
"""

from __future__ import annotations

import fcntl
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.conf import settings

from core.metrics.store import FOLDER

OTHER = "other"
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class WorkflowName:
    """A workflow in the metrics: the slugs of its organization and of itself."""

    organization: str
    workflow: str


EVERY_OTHER = WorkflowName(OTHER, OTHER)


class Names:
    """Chooses names, at most ``most``. ``file``: shared by the pool; None: of this process."""

    def __init__(self, most: int, file: Path | None) -> None:
        self._most = most
        self._file = file
        self._known: set[WorkflowName] = set()
        self._lock = threading.Lock()

    def of(self, organization: str, workflow: str) -> WorkflowName:
        """The name to count under. Once chosen, a name stays."""
        wanted = WorkflowName(organization[:_LONGEST], workflow[:_LONGEST])
        if wanted in self._known:
            return wanted
        if len(self._known) >= self._most:
            return EVERY_OTHER
        with self._lock:
            return wanted if self._choose(wanted) else EVERY_OTHER

    def _choose(self, wanted: WorkflowName) -> bool:
        with self._opened() as file:
            if file is not None:
                self._known |= {WorkflowName(*json.loads(line)) for line in file}
            if wanted not in self._known and len(self._known) < self._most:
                self._known.add(wanted)
                if file is not None:
                    file.write(json.dumps([wanted.organization, wanted.workflow]) + "\n")
        return wanted in self._known

    @contextmanager
    def _opened(self) -> Iterator[IO[str] | None]:
        if self._file is None:
            yield None
            return
        with self._file.open("a+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(0)
            yield file


_names = Names(settings.WAYBILL_METRICS_WORKFLOWS, FOLDER and FOLDER / "workflows.jsonl")


def workflow_name(organization: str, workflow: str) -> WorkflowName:
    """The name to count this workflow under: its own, or that of all others."""
    return _names.of(organization, workflow)
