"""Encryption by age (https://age-encryption.org/v1), for public keys: who writes cannot read."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pyrage import DecryptError, EncryptError, IdentityError, decrypt_io, encrypt_io, x25519

from core.backups.faults import BackupFault
from core.backups.streams import Readable, Writable, copy

ENDING = ".age"
_BEGINNING = "AGE-SECRET-KEY-"


class _Enough(Exception):
    """The first of it could be opened."""


class _Guarded:
    """Reads or writes on, and keeps the error that age would turn into words of its own."""

    def __init__(self, other: Any) -> None:
        self._other = other
        self.error: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        return bytes(self._guard(self._other.read, size))

    def write(self, data: bytes) -> int:
        self._guard(self._other.write, data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back here."""

    def _guard(self, call: Callable[[Any], Any], value: Any) -> Any:
        try:
            return call(value)
        except BaseException as error:
            self.error = error
            raise


def identity_new(path: Path) -> str:
    """Write a new private key to a file that only its owner reads. Returns its public key.

    Raises BackupFault if the file exists, for a key is never overwritten, or cannot be written.
    """
    identity = x25519.Identity.generate()
    public = str(identity.to_public())
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise BackupFault(f"{path} exists already. Choose another file for the new key.") from None
    except OSError as error:
        raise BackupFault(
            f"{path} cannot be written: {error.strerror}. Choose another file for the new key."
        ) from None
    with os.fdopen(handle, "w") as file:
        file.write(f"# public key: {public}\n{identity}\n")
    return public


def identities_read(path: Path) -> list[x25519.Identity]:
    """The private keys in a file of `age-keygen`. Raises BackupFault."""
    try:
        lines = path.read_text().splitlines()
        found = [x25519.Identity.from_str(line.strip()) for line in lines if _is_key(line)]
    except (OSError, UnicodeDecodeError, IdentityError) as error:
        raise BackupFault(f"The key in {path} cannot be read: {error}.") from None
    if not found:
        raise BackupFault(f"{path} holds no private key of age ({_BEGINNING}…).")
    return found


def _is_key(line: str) -> bool:
    return line.strip().startswith(_BEGINNING)


def part_encrypt(source: Readable, sink: Writable, recipients: Sequence[str]) -> None:
    """Write a part, encrypted unless there are no recipients. Raises what reading or writing do."""
    if not recipients:
        copy(source, sink)
        return
    keys = [x25519.Recipient.from_str(each.strip()) for each in recipients]
    reader, writer = _Guarded(source), _Guarded(sink)
    try:
        encrypt_io(reader, writer, keys)
    except (EncryptError, OSError):
        _raise_first(reader, writer)
        raise


def part_decrypt(source: Readable, sink: Writable, identities: Sequence[x25519.Identity]) -> None:
    """Read a part that was encrypted. Raises BackupFault, and what reading or writing do."""
    reader, writer = _Guarded(source), _Guarded(sink)
    try:
        decrypt_io(reader, writer, list(identities))
    except DecryptError:
        _raise_first(reader, writer)
        raise BackupFault(
            "This key does not open the backup. Give the private key of one of its recipients"
            " with --identity."
        ) from None
    except OSError:
        _raise_first(reader, writer)
        raise BackupFault("The backup is damaged: a part of it does not decrypt.") from None


def part_opens(source: Readable, identities: Sequence[x25519.Identity]) -> None:
    """Try the keys on the beginning of a part. Raises BackupFault if none opens it."""

    class Sink:
        def write(self, _: bytes) -> None:
            raise _Enough

    try:
        part_decrypt(source, Sink(), identities)
    except _Enough:
        return


def _raise_first(*ends: _Guarded) -> None:
    for end in ends:
        if end.error is not None:
            raise end.error from None
