"""``python -m dev.manifests``: judge the files of `kubernetes/`, as they are and rendered."""

from __future__ import annotations

import sys

from dev.console import Problem, report, say
from dev.layout import ROOT
from dev.manifests.files import documents, rendered
from dev.manifests.judge import VERSIONS, faults


def main() -> int:
    """Exit code 1 for a fault."""
    try:
        objects = rendered()
    except Problem as problem:
        report(problem)
        return 1
    named = [(str(path.relative_to(ROOT)), each) for path, each in documents()]
    named += [("overlays/production", each) for each in objects or ()]
    found = [
        f"{where}: {each['kind']} {each['metadata']['name']}: {fault}"
        for where, each in named
        for fault in faults(each)
    ]
    for fault in found:
        say(fault)
    how = "rendered too" if objects else "NOT rendered: there is no kubectl here"
    versions = " and ".join(VERSIONS)
    say(f"Kubernetes: {len(named)} objects, {len(found)} faults for {versions}; {how}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
