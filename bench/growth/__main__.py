"""Runs in the stack's database, with the backend on its path; each command prints JSON.

`fill PENDING FINISHED` adds step runs, `probe` times the statements that must stay quick,
`work SECONDS` claims and settles.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

import django

django.setup()

from core.postgres.tenancy import database_owner, every_organization  # noqa: E402

from bench.growth.fill import fill  # noqa: E402
from bench.growth.probes import probe  # noqa: E402
from bench.growth.work import work  # noqa: E402


def main() -> None:
    """Run one command."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    filling = commands.add_parser("fill")
    filling.add_argument("pending", type=int)
    filling.add_argument("finished", type=int)
    commands.add_parser("probe").add_argument("--plans", action="store_true")
    commands.add_parser("work").add_argument("seconds", type=float)
    options = parser.parse_args()
    result: Any
    match options.command:
        case "fill":
            with database_owner("indexes are dropped and made again"):
                result = fill(pending=options.pending, finished=options.finished)
        case "probe":
            with every_organization("each probe says whose it is"):
                result = probe(plans=options.plans)
        case _:
            with every_organization("as a worker does"):
                result = work(options.seconds)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
