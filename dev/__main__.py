"""`python3 -m dev COMMAND`: make the environment (standard library only), then run in it."""

from __future__ import annotations

import sys

MINIMUM = (3, 11)


def main() -> int:
    """Check the interpreter, bootstrap, and replace this process with the command."""
    if sys.version_info < MINIMUM:
        found = ".".join(str(part) for part in sys.version_info[:2])
        print(
            f"✗ Waybill needs Python 3.11 or later; {sys.executable} is {found}. "
            "Choose another one: make up PYTHON=python3.12",
            file=sys.stderr,
        )
        return 1
    from dev.installing.bootstrap import enter

    return enter(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
