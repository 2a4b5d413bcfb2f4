"""Memory, processor time and open files of each process of a pool, as Linux tells them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from prometheus_client import Metric
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily

_PROC = Path("/proc")
_PROCESSOR_TIME = 11
"""utime, the first field of /proc/PID/stat behind the name and state that we add up (proc(5))."""
_STARTED = 19


def processes_collect(processes: Iterable[int]) -> Iterator[Metric]:
    """Nothing on systems without /proc."""
    memory = GaugeMetricFamily(
        "process_resident_memory_bytes", "Resident memory of each process.", labels=["pid"]
    )
    time = CounterMetricFamily(
        "process_cpu_seconds", "Processor time of each process.", labels=["pid"]
    )
    files = GaugeMetricFamily("process_open_fds", "Open files of each process.", labels=["pid"])
    most = GaugeMetricFamily("process_max_fds", "How many it may open.", labels=["pid"])
    started = GaugeMetricFamily(
        "process_start_time_seconds", "When each process started (Unix time).", labels=["pid"]
    )
    for process in processes:
        pid = [str(process)]
        with suppress(OSError, ValueError, IndexError):
            folder = _PROC / str(process)
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            ticks = os.sysconf("SC_CLK_TCK")
            spent = int(fields[_PROCESSOR_TIME]) + int(fields[_PROCESSOR_TIME + 1])
            pages = int((folder / "statm").read_text().split()[1])
            memory.add_metric(pid, pages * os.sysconf("SC_PAGE_SIZE"))
            time.add_metric(pid, spent / ticks)
            started.add_metric(pid, _booted() + int(fields[_STARTED]) / ticks)
            most.add_metric(pid, _most_files(folder))
            files.add_metric(pid, len(list((folder / "fd").iterdir())))
    yield from (memory, time, files, most, started)


def _booted() -> float:
    lines = (_PROC / "stat").read_text().splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith("btime")))


def _most_files(folder: Path) -> float:
    lines = (folder / "limits").read_text().splitlines()
    return float(next(line.split()[3] for line in lines if line.startswith("Max open files")))
