from __future__ import annotations

import json
import re
import uuid

import pytest

from tests.conftest import WAYBILL, CommandLine
from tests.terminals.terminal import in_terminal

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.fixture(scope="module")
def name() -> str:
    return f"Thing {uuid.uuid4().hex[:8]} with a name that is longer than a narrow terminal"


@pytest.fixture
def submitted(command: CommandLine, workflow: str, name: str) -> str:
    """The reference of a submission of this name."""
    ended = command(
        "submit", workflow, "--set", f"name={name}", "--json", "--idempotency-key", name[:14][-8:]
    )
    return str(json.loads(ended.out)["reference"])


def test_a_pipe_gets_plain_lines(command: CommandLine, submitted: str, name: str) -> None:
    ended = command("runs", "--workflow", "order", "--search", name[:14])
    (line,) = ended.out.splitlines()
    reference, _, steps, accepted, workflow, about = line.split("\t")
    assert (reference, workflow, about) == (submitted, "order", name)
    assert re.fullmatch(r"\d/1", steps)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", accepted)


def test_programs_get_one_object_a_line(command: CommandLine, submitted: str) -> None:
    ended = command("runs", "--json", "--limit", "2", "--search", submitted)
    (found,) = [json.loads(line) for line in ended.out.splitlines()]
    assert found["reference"] == submitted
    assert command("runs", "--status", "cancelled", "--json").out == ""


def test_a_terminal_of_40_columns_shows_everything_that_counts(
    command: CommandLine, submitted: str
) -> None:
    code, screen = in_terminal(
        [WAYBILL, "runs", "--search", submitted], command.environment, columns=40
    )
    assert code == 0
    lines = [ESCAPES.sub("", line) for line in screen.splitlines()]
    assert submitted in lines
    assert any(line.startswith("  status: ") for line in lines)


def test_help_fits_into_40_columns(command: CommandLine) -> None:
    whole = {
        "submit": ["--idempotency-key", "--profile"],
        "runs": ["--workflow", "needs_attention"],
        "connections": ["set-credential"],
        "plan": ["--environment", "--exit-code"],
    }
    for name, parts in ({"--help": ["connections"]} | whole).items():
        words = [name] if name == "--help" else [name, "--help"]
        code, screen = in_terminal([WAYBILL, *words], command.environment, columns=40)
        assert code == 0
        assert max(len(ESCAPES.sub("", line)) for line in screen.splitlines()) <= 40
        assert [part for part in parts if part not in screen] == []


def test_a_pipe_that_closes_ends_quietly(command: CommandLine, submitted: str) -> None:
    listing = command.start("runs", "--json")
    assert listing.stdout is not None
    listing.stdout.close()
    _, said = listing.communicate(timeout=60)
    assert listing.returncode in (0, 141)
    assert said == b""


def test_the_environment_cannot_be_reached(nobody: CommandLine) -> None:
    nobody.variables |= {"WAYBILL_URL": "http://127.0.0.1:9", "WAYBILL_API_KEY": "wbk_any"}
    ended = nobody("runs")
    assert ended.code == 5
    assert "cannot be reached" in ended.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_commands(nobody: CommandLine, shell: str) -> None:
    nobody.variables["_WAYBILL_COMPLETE"] = f"source_{shell}"
    assert "_WAYBILL_COMPLETE=complete_" in nobody().out
    nobody.variables |= {
        "_WAYBILL_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "waybill sub",
        "COMP_CWORD": "1",
        "_TYPER_COMPLETE_ARGS": "waybill sub",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    assert "submit" in nobody().out


def test_a_wrong_word_is_wrong_usage(nobody: CommandLine) -> None:
    for words in (["sumbit"], ["runs", "--limit", "many"], ["runs", "--status", "odd"]):
        ended = nobody(*words)
        assert ended.code == 2, ended.err
        assert "Traceback" not in ended.err
