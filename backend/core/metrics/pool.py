"""The files of a pool: one set per process, added up; those of ended processes are folded into one.

A counter must not fall when its process ends, so its last value moves to the file of the ended. A
gauge of an ended process means nothing any more, so its file goes.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from prometheus_client import Metric
from prometheus_client.mmap_dict import MmapedDict, mmap_key
from prometheus_client.multiprocess import MultiProcessCollector

_ENDED = "ended"


class Pool:
    """The processes that share a folder. Only the one that serves the metrics reads through it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()

    def processes(self) -> list[int]:
        """The ids of the living processes that count in this pool."""
        found = {_owner(path) for path in self._folder.glob("*.db")}
        return sorted(int(each) for each in found if each.isdigit() and _lives(int(each)))

    def collect(self) -> Iterator[Metric]:
        """Everything that was counted, added up over the processes, living and ended."""
        with self._lock:
            self._fold()
            yield from MultiProcessCollector(None, str(self._folder)).collect()

    def _fold(self) -> None:
        ended: dict[str, list[Path]] = {}
        for path in self._folder.glob("*.db"):
            owner = _owner(path)
            if not owner.isdigit() or _lives(int(owner)):
                continue
            kind = path.name.partition("_")[0]
            if kind == "gauge":
                path.unlink(missing_ok=True)
            else:
                ended.setdefault(kind, []).append(path)
        for kind, paths in ended.items():
            self._fold_kind(kind, paths)

    def _fold_kind(self, kind: str, paths: list[Path]) -> None:
        total = self._folder / f"{kind}_{_ENDED}.db"
        before = [total] if total.exists() else []
        metrics = MultiProcessCollector.merge([str(path) for path in (*before, *paths)], False)
        fresh = total.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        _write(fresh, metrics)
        fresh.replace(total)
        for path in paths:
            path.unlink(missing_ok=True)


def _write(path: Path, metrics: Iterable[Metric]) -> None:
    values = MmapedDict(str(path))
    for metric in metrics:
        for sample in metric.samples:
            names, labels = list(sample.labels), list(sample.labels.values())
            key = mmap_key(metric.name, sample.name, names, labels, metric.documentation)
            values.write_value(key, sample.value, 0.0)
    values.close()


def _owner(path: Path) -> str:
    return path.stem.rpartition("_")[2]


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
