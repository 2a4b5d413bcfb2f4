"""What a container may do: who it is, and that it cannot change its own image."""

from __future__ import annotations

from dev.images.container import Container

NUMBERS = {"api": 10001, "worker": 10001, "web": 1000}
"""The user of each image."""
_PROBE = """
cat /proc/1/status
touch /etc/probe 2>&1
touch /app/probe 2>&1
touch /tmp/probe && echo tmp writable
"""


def faults_of(container: Container, image: str) -> list[str]:
    """What is wrong with the first process of a container, in words. Empty: nothing."""
    answer = container.execute("/bin/sh", "-c", _PROBE)
    return status_faults(answer.said, NUMBERS[image])


def status_faults(said: str, number: int) -> list[str]:
    """The same, from what the probe printed inside."""
    status = dict(line.split(":", 1) for line in said.splitlines() if ":\t" in line)
    fields = {name: value.split() for name, value in status.items()}
    faults = []
    if fields.get("Uid") != [str(number)] * 4:
        faults.append(f"runs as {' '.join(fields.get('Uid', ['?']))} instead of {number}")
    if int("".join(fields.get("CapEff", ["1"])), 16):
        faults.append("has capabilities")
    if fields.get("NoNewPrivs") != ["1"]:
        faults.append("may gain privileges")
    if said.count("Read-only file system") != 2:
        faults.append("can write to its root")
    if "tmp writable" not in said:
        faults.append("cannot write to /tmp")
    return faults
