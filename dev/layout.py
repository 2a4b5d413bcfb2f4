"""Paths: the checkout, its environment, and the home of a running stack."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BACKEND = ROOT / "backend"
FRONTEND = ROOT / "frontend"
CLIENT = ROOT / "clients" / "python"
REQUIREMENTS = BACKEND / "requirements"
LOCAL = ROOT / ".local"
VENV = LOCAL / "venv"
VENV_BIN = VENV / "bin"
PYTHON = VENV_BIN / "python"


@dataclass(frozen=True)
class Home:
    """The folder that holds one stack's data, logs and secrets.

    `make up` uses `.local`, the tests use `.local/test`, so their data is separate.
    """

    root: Path

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def run(self) -> Path:
        return self.root / "run"

    @property
    def postgres(self) -> Path:
        return self.root / "postgres"

    @property
    def valkey(self) -> Path:
        return self.root / "valkey"

    @property
    def secrets_file(self) -> Path:
        return self.root / "secrets.env"

    @property
    def services_file(self) -> Path:
        return self.run / "services.json"

    @property
    def state_file(self) -> Path:
        return self.run / "state.json"

    @property
    def env_file(self) -> Path:
        return self.run / "env"

    @property
    def lock_file(self) -> Path:
        return self.run / "lock"

    @property
    def processes_file(self) -> Path:
        return self.run / "processes.json"

    def create(self) -> None:
        """Make the folders that every command needs."""
        for folder in (self.root, self.logs, self.run):
            folder.mkdir(parents=True, exist_ok=True)


MAIN = Home(LOCAL)
TEST = Home(LOCAL / "test")
