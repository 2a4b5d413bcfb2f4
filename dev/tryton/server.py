"""Tryton's environment, its database and its process."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

from dev.commands import run
from dev.console import step
from dev.installing.bootstrap import UV, uv_environment
from dev.installing.stamps import Stamp, digest
from dev.layout import LOCAL, MAIN, PYTHON, Home
from dev.processes.health import Check, answers
from dev.processes.ports import LOOPBACK
from dev.processes.processes import Spec
from dev.tryton.database import DATABASE, TEMPLATE, Databases, password, server_uri

HERE = Path(__file__).parent
VENV = LOCAL / "tryton" / "venv"
REQUIREMENTS = HERE / "requirements.txt"
PROVISION = HERE / "provision.py"
PLANNER_FOR_UPDATES = "-c enable_nestloop=off"
"""An update queries `information_schema` for every table. Without statistics PostgreSQL picks
nested loops: 2.4 s a query instead of 0.03 s. A new database has nothing to loop over."""
DAY_SECONDS = 86_400
MODULES = ("party", "sale", "sale_opportunity", "account", "company", "user_role")


def prepare(home: Home, admin_url: str) -> None:
    """Make missing parts: Tryton's packages, its database, the users and their keys.

    The first time takes about a minute of one core, later times well under one second.
    `admin_url` names an account that may create roles and databases.
    """
    install()
    provide(home, admin_url)


def provide(home: Home, admin_url: str) -> None:
    """Make the database, the users and their keys, if any is missing. Its packages are there."""
    modules, records = digest([REQUIREMENTS], *MODULES), digest([PROVISION])
    stamp = f"{modules} {records}"
    secret = password(home)
    with Databases(admin_url) as databases:
        databases.provide_role(secret)
        current = databases.stamp(DATABASE)
        if current == stamp and _access_file(home).is_file():
            return
        configuration = _configure(home, admin_url, secret)
        if current is None:
            if (databases.stamp(TEMPLATE) or "").partition(" ")[0] != modules:
                databases.drop(TEMPLATE)
                databases.create(TEMPLATE)
                _fill(home, configuration, TEMPLATE)
                databases.set_stamp(TEMPLATE, stamp)
            with step("Copying Tryton's database"):
                databases.create(DATABASE, template=TEMPLATE)
        elif current.partition(" ")[0] != modules:
            _fill(home, configuration, DATABASE, planner=PLANNER_FOR_UPDATES)
        _provision(home, configuration, DATABASE)
        databases.set_stamp(DATABASE, stamp)


def command(home: Home, port: int, admin_url: str, host: str = LOOPBACK) -> list[str]:
    """What serves on this address, once prepared."""
    configuration = _configure(home, admin_url, password(home), port, host)
    return [str(VENV / "bin" / "trytond"), "-c", str(configuration), "-d", DATABASE, "-v"]


def spec(home: Home, port: int, admin_url: str) -> Spec:
    """The server process, once prepared."""
    return Spec(
        name="tryton",
        command=command(home, port, admin_url),
        cwd=home.root / "tryton",
        env=_environment(),
        log=home.logs / "tryton.log",
        ready=_ready(port),
    )


def _ready(port: int) -> Check:
    """It serves its database, and has looked which others there are.

    For an unknown one it connects to every database of the cluster, and waits while one of them is
    being copied. What it found holds as long as a session does.
    """
    known, unknown = (
        answers(f"http://{LOOPBACK}:{port}/{name}/rest/model/party.party", below=500)
        for name in (DATABASE, "unknown")
    )
    return lambda: known() and unknown()


def environment(home: Home, port: int, url: str = "") -> dict[str, str]:
    """Access data of the server, for Waybill's demo connection and for verification.

    `url`: where it is reached, if not on this port of this machine.
    """
    access = json.loads(_access_file(home).read_text())
    return {
        "TRYTON_URL": url or f"http://{LOOPBACK}:{port}",
        "TRYTON_DATABASE": DATABASE,
        "TRYTON_COMPANY": str(access["company"]),
        "TRYTON_EMPLOYEE": str(access["employee"]),
        "TRYTON_KEY": access["waybill_key"],
        "TRYTON_VERIFY_KEY": access["auditor_key"],
    }


def install() -> None:
    """Put Tryton's packages into an environment of their own. Needs no server."""
    stamp = Stamp(LOCAL / "stamps" / "python-tryton")
    wanted = digest([REQUIREMENTS], str(PYTHON.resolve()))
    if stamp.matches(wanted) and (VENV / "bin" / "trytond").is_file():
        return
    log = MAIN.logs / "setup-tryton.log"
    failure = "Tryton's packages could not be installed"
    env = uv_environment()
    with step("Installing Tryton 8.0 in an environment of its own"):
        make: list[str | Path] = [
            UV,
            "venv",
            "--quiet",
            "--clear",
            "--python",
            PYTHON.resolve(),
            VENV,
        ]
        run(make, log=log, failure=failure, env=env)
        install: list[str | Path] = [
            UV,
            "pip",
            "install",
            "--quiet",
            "--python",
            VENV / "bin" / "python",
        ]
        run([*install, "--require-hashes", "-r", REQUIREMENTS], log=log, failure=failure, env=env)
    stamp.write(wanted)


def _configure(
    home: Home, admin_url: str, secret: str, port: int = 0, host: str = LOOPBACK
) -> Path:
    folder = home.root / "tryton"
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    file = folder / "trytond.conf"
    file.touch(mode=0o600)
    file.write_text(
        f"[database]\nuri = {server_uri(admin_url, secret)}\npath = {data}\n\n"
        f"[web]\nlisten = {host}:{port}\n\n"
        f"[session]\ntimeout = {DAY_SECONDS}\n"
    )
    return file


def _fill(home: Home, configuration: Path, database: str, planner: str = "") -> None:
    """Activate the modules and make the users, in a database that may be empty."""
    pass_file = home.root / "tryton" / "admin-password"
    pass_file.touch(mode=0o600)
    pass_file.write_text(f"{secrets.token_urlsafe(24)}\n")
    command: list[str | Path] = [
        VENV / "bin" / "trytond-admin",
        "-c",
        configuration,
        "-d",
        database,
        "--all",
    ]
    command += ["--email", "admin@example.com", "--activate-dependencies", "-p"]
    with step("Making Tryton's database (once, about a minute)"):
        run(
            [*command, "-u", *MODULES],
            log=home.logs / "setup-tryton-database.log",
            failure="Tryton's database could not be made",
            env=_environment() | {"TRYTONPASSFILE": str(pass_file), "PGOPTIONS": planner},
        )
        _provision(home, configuration, database)


def _provision(home: Home, configuration: Path, database: str) -> None:
    run(
        [VENV / "bin" / "python", PROVISION, configuration, database, _access_file(home)],
        log=home.logs / "setup-tryton-users.log",
        failure="Tryton's company and users could not be made",
        env=_environment(),
    )


def _access_file(home: Home) -> Path:
    return home.root / "tryton" / "access.json"


def _environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
