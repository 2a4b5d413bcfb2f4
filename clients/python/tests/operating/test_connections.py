from __future__ import annotations

import json
import uuid

import pytest

from tests.conftest import CommandLine
from tests.destination import TOKEN, Destination

RIGHT = json.dumps({"auth": {"scheme": "bearer", "token": TOKEN}})
WRONG = json.dumps({"auth": {"scheme": "bearer", "token": "planted-wrong-token"}})


@pytest.fixture
def crm(command: CommandLine, shop: Destination) -> str:
    """A connection with a wrong credential."""
    slug = f"crm-{uuid.uuid4().hex[:8]}"
    settings = f"  base_url: {shop.url}\r\n  probe_path: /me\r\n"
    text = f"slug: {slug}\r\nname: CRM\r\nconnector: rest\r\nsettings:\r\n{settings}"
    (command.home / "the crm.yaml").write_bytes(text.encode())
    command.variables["CRM_CREDENTIALS"] = WRONG
    ended = command("connections", "create", "the crm.yaml", "--from-env", "CRM_CREDENTIALS")
    assert ended.code == 0, ended.err
    return slug


def test_a_credential_is_set_from_standard_input_and_never_shown(
    command: CommandLine, crm: str
) -> None:
    assert command("connections", "test", crm).code == 1
    ended = command("connections", "set-credential", crm, stdin=RIGHT)
    assert ended.code == 0, ended.err
    assert TOKEN not in ended.out + ended.err
    assert command("connections", "test", crm).code == 0


def test_connections_are_listed_with_what_their_test_said(command: CommandLine, crm: str) -> None:
    command("connections", "test", crm)
    lines = command("connections", "list").out.splitlines()
    (line,) = [line for line in lines if line.startswith(crm)]
    assert line.split("\t") == [crm, "rest", "wrong_credentials", "open", "CRM"]
    objects = [
        json.loads(each) for each in command("connections", "list", "--json").out.splitlines()
    ]
    assert crm in [each["slug"] for each in objects]


def test_a_file_with_credentials_is_refused(command: CommandLine) -> None:
    file = command.home / "crm.yaml"
    file.write_text("slug: crm\nname: CRM\nconnector: rest\nsettings: {}\ncredentials: {auth: x}\n")
    ended = command("connections", "create", "crm.yaml", stdin=RIGHT)
    assert ended.code == 3
    assert "holds credentials" in ended.err


def test_faults_that_the_server_finds_in_a_file_are_told(command: CommandLine) -> None:
    (command.home / "crm.yaml").write_text("slug: crm\nname: C\nconnector: rest\nsettings: {}\n")
    ended = command("connections", "create", "crm.yaml", stdin=RIGHT)
    assert ended.code == 3
    assert "settings.base_url" in ended.err


@pytest.mark.parametrize("given", ["planted-not-json", '["planted-list"]'])
def test_a_credential_that_is_no_object_is_not_repeated(command: CommandLine, given: str) -> None:
    ended = command("connections", "set-credential", "crm", stdin=given)
    assert ended.code == 3
    assert "planted" not in ended.err


def test_a_variable_that_is_not_set(command: CommandLine) -> None:
    ended = command("connections", "set-credential", "crm", "--from-env", "NEVER_SET")
    assert ended.code == 2
