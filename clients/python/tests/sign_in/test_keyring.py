from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import CommandLine
from tests.front import Front

BACKENDS = Path(__file__).parent / "keyrings"


@pytest.fixture
def keyring(nobody: CommandLine, tmp_path: Path) -> Path:
    """Where the keyring keeps its secrets."""
    nobody.variables |= {
        "WAYBILL_KEYRING": "on",
        "PYTHONPATH": str(BACKENDS),
        "PYTHON_KEYRING_BACKEND": "kept_in_a_file.Keyring",
        "KEYRING_FILE": str(tmp_path / "keyring.json"),
    }
    return tmp_path / "keyring.json"


def test_a_key_is_kept_in_the_keyring_and_in_no_file_of_ours(
    nobody: CommandLine, server: Front, key: str, keyring: Path
) -> None:
    ended = nobody("login", server.url, stdin=key)
    assert ended.code == 0, ended.err
    assert "keyring" in ended.err
    assert key in keyring.read_text()
    kept = {path.name: path.read_text() for path in nobody.home.iterdir()}
    assert [name for name, text in kept.items() if text] == ["profiles.json"]
    assert key not in kept["profiles.json"]
    assert nobody("whoami").code == 0
    assert nobody("logout").code == 0
    assert key not in keyring.read_text()


def test_a_keyring_that_is_locked_says_so_and_at_sign_in_a_file_is_taken(
    nobody: CommandLine, server: Front, key: str, keyring: Path
) -> None:
    nobody("login", server.url, stdin=key)
    keyring.with_suffix(".locked").touch()
    ended = nobody("whoami")
    assert ended.code == 4
    assert "keyring does not open" in ended.err
    assert nobody("login", server.url, stdin=key).code == 0
    assert nobody("whoami").code == 0
