"""PostgreSQL and Valkey for a stack: embedded, or the user's by DATABASE_URL / REDIS_URL."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from dev.console import step
from dev.layout import Home
from dev.processes.ports import choose
from dev.processes.processes import Spec, started_at
from dev.processes.supervisor import Supervisor
from dev.stores import postgres, valkey

DATABASE = "waybill"
STORE_PORTS = ("POSTGRES_PORT", "VALKEY_PORT")


@dataclass(frozen=True)
class Services:
    """Addresses of the two stores. `admin_url` may create databases and roles."""

    database_url: str
    admin_url: str
    redis_url: str


def open_services(
    home: Home, secrets: Mapping[str, str], environ: Mapping[str, str], supervisor: Supervisor
) -> Services:
    """Use the stores from the environment or those already running; else start our own."""
    database_url, redis_url = environ.get("DATABASE_URL", ""), environ.get("REDIS_URL", "")
    found = _still_running(home, secrets)
    ports = choose(
        [
            name
            for name, given in (("POSTGRES_PORT", database_url), ("VALKEY_PORT", redis_url))
            if not given and name not in found
        ],
        environ,
    )
    admin_url = environ.get("DATABASE_ADMIN_URL", database_url)
    if not database_url:
        port = found.get("POSTGRES_PORT") or ports["POSTGRES_PORT"]
        if "POSTGRES_PORT" in ports:
            _start_postgres(home, port, secrets, supervisor)
        admin_url = postgres.url("postgres", secrets["POSTGRES_PASSWORD"], port, "postgres")
        password = secrets["WAYBILL_DATABASE_PASSWORD"]
        postgres.provide(admin_url, password, [DATABASE])
        database_url = postgres.url(postgres.APPLICATION, password, port, DATABASE)
    if not redis_url:
        port = found.get("VALKEY_PORT") or ports["VALKEY_PORT"]
        if "VALKEY_PORT" in ports:
            _start(valkey.spec(home, port, secrets["VALKEY_PASSWORD"]), "Valkey", supervisor)
        redis_url = valkey.url(secrets["VALKEY_PASSWORD"], port)
    return Services(database_url, admin_url, redis_url)


def _start_postgres(
    home: Home, port: int, secrets: Mapping[str, str], supervisor: Supervisor
) -> None:
    password = secrets["POSTGRES_PASSWORD"]
    if not (home.postgres / "data" / "PG_VERSION").is_file():
        with step("Making the PostgreSQL data folder"):
            postgres.prepare(home, password)
    postgres.prepare(home, password)
    _start(postgres.spec(home, port, password), "PostgreSQL", supervisor)


def _start(spec: Spec, title: str, supervisor: Supervisor) -> None:
    with step(f"Starting {title}"):
        supervisor.start(spec).wait_ready()


def keep_running(home: Home, services: Services, supervisor: Supervisor) -> None:
    """Leave the started stores running, so that `open_services` finds them."""
    ports = {
        "postgres": services.admin_url.rsplit(":", 1)[1].split("/")[0],
        "valkey": services.redis_url.rsplit(":", 1)[1].split("/")[0],
    }
    variables = {"postgres": "POSTGRES_PORT", "valkey": "VALKEY_PORT"}
    kept = _records(home)
    for process in supervisor.running:
        name = process.spec.name
        kept[variables[name]] = {
            "home": str(home.root),
            "pid": process.pid,
            "started": started_at(process.pid),
            "port": int(ports[name]),
            "signal": int(process.spec.stop_signal),
        }
    home.services_file.write_text(json.dumps(kept, indent=1))
    supervisor.release()


def _records(home: Home) -> dict[str, dict[str, int | str | None]]:
    """Stores that `keep_running` left and that still run, by port variable.

    A copied checkout has a copy of the file: its stores are those of the other checkout.
    """
    if not home.services_file.is_file():
        return {}
    records = json.loads(home.services_file.read_text()).items()
    return {
        name: kept
        for name, kept in records
        if kept.get("home", str(home.root)) == str(home.root)
        and started_at(kept["pid"]) == kept["started"]
    }


def _still_running(home: Home, secrets: Mapping[str, str]) -> dict[str, int]:
    """The ports where a store takes our sign-in and keeps its data in this home."""
    ports = {name: int(kept["port"] or 0) for name, kept in _records(home).items()}
    return {name: port for name, port in ports.items() if _is_ours(name, port, home, secrets)}


def _is_ours(name: str, port: int, home: Home, secrets: Mapping[str, str]) -> bool:
    if name == "VALKEY_PORT":
        return valkey.works_in(home, valkey.url(secrets["VALKEY_PASSWORD"], port))
    address = postgres.url(postgres.SUPERUSER, secrets["POSTGRES_PASSWORD"], port, "postgres")
    return postgres.works_in(home, address)


def services_running(home: Home) -> bool:
    """Whether stores that were left running still run."""
    return bool(_records(home))


def stop_services(home: Home) -> bool:
    """Stop the stores that were left running. False if there were none."""
    records = _records(home)
    for kept in records.values():
        pid = int(kept["pid"] or 0)
        with suppress(ProcessLookupError):
            os.kill(pid, int(kept["signal"] or 0))
        deadline = time.monotonic() + 30
        while started_at(pid) == kept["started"] and time.monotonic() < deadline:
            time.sleep(0.1)
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
    home.services_file.unlink(missing_ok=True)
    return bool(records)
