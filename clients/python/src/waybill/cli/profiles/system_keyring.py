"""The system's keyring. Importing this module looks for it, which takes a tenth of a second."""

from __future__ import annotations

import keyring
from keyring.errors import KeyringError, PasswordDeleteError

from waybill.cli.problems import Exit, Problem

_SERVICE = "waybill"


def keyring_write(entry: str, text: str) -> bool:
    """Keep it. False if this system has no keyring, or the keyring refuses."""
    if keyring.get_keyring().priority < 1:
        return False
    try:
        keyring.set_password(_SERVICE, entry, text)
    except KeyringError:
        return False
    return True


def keyring_read(entry: str) -> str | None:
    """What was kept. Raises Problem if the keyring does not open."""
    try:
        return keyring.get_password(_SERVICE, entry)
    except KeyringError as error:
        raise _closed(error) from error


def keyring_forget(entry: str) -> None:
    """Delete it. Raises Problem if the keyring does not open."""
    try:
        keyring.delete_password(_SERVICE, entry)
    except PasswordDeleteError:
        return
    except KeyringError as error:
        raise _closed(error) from error


def _closed(error: KeyringError) -> Problem:
    return Problem(
        f"The system's keyring does not open: {error}.",
        "Unlock it, or set WAYBILL_KEYRING=off and sign in again.",
        Exit.NO_RIGHT,
    )
