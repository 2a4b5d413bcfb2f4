"""`python -m dev.compose`: have Docker Compose read every combination of our files."""

from __future__ import annotations

import sys

from dev.compose.files import FILES, example_values
from dev.compose.parser import compose_read
from dev.console import Problem, report


def main() -> int:
    """Exit code 1 if Docker Compose refuses one, or warns."""
    values = example_values()
    try:
        counts = {title: len(compose_read(files, values, ["*"])) for title, files in FILES.items()}
    except Problem as problem:
        report(problem)
        return 1
    told = ", ".join(f"{title} {count} services" for title, count in counts.items())
    print(f"Compose: {told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
