"""``python3 -m dev.changelog v1.4.0``: prints what CHANGELOG.md says of a version.

Exit code 1 where it says nothing, and for a tag that is not this checkout's version. Needs nothing
but Python.
"""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHANGELOG = ROOT / "CHANGELOG.md"
VERSION_FILE = ROOT / "backend" / "core" / "version.py"


def section(text: str, version: str) -> str:
    """The text below the version's heading (`## 1.4.0`, a date may follow). Empty without one."""
    name = re.escape(version.removeprefix("v"))
    found = re.search(rf"(?ms)^## \[?{name}\]?(?: .*?)?\n(.*?)(?=^## |\Z)", text)
    return found.group(1).strip() if found else ""


def main() -> int:
    """Print the section of the version that is given."""
    (version,) = sys.argv[1:]
    own = runpy.run_path(str(VERSION_FILE))["VERSION"]
    if version.startswith("v") and version != f"v{own}":
        print(
            f"The tag {version} is not v{own}, the version in backend/core/version.py."
            " Delete the tag, set the version, and tag again: CONTRIBUTING.md, Release.",
            file=sys.stderr,
        )
        return 1
    said = section(CHANGELOG.read_text(), version)
    if not said:
        print(f"CHANGELOG.md has nothing below '## {version.removeprefix('v')}'", file=sys.stderr)
        return 1
    print(said)
    return 0


if __name__ == "__main__":
    sys.exit(main())
