"""Where credentials are: the system's keyring, or `credentials.json` where there is none."""

from __future__ import annotations

import json
import os

import keyring
from keyring.errors import KeyringError, PasswordDeleteError

from waybill.cli.problems import Exit, Problem
from waybill.cli.profiles.private_files import private_read, private_write
from waybill.cli.profiles.stored import Kept

_SERVICE = "waybill"
_FILE = "credentials.json"
_KEYRING_VARIABLE = "WAYBILL_KEYRING"
"""`off` keeps credentials in the file, where a keyring would ask somebody who is not there."""


def credential_save(name: str, url: str, secret: str) -> Kept:
    """Keep it, and say where. It belongs to this profile at this address."""
    if _keyring_works():
        try:
            keyring.set_password(_SERVICE, _entry(name, url), secret)
        except KeyringError:
            pass  # locked, or refused: the file is left
        else:
            return "keyring"
    _write({**_read(), _entry(name, url): secret})
    return "file"


def credential_load(name: str, url: str, kept: Kept) -> str:
    """The secret. Raises Problem if it is gone or the keyring does not open."""
    try:
        secret = (
            keyring.get_password(_SERVICE, _entry(name, url))
            if kept == "keyring"
            else _read().get(_entry(name, url))
        )
    except KeyringError as error:
        raise Problem(
            f"The system's keyring does not open: {error}.",
            "Unlock it, or set WAYBILL_KEYRING=off and sign in again.",
            Exit.NO_RIGHT,
        ) from error
    if not secret:
        raise Problem(
            f"The credential of the profile “{name}” is gone.",
            f"Sign in again: waybill login {url} --profile {name}",
            Exit.NO_RIGHT,
        )
    return secret


def credential_forget(name: str, url: str, kept: Kept) -> None:
    """Delete it. Raises Problem if the keyring does not open."""
    if kept == "file":
        left = _read()
        left.pop(_entry(name, url), None)
        _write(left)
        return
    try:
        keyring.delete_password(_SERVICE, _entry(name, url))
    except PasswordDeleteError:
        return
    except KeyringError as error:
        raise Problem(
            f"The system's keyring does not open: {error}.", "Unlock it and repeat the command."
        ) from error


def _entry(name: str, url: str) -> str:
    """With the address: a changed address in `profiles.json` must not get the secret."""
    return f"{name} {url}"


def _keyring_works() -> bool:
    if os.environ.get(_KEYRING_VARIABLE) == "off":
        return False
    return keyring.get_keyring().priority >= 1


def _read() -> dict[str, str]:
    text = private_read(_FILE)
    return {} if text is None else dict(json.loads(text))


def _write(secrets: dict[str, str]) -> None:
    private_write(_FILE, json.dumps(secrets, indent=2) + "\n")
