"""The tests of what Prometheus is told can fail, and the dashboards show what there is."""

from __future__ import annotations

import json

import pytest
import yaml

from dev.layout import ROOT
from dev.observability import rules
from dev.observability.__main__ import FOLDER, written
from dev.observability.asked import NOTHING_HERE, PROCESSES, expressions, reason_for_nothing
from dev.observability.boards import BOARDS
from dev.observability.panels import Board, expressions_of
from dev.processes.procfile import read

ALERT = {
    "alert": "WaybillNew",
    "annotations": {"runbook_url": "docs/operations/runbooks.md#waybillnew"},
}


@pytest.mark.parametrize("board", BOARDS, ids=lambda board: board.name)
def test_a_dashboard_holds_each_expression_once_where_grafana_looks(board: Board) -> None:
    panels = json.loads((FOLDER / f"{board.name}.json").read_text())["panels"]
    asked = [target["expr"] for panel in panels for target in panel["targets"]]

    assert asked == expressions_of(board)
    assert json.loads(written(board))["uid"] == f"waybill-{board.name}"
    places = [(panel["gridPos"]["x"], panel["gridPos"]["y"]) for panel in panels]
    assert len(set(places)) == len(places)


def test_an_alert_without_test_or_runbook_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert rules.without_test() == rules.without_runbook() == []
    monkeypatch.setattr(rules, "alerts", lambda: [ALERT])

    assert rules.without_test() == rules.without_runbook() == ["WaybillNew"]


def test_every_reason_for_nothing_is_still_needed() -> None:
    asked = " ".join(expressions().values())

    assert [what for what in NOTHING_HERE if what not in asked] == []
    assert reason_for_nothing("max(waybill_sending_steps)") is None


def test_every_process_of_ours_is_asked() -> None:
    procfile = read(ROOT / "Procfile")
    measured = {name for name, words in procfile.items() if "WAYBILL_METRICS_PORT" in words[2]}
    config = yaml.safe_load((rules.FOLDER / "prometheus" / "prometheus.yml").read_text())
    names = config["scrape_configs"][0]["dns_sd_configs"][0]["names"]

    assert set(PROCESSES) == measured
    assert {name.removeprefix("worker-") for name in names} == measured
    assert measured | {"flower", "web"} == set(procfile)
