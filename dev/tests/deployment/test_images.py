"""What the drill of the images reads, and how it judges."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dev.compose import Service
from dev.images import trim
from dev.images.bad_starts import bad_start_faults, bad_starts
from dev.images.confinement import status_faults
from dev.images.drill import size_faults
from dev.images.engine import Answer
from dev.images.image import DOCKERFILES, Image, base_of, code_size, words_of
from dev.images.processes import on_loopback, process_of

CONFIG = {
    "User": "10001",
    "Cmd": ["celery", "worker"],
    "Labels": {"org.opencontainers.image.title": "Waybill worker"},
}
CHECK = {"Test": ["CMD-SHELL", "celery inspect ping"]}
DOCKER = json.dumps([{"Size": 400_000_000, "Config": CONFIG | {"Healthcheck": CHECK}}])
PODMAN = json.dumps([{"Size": 400_000_000, "Config": CONFIG, "Healthcheck": CHECK}])
LAYERS = [
    ('LABEL org.opencontainers.image.title="Waybill worker"', 0),
    ("COPY /app ./ # buildkit", 8_000_000),
    ('CMD ["celery" "worker"]', 0),
    ('HEALTHCHECK &{["CMD-SHELL" "celery inspect ping"]}', 0),
    ("COPY /opt/venv /opt/venv # buildkit", 230_000_000),
]
DOCKER_HISTORY = "\n".join(json.dumps({"CreatedBy": by, "Size": str(size)}) for by, size in LAYERS)
PODMAN_HISTORY = json.dumps(
    [
        {"CreatedBy": f"/bin/sh -c #(nop) {by.replace(' # buildkit', '')}", "size": size}
        for by, size in LAYERS
    ]
)
STATUS = "Name:\tgranian\nUid:\t{uid}\t{uid}\t{uid}\t{uid}\nCapEff:\t{caps}\nNoNewPrivs:\t1\n"
REFUSED = "touch: cannot touch '/etc/probe': Read-only file system\n"


def image(**changed: object) -> Image:
    read = Image.of("worker", "waybill/worker:local", DOCKER, DOCKER_HISTORY, 160_000_000, 60.0)
    return Image(**{**vars(read), **changed})


@pytest.mark.parametrize(
    ("inspected", "history"), [(DOCKER, DOCKER_HISTORY), (PODMAN, PODMAN_HISTORY)]
)
def test_both_engines_tell_the_same_of_an_image(inspected: str, history: str) -> None:
    read = Image.of("worker", "waybill/worker:local", inspected, history, 160_000_000, 60.0)
    assert (read.user, read.command) == ("10001", ("celery", "worker"))
    assert read.healthcheck == ("/bin/sh", "-c", "celery inspect ping")
    assert (read.added, read.code) == (240.0, 8.0)


def test_what_lies_above_the_command_is_code() -> None:
    assert code_size(DOCKER_HISTORY) == 8_000_000


@pytest.mark.parametrize(
    ("test", "words"), [(["NONE"], ()), ([], ()), (["CMD", "python", "-c"], ("python", "-c"))]
)
def test_a_health_check_is_run_as_it_is_written(test: list[str], words: tuple[str, ...]) -> None:
    assert words_of(test) == words


def test_an_image_that_grew_is_a_fault() -> None:
    assert size_faults({"worker": image()}) == []
    grown = {"worker": image(size=420_000_000, code_size=30_000_000, labels={})}
    assert len(size_faults(grown)) == 3


@pytest.mark.parametrize("name", sorted(DOCKERFILES))
def test_the_command_of_an_image_is_below_its_code(name: str) -> None:
    lines = DOCKERFILES[name].read_text().splitlines()
    words = [line.split()[0] for line in lines if line[:1].isupper()]
    assert words.index("CMD") < len(words) - words[::-1].index("COPY") - 1
    assert base_of(DOCKERFILES[name]).startswith(("python:", "node:"))


def test_a_process_of_compose_keeps_what_its_image_says() -> None:
    service = Service.of("worker-delivery", {"image": "w", "stop_grace_period": "1m30s"})
    process = process_of(service, image())
    assert process.command == ("celery", "worker")
    assert process.healthcheck == ("/bin/sh", "-c", "celery inspect ping")
    assert process.stop_seconds == 90.0
    off = Service.of("beat", {"command": ["beat"], "healthcheck": {"disable": True}})
    assert process_of(off, image()).healthcheck == ()


def test_a_server_listens_on_loopback_only() -> None:
    command = ("granian", "--host=0.0.0.0", "--port=8000")
    assert on_loopback(command, 12345) == ("granian", "--host=127.0.0.1", "--port=12345")
    assert on_loopback(("celery", "--concurrency=2"), None) == ("celery", "--concurrency=2")


def test_a_confined_process_has_no_faults() -> None:
    said = STATUS.format(uid=10001, caps="0" * 16) + REFUSED * 2 + "tmp writable\n"
    assert status_faults(said, 10001) == []


def test_every_lack_of_confinement_is_named() -> None:
    said = STATUS.format(uid=0, caps="00000000a80425fb").replace("Privs:\t1", "Privs:\t0")
    assert status_faults(said, 10001) == [
        "runs as 0 0 0 0 instead of 10001",
        "has capabilities",
        "may gain privileges",
        "can write to its root",
        "cannot write to /tmp",
    ]


@pytest.mark.parametrize(
    ("answer", "faults"),
    [
        (Answer(1, "waybill: missing from the environment: DATABASE_URL\n"), 0),
        (Answer(1, '{"event": "Spawning"}\nwaybill: DATABASE_URL\nwaybill: DATABASE_URL\n'), 0),
        (Answer(0, ""), 1),
        (Answer(124, "Listening"), 1),
        (Answer(1, "Traceback (most recent call last):\n  DATABASE_URL\nKeyError\n"), 2),
        (Answer(1, "something is wrong"), 1),
    ],
)
def test_a_bad_start_must_fail_in_one_line_that_names_the_reason(
    answer: Answer, faults: int
) -> None:
    start = bad_starts("closed", "empty")[0]
    assert start.says == "DATABASE_URL"
    assert len(bad_start_faults(start, answer)) == faults


def _package(folder: Path, *files: str) -> Path:
    for file in files:
        path = folder / "lib" / "python3.11" / "site-packages" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x = 1\n")
    return folder / "lib" / "python3.11" / "site-packages"


def test_a_cut_takes_out_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    data = ("botocore/data/s3/s.json", "botocore/data/ec2/e.json", "botocore/data/endpoints.json")
    packages = _package(tmp_path, *data)
    (cut,) = [cut for cut in trim.CUTS if "AWS" in cut.why]
    assert cut.found(packages) == [packages / "botocore" / "data" / "ec2"]


def test_a_cut_that_finds_nothing_ends_the_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _package(tmp_path, "phonenumbers/__init__.py")
    assert trim.main(tmp_path) == 1
    assert "nothing is left to cut of: places, carriers" in capsys.readouterr().err
