"""A keyring of this machine's, for `PYTHON_KEYRING_BACKEND`: no desktop runs where tests do."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class Keyring(KeyringBackend):
    """Keeps secrets in the file `KEYRING_FILE`; locked while there is a file `….locked`."""

    priority = 5

    def _entries(self) -> tuple[Path, dict[str, str]]:
        file = Path(os.environ["KEYRING_FILE"])
        if file.with_suffix(".locked").exists():
            raise KeyringLocked("nobody typed the password")
        return file, json.loads(file.read_text()) if file.exists() else {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._entries()[1].get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        file, entries = self._entries()
        file.write_text(json.dumps({**entries, f"{service}/{username}": password}))

    def delete_password(self, service: str, username: str) -> None:
        file, entries = self._entries()
        if entries.pop(f"{service}/{username}", None) is None:
            raise PasswordDeleteError(username)
        file.write_text(json.dumps(entries))
