"""The list of metrics in the documentation is the one that is served."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from prometheus_client import Metric

from core.metrics.store import COUNTED
from core.readings import Readings

PAGE = Path(__file__).parents[4] / "docs" / "operations" / "monitoring.md"
ROW = re.compile(r"^\| `(waybill_\w+)` \| (\w+) \| ([^|]*) \| ([^|]+) \|$", re.MULTILINE)


@pytest.mark.django_db(transaction=True)
def test_every_metric_is_listed_with_its_labels() -> None:
    collectors = dict.fromkeys(COUNTED._names_to_collectors.values())
    counted = {
        _row(family, tuple(getattr(collector, "_labelnames", ())))
        for collector in collectors
        for family in collector.describe()  # type: ignore[attr-defined]
    }
    read = {
        _row(family, tuple(getattr(family, "_labelnames", ())))
        for family in Readings(["callbacks"]).collect()
    }

    listed = {
        (name, kind, tuple(re.findall(r"`(\w+)`", labels)), words)
        for name, kind, labels, words in ROW.findall(PAGE.read_text())
    }

    # The ledger was never checked in this database.
    assert {row for row in listed if "_ledger_" not in row[0]} == counted | read


def _row(family: Metric, labels: tuple[str, ...]) -> tuple[str, str, tuple[str, ...], str]:
    name = f"{family.name}_total" if family.type == "counter" else family.name
    return name, family.type, labels, family.documentation
