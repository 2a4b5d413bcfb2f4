"""Files in the user's configuration folder that only the user can read."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

import platformdirs

from waybill.cli.problems import Problem

FOLDER_VARIABLE = "WAYBILL_CONFIG_DIR"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def private_path(name: str) -> Path:
    """Where the file of this name is, or would be."""
    folder = os.environ.get(FOLDER_VARIABLE)
    return Path(folder or platformdirs.user_config_dir("waybill", appauthor=False)) / name


def private_read(name: str) -> str | None:
    """The file's text; None if there is none. Raises Problem if others can read it, too."""
    path = private_path(name)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    if os.name == "posix" and mode & _OTHERS:
        raise Problem(
            f"{path} can be read by other users of this machine.", f"Run: chmod 600 '{path}'"
        )
    return path.read_text(encoding="utf-8")


def private_write(name: str, text: str) -> Path:
    """Replace the file as a whole; its mode is 600, its folder's 700."""
    path = private_path(name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{name}-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path
