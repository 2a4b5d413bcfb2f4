"""`python -m dev.guide`: run the guides in the environment of a stack. Exit code 1 if one is wrong.

Needs the variables that `make up` writes to `.local/run/env`.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from dev.console import Problem, report
from dev.environment import tool_environment
from dev.guide.crm import crm
from dev.guide.page import Step, read_page, shows
from dev.layout import ROOT

GUIDES = (
    ("docs/guides/definitions.md", "docs/guides/forms.md"),
    ("docs/guides/your-first-workflow.md",),
)
"""Each in a shell and an organization of its own. A second page goes on with what is there."""
SECONDS = 600.0
"""For all of it. The commands themselves wait for what is delivered."""
SHOWN = "GUIDE_SHOWN"
"""Set: print what comes out, to write it down in the guide."""
_END = "=== end of block "


def reader(variables: Mapping[str, str], token: str) -> dict[str, str]:
    """What the guide asks its reader to set, for an organization that nobody else has."""
    organization = f"riverside-{secrets.token_hex(3)}"
    return {
        "WAYBILL": variables["WAYBILL_PUBLIC_URL"],
        "CHECKOUT": str(ROOT),
        "ORG": organization,
        "OWNER": f"ada@{organization}.example",
        "PASSWORD": secrets.token_urlsafe(16),
        "CRM_URL": f"http://127.0.0.1:{variables['BENCH_SINK_PORT']}",
        "CRM_TOKEN": token,
    }


def run_guide(steps: list[Step], variables: Mapping[str, str]) -> None:
    """Run all commands in one shell. Raises Problem at the first that fails or says otherwise."""
    script = "".join(f"{step.commands}\necho '{_END}{n}'\n" for n, step in enumerate(steps))
    with tempfile.TemporaryDirectory() as folder:
        for step in steps:
            for name, text in step.files:
                Path(folder, name).write_text(text)
        try:
            done = subprocess.run(
                ["/bin/bash", "-euo", "pipefail", "-c", script],
                cwd=folder,
                env={**tool_environment(), **variables},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            said = late.stdout.decode() if isinstance(late.stdout, bytes) else late.stdout
            raise Problem(f"The guides took longer than {SECONDS:.0f} s.", said or "") from None
    rest = done.stdout
    for number, step in enumerate(steps):
        said, end, rest = rest.partition(f"{_END}{number}\n")
        if not end:
            raise Problem(f"{step.at}: the commands end with {done.returncode}.", said)
        if SHOWN in variables:
            print(f"{step.at}\n{said}")
        if step.output is not None and not shows(step.output, said):
            raise Problem(f"{step.at}: something else comes out than is shown.", said)


def main() -> int:
    """Run each guide once."""
    token = secrets.token_urlsafe(16)
    passed = 0
    try:
        with crm(int(os.environ["BENCH_SINK_PORT"]), token):
            for pages in GUIDES:
                steps = [step for page in pages for step in read_page(page, _text(page))]
                run_guide(steps, {**os.environ, **reader(os.environ, token)})
                passed += len(steps)
    except Problem as problem:
        report(problem)
        return 1
    names = ", ".join(page for guide in GUIDES for page in guide)
    print(f"{passed} passed: every block of commands in {names}")
    return 0


def _text(page: str) -> str:
    return (ROOT / page).read_text()


if __name__ == "__main__":
    sys.exit(main())
