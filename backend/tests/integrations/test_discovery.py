"""A connector is found by its folder; a folder that holds none is named."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import integrations
from integrations.discovery import connectors, discover, get_action, get_connector
from integrations.sdk.testing.examples import examples_of

BACKEND = Path(__file__).parents[2]
NEWCOMER = Path(__file__).with_name("newcomer") / "acme"
SUITE = "tests/integrations/test_every_connector.py"
RUN_BESIDE = """
import sys, integrations, pytest
integrations.__path__.append(sys.argv[1])
sys.exit(pytest.main(sys.argv[2:]))
"""
ONE = """
from integrations.sdk import Connector

class {name}Connector(Connector):
    name = "{name}"
"""


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place for more folders, looked at together with the real ones."""
    monkeypatch.setattr(integrations, "__path__", [*integrations.__path__, str(tmp_path)])
    known = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - known:
        if name.startswith("integrations."):
            del sys.modules[name]


def write(place: Path, folder: str, **modules: str) -> None:
    """A package with these modules, by their names."""
    (place / folder).mkdir()
    for name, text in {"__init__": "", **modules}.items():
        (place / folder / f"{name}.py").write_text(text)


def test_every_folder_but_the_sdk_is_a_connector() -> None:
    here = Path(integrations.__path__[0])
    folders = {found.parent.name for found in here.glob("*/__init__.py")}
    assert set(connectors()) == folders - {"sdk"}


def test_a_new_folder_is_found_among_the_others_in_their_order(beside: Path) -> None:
    for name in ("zeta", "acme"):
        write(beside, name, connector=ONE.format(name=name))
    assert list(discover()) == sorted([*connectors(), "acme", "zeta"])


def test_what_is_no_package_is_no_connector(beside: Path) -> None:
    (beside / "notes.py").write_text("raise RuntimeError")
    (beside / "left_over" / "__pycache__").mkdir(parents=True)
    assert list(discover()) == list(connectors())


@pytest.mark.parametrize(
    ("modules", "complaint"),
    [
        ({"client": ""}, r"integrations/acme has no module connector\.py"),
        ({"connector": ""}, r"integrations/acme/connector\.py .* exactly one .* found: none"),
        (
            {"connector": "from integrations.rest.connector import RestConnector"},
            r"integrations/acme/connector\.py .* exactly one .* found: none",
        ),
        (
            {"connector": ONE.format(name="acme") + ONE.format(name="other")},
            r"integrations/acme/connector\.py .* found: acmeConnector, otherConnector",
        ),
        ({"connector": ONE.format(name="rest")}, "integrations/acme .* its name is 'rest'"),
        ({"connector": ONE.replace("name =", "title =")}, "integrations/acme .* its name is None"),
    ],
    ids=["no module", "nothing", "only imported", "two", "a name that is taken", "no name"],
)
def test_a_folder_without_one_connector_of_its_name_is_named(
    beside: Path, modules: dict[str, str], complaint: str
) -> None:
    write(beside, "acme", **{name: text.format(name="acme") for name, text in modules.items()})
    with pytest.raises(ImportError, match=complaint):
        discover()


def test_an_import_that_fails_inside_a_folder_is_told_as_it_is(beside: Path) -> None:
    write(beside, "acme", connector="import no_such_package")
    with pytest.raises(ModuleNotFoundError, match="no_such_package"):
        discover()


def run_suite(place: Path, name: str) -> subprocess.CompletedProcess[str]:
    """The contract suite on one connector, in a process that finds this place too."""
    command = [sys.executable, "-c", RUN_BESIDE, str(place), SUITE, "-q", "-k", name]
    return subprocess.run(
        [*command, "-p", "no:cacheprovider"],
        cwd=BACKEND,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_new_folder_is_all_that_a_new_connector_takes(beside: Path) -> None:
    shutil.copytree(NEWCOMER, beside / "acme")
    assert discover()["acme"].action("contact.create").title == "Create the contact"
    ended = run_suite(beside, "acme")
    assert ended.returncode == 0, ended.stdout


def test_the_contract_suite_names_a_folder_without_examples(beside: Path) -> None:
    shutil.copytree(NEWCOMER, beside / "acme")
    (beside / "acme" / "tests" / "examples.py").unlink()
    ended = run_suite(beside, "acme")
    assert ended.returncode != 0
    assert "integrations/acme/tests/examples.py is missing" in ended.stdout


@pytest.mark.parametrize("text", ["", "EXAMPLES = {}"])
def test_examples_of_another_shape_are_named(beside: Path, text: str) -> None:
    shutil.copytree(NEWCOMER, beside / "acme")
    (beside / "acme" / "tests" / "examples.py").write_text(text)
    with pytest.raises(LookupError, match=r"integrations/acme/tests/examples\.py must define"):
        examples_of(discover()["acme"])


def test_unknown_names_are_errors_of_the_program() -> None:
    with pytest.raises(KeyError, match="no connector 'nope'"):
        get_connector("nope")
    with pytest.raises(KeyError, match=r"no action 'party\.eat'"):
        get_action(next(iter(connectors())), "party.eat")
