from __future__ import annotations

import base64
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from dev.layout import ROOT
from dev.secrets import MAKERS, api_key, encryption_key, load_or_create, parse, signing_key


def test_secrets_are_made_once_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "secrets.env"
    assert load_or_create(file) == load_or_create(file)


def test_only_the_owner_reads_the_file(tmp_path: Path) -> None:
    file = tmp_path / "secrets.env"
    load_or_create(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "path", ["docker/.env", "docker/secrets/database_url", "kubernetes/secret.env", ".local/x"]
)
def test_where_the_guides_put_secrets_git_takes_nothing(path: str) -> None:
    told = subprocess.run(
        [shutil.which("git") or "git", "check-ignore", path],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert told.returncode == 0, f"{path} could be committed"


def test_a_secret_added_later_leaves_the_others_alone(tmp_path: Path) -> None:
    file = tmp_path / "secrets.env"
    file.write_text("WAYBILL_SECRET_KEY=kept=\n")
    secrets = load_or_create(file)
    assert secrets["WAYBILL_SECRET_KEY"] == "kept="
    assert secrets.keys() == MAKERS.keys()


def test_two_stacks_share_no_secret(tmp_path: Path) -> None:
    one, other = load_or_create(tmp_path / "one"), load_or_create(tmp_path / "other")
    assert not set(one.values()) & set(other.values())


def test_a_value_may_hold_equals_signs() -> None:
    assert parse("# comment = no\nA=x==\n\nB=\n") == {"A": "x==", "B": ""}


def test_an_encryption_and_a_signing_key_are_32_bytes() -> None:
    for made, expected in ((encryption_key(), "k1"), (signing_key(), "t1")):
        name, _, value = made.partition(":")
        assert name == expected
        assert len(base64.b64decode(value)) == 32


def test_an_api_key_has_the_shape_that_waybill_issues() -> None:
    assert re.fullmatch(r"wbk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}", api_key())
