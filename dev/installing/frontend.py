"""Packages and production build of the web application, redone only when inputs change."""

from __future__ import annotations

import os

from dev.commands import run
from dev.console import Problem, step
from dev.environment import tool_environment
from dev.installing import node
from dev.installing.stamps import Stamp, digest, files_under
from dev.layout import FRONTEND, LOCAL, MAIN

MADE_HERE = frozenset(
    {
        "node_modules",
        ".next",
        ".maps",
        "light",
        "embed.js",
        "out",
        "coverage",
        "test-results",
        "playwright-report",
        "next-env.d.ts",
        "tsconfig.tsbuildinfo",
    }
)
TESTS_ONLY = frozenset({"e2e", "__tests__", "tests", "test"})


def install_packages() -> None:
    """`npm ci`, unless this lock file is already installed."""
    inputs = [FRONTEND / "package.json", FRONTEND / "package-lock.json"]
    inputs += [path for path in [FRONTEND / ".npmrc"] if path.is_file()]
    stamp = Stamp(LOCAL / "stamps" / "npm")
    wanted = digest(inputs, str(node.program().stat().st_size))
    if stamp.matches(wanted) and (FRONTEND / "node_modules").is_dir():
        return
    stamp.clear()
    with step("Installing the web application's packages (npm ci)"):
        run(
            [*node.npm(), "ci", "--no-audit", "--no-fund"],
            log=MAIN.logs / "setup-npm.log",
            failure="npm could not install the web application's packages",
            cwd=FRONTEND,
            env=tool_environment(),
        )
    stamp.write(wanted)


def build() -> None:
    """`next build`, unless the sources are the same as for the last build."""
    if not FRONTEND.is_dir():
        raise Problem(f"{FRONTEND} is missing: this is not a whole checkout.")
    install_packages()
    stamp = Stamp(LOCAL / "stamps" / "next")
    built_in = ("NEXT_PUBLIC_", "SENTRY_RELEASE", "WAYBILL_VERSION")
    public = [
        f"{name}={os.environ[name]}" for name in sorted(os.environ) if name.startswith(built_in)
    ]
    wanted = digest(files_under(FRONTEND, MADE_HERE | TESTS_ONLY), *public)
    if stamp.matches(wanted) and (FRONTEND / ".next" / "BUILD_ID").is_file():
        return
    stamp.clear()
    with step("Building the web application (next build)"):
        run(
            [*node.npm(), "run", "build"],
            log=MAIN.logs / "setup-next.log",
            failure="The web application could not be built",
            cwd=FRONTEND,
            env=tool_environment() | {"NODE_ENV": "production"},
        )
    stamp.write(wanted)


def command(port: int) -> list[str]:
    """Serve the build. Runs Next.js directly, so that signals reach it."""
    script = FRONTEND / "node_modules" / "next" / "dist" / "bin" / "next"
    return [str(node.program()), str(script), "start", "-H", "127.0.0.1", "-p", str(port)]
