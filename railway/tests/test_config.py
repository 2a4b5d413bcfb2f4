"""The service files agree with Railway's parser, with each other and with Docker Compose."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from railway.deploy import SERVICES
from railway.scaling import RULES

ROOT = Path(__file__).resolve().parents[2]
# The deploy section goes both to Railway's file parser and to `serviceInstanceUpdate`: the keys
# that both know, with the types that both accept (numbers, where the documentation shows strings).
DEPLOY_KEYS: dict[str, type] = {
    "startCommand": str,
    "preDeployCommand": list,
    "healthcheckPath": str,
    "healthcheckTimeout": int,
    "restartPolicyType": str,
    "restartPolicyMaxRetries": int,
    "numReplicas": int,
    "overlapSeconds": int,
    "drainingSeconds": int,
}


def config(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((ROOT / "railway" / f"{name}.json").read_text())
    return loaded


def test_there_is_one_file_for_each_service() -> None:
    assert {path.stem for path in (ROOT / "railway").glob("*.json")} == set(SERVICES)


@pytest.mark.parametrize("name", SERVICES)
def test_the_file_holds_only_what_railway_knows(name: str) -> None:
    loaded = config(name)

    assert set(loaded) == {"$schema", "build", "deploy"}
    assert loaded["build"]["builder"] == "DOCKERFILE"
    assert (ROOT / loaded["build"]["dockerfilePath"]).is_file()
    # Only Railway's file parser knows limits; `serviceInstanceLimitsUpdate` takes them otherwise.
    containers = loaded["deploy"].pop("limitOverride")["containers"]
    assert containers.keys() == {"cpu", "memoryBytes"}
    for key, value in loaded["deploy"].items():
        assert type(value) is DEPLOY_KEYS[key], key


@pytest.mark.parametrize("name", SERVICES)
def test_the_number_of_replicas_has_one_owner(name: str) -> None:
    scaled = {rule.service for rule in RULES}
    assert ("numReplicas" in config(name)["deploy"]) == (name not in scaled)


def test_only_the_api_migrates_and_it_goes_first() -> None:
    migrating = [name for name in SERVICES if "preDeployCommand" in config(name)["deploy"]]
    assert migrating == ["api"] == [SERVICES[0]]
    assert config("api")["deploy"]["preDeployCommand"] == ["python manage.py migrate --no-input"]


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"autoscaler"}))
def test_a_service_has_as_long_to_stop_as_in_compose(name: str) -> None:
    compose = yaml.safe_load((ROOT / "docker" / "docker-compose.yml").read_text())
    # Docker's own grace period is ten seconds.
    grace = compose["services"][name].get("stop_grace_period", "10s")

    assert config(name)["deploy"]["drainingSeconds"] == int(grace.removesuffix("s"))


def test_the_autoscaler_is_an_image_of_its_own() -> None:
    dockerfile = (ROOT / config("autoscaler")["build"]["dockerfilePath"]).read_text()
    command = config("autoscaler")["deploy"]["startCommand"]

    assert f"CMD {json.dumps(shlex.split(command))}" in dockerfile
    assert "COPY railway/*.py ./railway/" in dockerfile


@pytest.mark.parametrize("name", SERVICES)
def test_a_command_with_a_variable_runs_in_a_shell(name: str) -> None:
    # Railway runs a start command without one, so `$PORT` would reach the program as it stands.
    command = config(name)["deploy"].get("startCommand", "")

    assert "$" not in command or command.startswith('/bin/sh -c "exec ')


# Name in the Procfile, and in Compose and on Railway.
PROCESSES = {
    "dispatcher": "dispatcher",
    "delivery": "worker-delivery",
    "critical": "worker-critical",
    "bulk": "worker-bulk",
    "callbacks": "worker-callbacks",
    "maintenance": "worker-maintenance",
    "beat": "beat",
}


@pytest.mark.parametrize(("local", "name"), PROCESSES.items())
def test_the_procfile_compose_and_railway_start_the_same_process(local: str, name: str) -> None:
    compose = yaml.safe_load((ROOT / "docker" / "docker-compose.yml").read_text())
    started = [
        line
        for line in (ROOT / "Procfile").read_text().splitlines()
        if line.startswith(f"{local}:")
    ]

    command = shlex.split(started[0].partition("exec ")[2])

    assert shlex.split(config(name)["deploy"]["startCommand"]) == command
    assert compose["services"][name]["command"] == command


@pytest.mark.parametrize("name", ["api", "stream"])
def test_the_servers_differ_only_in_where_they_listen(name: str) -> None:
    started = [
        line for line in (ROOT / "Procfile").read_text().splitlines() if line.startswith(name)
    ]
    local = re.sub(r"--(host|port) \S+ ", "", started[0].partition("exec ")[2])

    inner = shlex.split(config(name)["deploy"]["startCommand"])[2].removeprefix("exec ")

    assert re.sub(r"--(host|port) \S+ ", "", inner) == local
