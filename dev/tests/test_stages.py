from __future__ import annotations

import json
import re

import pytest

from dev.cli import TESTED
from dev.layout import ROOT
from dev.processes import procfile
from dev.testing.committed_secrets import committed_files
from dev.testing.run import ALL
from dev.testing.stages import CLOSING_LINE, shell_files, stages


@pytest.mark.parametrize(
    "line",
    [
        "12 passed in 3.41s",
        "1 failed, 11 passed in 3.41s",
        "=========== 3 passed, 1 skipped in 0.52s ===========",
        "  7 passed (21.3s)",
        "  1 flaky",
        "Tests:       24 passed, 24 total",
        "Test Suites: 6 passed, 6 total",
        "Success: no issues found in 40 source files",
        "All checks passed!",
        "Contracts: 5 kept, 0 broken.",
    ],
)
def test_how_a_runner_closes_is_recognised(line: str) -> None:
    assert CLOSING_LINE.match(line)


def test_ordinary_output_is_not_a_closing_line() -> None:
    assert not CLOSING_LINE.match("tests/test_a.py ........ [ 50%]")


def test_every_stage_has_a_name_of_its_own() -> None:
    names = [stage.name for stage in stages(ALL)]
    assert len(set(names)) == len(names)


def test_every_stage_runs_for_each_change_or_by_night() -> None:
    every = frozenset[str]().union(*TESTED.values())
    workflows = [".github/workflows/test.yml", ".github/workflows/nightly.yml"]
    text = "\n".join((ROOT / path).read_text() for path in workflows)
    run = set(re.findall(r"(?:run: make|target:) ([a-z0-9-]+)", text))
    groups = frozenset[str]().union(*(TESTED[name] for name in run & TESTED.keys()))
    assert {stage.name for stage in stages(every)} == {stage.name for stage in stages(groups)}


def test_every_browser_test_runs_for_each_change_or_by_night() -> None:
    scripts = json.loads((ROOT / "frontend" / "package.json").read_text())["scripts"]
    assert scripts["e2e"] == "playwright test --grep-invert @nightly"
    assert scripts["e2e:nightly"] == "playwright test --grep @nightly"


def test_stages_that_need_less_come_first() -> None:
    needs = [stage.needs for stage in stages(ALL)]
    assert needs == sorted(needs)


def test_the_procfile_starts_every_process_so_that_signals_reach_it() -> None:
    commands = procfile.parse((ROOT / "Procfile").read_text())
    assert {"api", "stream", "dispatcher", "delivery", "beat", "web"} <= commands.keys()
    assert all(" && exec " in command for command in commands.values())


def test_one_worker_takes_from_every_queue_that_the_workers_take_from() -> None:
    commands = procfile.parse((ROOT / "Procfile").read_text())
    fewer = procfile.one_worker(commands)
    queues = re.findall(r"--queues=(\S+)", "\n".join(commands.values()))
    assert len(queues) == 5
    assert f"--queues={','.join(queues)} " in fewer["worker"]
    assert "--concurrency=4 --hostname=worker@%h " in fewer["worker"]
    others = {name: words for name, words in commands.items() if "--queues=" not in words}
    assert fewer == {**others, "worker": fewer["worker"]}


def test_every_file_of_a_shell_is_checked() -> None:
    first = re.compile(r"#!.*\b(ba|da)?sh\b")
    run_by_a_shell = {
        name
        for name in committed_files()
        if name.endswith(".sh") or first.match((ROOT / name).read_bytes()[:80].decode("latin-1"))
    }

    assert run_by_a_shell
    assert run_by_a_shell == set(shell_files())
