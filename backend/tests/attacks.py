"""The table at the end of the security tests: what was tried, what was refused.

A test marked `security("family")` is one attack. It passes when the attack is refused, so a test
that fails, or breaks on the way, counts as let through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pytest

MARKER = "security"
_FAMILY = "attack family"


@dataclass
class Family:
    refused: int = 0
    let_through: int = 0
    skipped: int = 0

    @property
    def tried(self) -> int:
        return self.refused + self.let_through


class Attacks:
    """Counts the marked tests of a run by their family."""

    def __init__(self) -> None:
        self._family_of: dict[str, str] = {}
        self._ended: dict[str, str] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Let the reports name the family: with several processes, only they are heard of."""
        for item in items:
            marker = item.get_closest_marker(MARKER)
            if marker is not None:
                item.user_properties.append((_FAMILY, marker.args[0]))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        family = dict(report.user_properties).get(_FAMILY)
        if family is None:
            return
        self._family_of[report.nodeid] = str(family)
        if report.failed or report.skipped:
            self._ended[report.nodeid] = report.outcome
        elif report.when == "call":
            self._ended.setdefault(report.nodeid, "passed")

    def families(self) -> dict[str, Family]:
        """How the attacks of each family ended, by name."""
        found: dict[str, Family] = defaultdict(Family)
        for test, outcome in self._ended.items():
            family = found[self._family_of[test]]
            match outcome:
                case "passed":
                    family.refused += 1
                case "skipped":
                    family.skipped += 1
                case _:
                    family.let_through += 1
        return dict(sorted(found.items()))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        families = self.families()
        if not families or "not " + MARKER in str(terminalreporter.config.option.markexpr):
            return
        terminalreporter.section("attacks")
        for line in table(families):
            terminalreporter.write_line(line)


def table(families: dict[str, Family]) -> Iterable[str]:
    """The families, one a line, and their sum."""
    total = Family(
        sum(family.refused for family in families.values()),
        sum(family.let_through for family in families.values()),
        sum(family.skipped for family in families.values()),
    )
    width = max(len(name) for name in [*families, "Attacks"])
    yield f"{'Attack':<{width}}   tried  refused  let through"
    for name, family in [*families.items(), ("Attacks", total)]:
        more = f"   ({family.skipped} not tried here)" if family.skipped else ""
        yield (
            f"{name:<{width}}  {family.tried:6}  {family.refused:7}  {family.let_through:11}{more}"
        )


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Attacks(), "attacks")
