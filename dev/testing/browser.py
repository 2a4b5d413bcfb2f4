"""A Chromium for the browser tests: found, or installed if that needs no input."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from dev.commands import run
from dev.console import Problem, step
from dev.layout import TEST

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find_browser() -> str | None:
    """The program in CHROMIUM_PATH, or a Chromium or Chrome on this machine."""
    given = os.environ.get("CHROMIUM_PATH")
    if given:
        return given
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or next((path for path in PLACES if Path(path).is_file()), None)


def require_browser() -> str:
    """A browser's path. Installs one for root on Debian. Else a Problem says what to do."""
    found = find_browser()
    if found:
        return found
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        raise Problem(
            "No Chromium or Chrome was found. Install one (Debian: sudo apt-get install chromium) "
            "or set CHROMIUM_PATH."
        )
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    log = TEST.logs / "setup-chromium.log"
    with step("Installing Chromium for the browser tests (apt-get)"):
        run([apt, "update"], log=log, failure="apt-get could not update its lists", env=env)
        run(
            [apt, "install", "--yes", "--no-install-recommends", "chromium"],
            log=log,
            failure="apt-get could not install Chromium",
            env=env,
        )
    found = find_browser()
    if not found:
        raise Problem(f"Chromium was installed but is not on PATH. Log: {log}")
    return found
