"""Where credentials are: the system's keyring, or `credentials.json` where there is none."""

from __future__ import annotations

import json
import os

from pydantic import ValidationError

from waybill.cli.problems import Exit, Problem
from waybill.cli.profiles.credentials import Credential, credential_read, credential_text
from waybill.cli.profiles.one_at_a_time import one_at_a_time
from waybill.cli.profiles.private_files import private_path, private_read, private_write
from waybill.cli.profiles.stored import Kept

_FILE = "credentials.json"
_LOCK = "credentials"
_KEYRING_VARIABLE = "WAYBILL_KEYRING"
"""`off` keeps credentials in the file, where a keyring would ask somebody who is not there."""


def credential_save(name: str, url: str, credential: Credential) -> Kept:
    """Keep it, and say where. It belongs to this profile at this address."""
    entry, text = _entry(name, url), credential_text(credential)
    if os.environ.get(_KEYRING_VARIABLE) != "off":
        from waybill.cli.profiles.system_keyring import keyring_write

        if keyring_write(entry, text):
            return "keyring"
    with one_at_a_time(_LOCK):
        _write({**_read(), entry: text})
    return "file"


def credential_load(name: str, url: str, kept: Kept) -> Credential:
    """What was kept. Raises Problem if it is gone or the keyring does not open."""
    entry = _entry(name, url)
    if kept == "keyring":
        from waybill.cli.profiles.system_keyring import keyring_read

        text = keyring_read(entry)
    else:
        text = _read().get(entry)
    try:
        return credential_read(text or "")
    except ValidationError:
        raise Problem(
            f"The credential of the profile “{name}” is gone.",
            f"Sign in again: waybill login {url} --profile {name}",
            Exit.NO_RIGHT,
        ) from None


def credential_forget(name: str, url: str, kept: Kept) -> None:
    """Delete it. Raises Problem if the keyring does not open."""
    entry = _entry(name, url)
    if kept == "keyring":
        from waybill.cli.profiles.system_keyring import keyring_forget

        keyring_forget(entry)
        return
    with one_at_a_time(_LOCK):
        left = _read()
        left.pop(entry, None)
        _write(left)


def _entry(name: str, url: str) -> str:
    """With the address: a changed address in `profiles.json` must not get the secret."""
    return f"{name} {url}"


def _read() -> dict[str, str]:
    """The file's secrets. Raises Problem if it holds something else."""
    text = private_read(_FILE)
    if text is None:
        return {}
    try:
        secrets = json.loads(text)
    except ValueError:
        secrets = None
    if not isinstance(secrets, dict):
        path = private_path(_FILE)
        raise Problem(f"{path} cannot be read.", "Delete it, and sign in again.", Exit.NO_RIGHT)
    return {str(entry): str(secret) for entry, secret in secrets.items()}


def _write(secrets: dict[str, str]) -> None:
    private_write(_FILE, json.dumps(secrets, indent=2) + "\n")
