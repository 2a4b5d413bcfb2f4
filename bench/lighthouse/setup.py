"""The browser and Lighthouse's packages: found or installed, or a Problem that says what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dev.commands import run
from dev.console import Problem, step
from dev.environment import tool_environment
from dev.installing import node
from dev.installing.stamps import Stamp, digest
from dev.layout import LOCAL, MAIN
from dev.testing.browser import find_browser

_FOLDER = Path(__file__).parent
_PROGRAM = _FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"


@dataclass(frozen=True)
class Lighthouse:
    """The command that runs Lighthouse, and the browser that it drives."""

    command: tuple[str, ...]
    browser: str


def require() -> Lighthouse:
    """Lighthouse, installed from its lock file, and a browser of this machine; nothing else comes
    along. Raises Problem when either is missing."""
    browser = find_browser()
    if browser is None:
        raise Problem(
            "No Chromium or Chrome was found, and Lighthouse needs one. Install it "
            "(Debian: sudo apt-get install chromium) or set CHROMIUM_PATH."
        )
    if not Path(browser).is_file():
        raise Problem(f"CHROMIUM_PATH is {browser}, and there is no such file.")
    _install()
    return Lighthouse((str(node.program()), str(_PROGRAM)), browser)


def _install() -> None:
    inputs = [_FOLDER / name for name in ("package.json", "package-lock.json", ".npmrc")]
    stamp = Stamp(LOCAL / "stamps" / "lighthouse")
    wanted = digest(inputs)
    if stamp.matches(wanted) and _PROGRAM.is_file():
        return
    stamp.clear()
    with step("Installing Lighthouse (npm ci)"):
        run(
            [*node.npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            log=MAIN.logs / "setup-lighthouse.log",
            failure="npm could not install Lighthouse",
            cwd=_FOLDER,
            env=tool_environment(),
        )
    stamp.write(wanted)
