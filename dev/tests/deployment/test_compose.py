"""The Compose files, as Docker Compose reads them."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from dev.compose import BASE, DEVELOPMENT, FILES, SECRETS, Service, compose_read, example_values
from dev.console import Problem
from dev.layout import ROOT
from dev.processes import procfile

VALUES = example_values()
HELPERS = {"demo", "mailbox", "tryton"}
WATCHERS = {"alertmanager", "alloy", "grafana", "loki", "node-exporter", "prometheus", "tempo"}


def by_name(*files: Path, profiles: tuple[str, ...] = ()) -> dict[str, Service]:
    read = compose_read(files or BASE, VALUES, profiles)
    return {service.name: service for service in read}


def ours(service: Service) -> bool:
    """Whether it runs the backend."""
    return service.dockerfile in ("docker/Dockerfile.django", "docker/Dockerfile.celery")


def test_plain_up_starts_waybill_and_nothing_else() -> None:
    processes = procfile.parse((ROOT / "Procfile").read_text()).keys() - {"flower"}
    started = {name.removeprefix("worker-") for name in by_name()}
    assert started == processes | {"postgres", "redis", "migrate"}


@pytest.mark.parametrize(
    ("profile", "added"),
    [("tools", {"flower"}), ("demo", HELPERS), ("observability", WATCHERS)],
)
def test_a_profile_adds_its_services(profile: str, added: set[str]) -> None:
    assert by_name(profiles=(profile,)).keys() - by_name().keys() == added


def test_a_worker_runs_what_the_procfile_runs() -> None:
    local = procfile.parse((ROOT / "Procfile").read_text())
    for name, service in by_name().items():
        if name.startswith("worker-"):
            queue = name.removeprefix("worker-")
            expected = " ".join(service.command or _image_command(service))
            assert local[queue].endswith(expected.replace("celery", "exec celery", 1)[5:]), name


def _image_command(service: Service) -> tuple[str, ...]:
    (line,) = [
        line
        for line in (ROOT / str(service.dockerfile)).read_text().splitlines()
        if line.startswith("CMD ")
    ]
    return tuple(json.loads(line.removeprefix("CMD ")))


@pytest.mark.parametrize("name", ["POSTGRES_PASSWORD", "REDIS_PASSWORD", "WAYBILL_PUBLIC_URL"])
def test_a_value_that_compose_needs_is_named(name: str) -> None:
    values = {key: value for key, value in VALUES.items() if key != name}
    with pytest.raises(Problem) as caught:
        compose_read(BASE, values)
    assert f"{name} is missing a value: is missing from docker/.env" in caught.value.detail


def test_a_file_that_compose_does_not_take_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "docker-compose.yml"
    broken.write_text("services: {api: {image: x, comand: [ls]}}\n")
    with pytest.raises(Problem, match=r"does not take docker-compose\.yml") as caught:
        compose_read([broken], VALUES)
    assert "comand" in caught.value.detail


def test_a_service_gets_no_secret_of_another() -> None:
    secret = {"POSTGRES_PASSWORD", "REDIS_PASSWORD", "GRAFANA_PASSWORD", "FLOWER_BASIC_AUTH"}
    services = by_name(profiles=("*",))
    for service in filter(ours, services.values()):
        given = {name for name in secret if service.environment.get(name)}
        assert given == ({"FLOWER_BASIC_AUTH"} if service.name == "flower" else set())
    assert "DATABASE_URL" not in services["web"].environment
    assert not {name for name in services["web"].environment if "KEY" in name}


def test_stores_of_ones_own_take_the_place_of_the_containers() -> None:
    elsewhere = {"DATABASE_URL": "postgresql://db.example.com/waybill", "REDIS_URL": "redis://r"}
    services = compose_read(BASE, VALUES | elsewhere)
    (environment,) = [one.environment for one in services if one.name == "api"]
    assert {name: environment[name] for name in elsewhere} == elsewhere


def test_uploads_are_on_a_volume_that_api_and_maintenance_write() -> None:
    where = ("uploads", "/var/lib/waybill/uploads")
    services = by_name()
    assert (*where, False) in services["api"].volumes
    assert (*where, False) in services["worker-maintenance"].volumes
    writers = {name for name, one in services.items() if (*where, False) in one.volumes}
    assert writers == {"api", "worker-maintenance"}
    for name in ("api", "dispatcher", "worker-maintenance"):
        assert services[name].environment["WAYBILL_UPLOADS_DIR"] == where[1]


@pytest.mark.parametrize("name", ["Dockerfile.django", "Dockerfile.celery"])
def test_a_fresh_volume_belongs_to_the_user_of_the_image(name: str) -> None:
    """Docker gives a new volume the owner of the image's folder below it."""
    text = (ROOT / "docker" / name).read_text()
    (line,) = [line for line in text.splitlines() if "/var/lib/waybill/uploads" in line]
    assert "install --directory --owner=10001 --group=10001 --mode=0700" in line
    assert text.index("/var/lib/waybill/uploads") < text.index("USER 10001")


@pytest.mark.parametrize("files", FILES.values(), ids=FILES)
def test_only_this_host_reaches_a_published_port(files: tuple[Path, ...]) -> None:
    for service in compose_read(files, VALUES, ["*"]):
        assert {address for address, _ in service.published} <= {"127.0.0.1"}, service.name


def test_with_secrets_from_files_the_environment_holds_none() -> None:
    needed = ("WAYBILL_PUBLIC_URL", "POSTGRES_PASSWORD", "REDIS_PASSWORD")
    services = compose_read(SECRETS, dict.fromkeys(needed, "in-a-file"), ["tools"])
    for service in filter(ours, services):
        files = {name for name in service.environment if name.endswith("_FILE")}
        assert {"DATABASE_URL_FILE", "REDIS_URL_FILE", "WAYBILL_SECRET_KEY_FILE"} < files
        assert not {name for name in files if service.environment[name.removesuffix("_FILE")]}
    (postgres,) = [service for service in services if service.name == "postgres"]
    assert postgres.environment["POSTGRES_PASSWORD"] == ""


def test_development_runs_the_checkout() -> None:
    services = by_name(*DEVELOPMENT, profiles=("tools",))
    for service in filter(ours, services.values()):
        assert service.environment["WAYBILL_ENV"] == "development"
        assert (str(ROOT / "backend"), "/app", True) in service.volumes, service.name
    assert (services["web"].command or ())[:3] == ("node", "scripts/light.mjs", "--dev")


def test_the_script_fills_in_every_secret_and_keeps_what_is_there(tmp_path: Path) -> None:
    for name in (".env.example", "fill-secrets.sh"):
        shutil.copy(ROOT / "docker" / name, tmp_path)
    first = _fill(tmp_path)
    assert all(value for name, value in first.items() if name not in _LEFT_TO_PEOPLE)
    assert len({value for value in first.values() if value}) == len(first) - len(_LEFT_TO_PEOPLE)
    assert stat.S_IMODE((tmp_path / ".env").stat().st_mode) == 0o600
    assert _fill(tmp_path) == first
    names = {service.name for service in compose_read(BASE, first | {"WAYBILL_PUBLIC_URL": "x"})}
    assert "api" in names


_LEFT_TO_PEOPLE = {"WAYBILL_PUBLIC_URL", "SMTP_PASSWORD"}


def _fill(folder: Path) -> dict[str, str]:
    subprocess.run(
        ["/bin/sh", str(folder / "fill-secrets.sh")],
        env={"PATH": os.environ["PATH"]},
        check=True,
        capture_output=True,
    )
    lines = (folder / ".env").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
