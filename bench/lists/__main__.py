"""Fills a database with submissions, and times every kind of list over them.

`fill 10000000` once, in a database of its own; then `probe`, with `--plans` for the plans.
With the variables of a stack, and the backend on the path:

    PYTHONPATH=backend python -m bench.lists fill 10000000
    PYTHONPATH=backend python -m bench.lists probe
"""

from __future__ import annotations

import argparse

import django

django.setup()

from core.postgres.tenancy import database_owner, every_organization  # noqa: E402

from bench.lists.fill import fill  # noqa: E402
from bench.lists.overview import roll_ups_make  # noqa: E402
from bench.lists.probes import probe  # noqa: E402


def main() -> None:
    """Run one command."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("fill").add_argument("submissions", type=int)
    commands.add_parser("probe").add_argument("--plans", action="store_true")
    options = parser.parse_args()
    if options.command == "fill":
        with database_owner("indexes are dropped and made again"):
            print(f"{fill(options.submissions):.0f} s")
        print(f"roll-ups of a month: {roll_ups_make():.0f} s")
    else:
        with every_organization("each probe says whose it is"):
            print(probe(plans=options.plans))


if __name__ == "__main__":
    main()
