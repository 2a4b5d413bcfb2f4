"""A panel of a dashboard, in our words, and what Grafana makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grafana_foundation_sdk.builders import common, dashboard, prometheus, stat, table, timeseries
from grafana_foundation_sdk.models.common import LegendDisplayMode, LegendPlacement
from grafana_foundation_sdk.models.dashboard import Dashboard, DataSourceRef
from grafana_foundation_sdk.models.prometheus import PromQueryFormat

_SOURCE = DataSourceRef(type_val="prometheus", uid="prometheus")
_COLUMNS = 24
_THIRD, _SIXTH = 8, 4
_TALL, _SHORT = 8, 4

SECONDS, BYTES, PER_SECOND, SHARE, COUNT = "s", "bytes", "reqps", "percentunit", "short"


@dataclass(frozen=True)
class Line:
    """An expression, and the legend of its series (``{{label}}`` names a label)."""

    expression: str
    legend: str = ""


@dataclass(frozen=True)
class Graph:
    """Series over time. ``stacked``: they add up to something."""

    title: str
    unit: str
    lines: Sequence[Line]
    about: str = ""
    stacked: bool = False


@dataclass(frozen=True)
class Number:
    """One value, now."""

    title: str
    unit: str
    expression: str
    about: str = ""


@dataclass(frozen=True)
class List:
    """The series of an expression, now, as rows of a table."""

    title: str
    expression: str
    about: str = ""


@dataclass(frozen=True)
class Board:
    """A dashboard: numbers first, then graphs and lists, three in a row."""

    name: str
    title: str
    about: str
    panels: Sequence[Graph | Number | List]


Panel = timeseries.Panel | stat.Panel | table.Panel


def dashboard_of(board: Board) -> Dashboard:
    """The dashboard as Grafana reads it."""
    built = (
        dashboard.Dashboard(board.title)
        .uid(f"waybill-{board.name}")
        .description(board.about)
        .tags(["waybill"])
        .timezone("browser")
        .time("now-3h", "now")
        .refresh("30s")
        .readonly()
    )
    for panel in board.panels:
        built = built.with_panel(_panel(panel))
    return built.build()


def expressions_of(board: Board) -> list[str]:
    """Every expression that a dashboard asks for."""
    found: list[str] = []
    for panel in board.panels:
        if isinstance(panel, Graph):
            found += [line.expression for line in panel.lines]
        else:
            found.append(panel.expression)
    return found


def _panel(panel: Graph | Number | List) -> Panel:
    match panel:
        case Graph():
            return _graph(panel)
        case Number():
            return _number(panel)
        case List():
            return _list(panel)


def _graph(panel: Graph) -> timeseries.Panel:
    built = (
        timeseries.Panel()
        .title(panel.title)
        .description(panel.about)
        .datasource(_SOURCE)
        .unit(panel.unit)
        .min(0)
        .span(_THIRD)
        .height(_TALL)
        .line_width(1)
        .fill_opacity(30 if panel.stacked else 5)
        .legend(
            common.VizLegendOptions()
            .show_legend(True)
            .display_mode(LegendDisplayMode.LIST)
            .placement(LegendPlacement.BOTTOM)
        )
    )
    for number, line in enumerate(panel.lines):
        query = prometheus.Dataquery().expr(line.expression).legend_format(line.legend)
        built = built.with_target(query.ref_id(chr(ord("A") + number)))
    return built


def _number(panel: Number) -> stat.Panel:
    query = prometheus.Dataquery().expr(panel.expression).instant().ref_id("A")
    return (
        stat.Panel()
        .title(panel.title)
        .description(panel.about)
        .datasource(_SOURCE)
        .unit(panel.unit)
        .span(_SIXTH)
        .height(_SHORT)
        .with_target(query)
    )


def _list(panel: List) -> table.Panel:
    query = prometheus.Dataquery().expr(panel.expression).instant().ref_id("A")
    return (
        table.Panel()
        .title(panel.title)
        .description(panel.about)
        .datasource(_SOURCE)
        .span(_THIRD)
        .height(_TALL)
        .with_target(query.format(PromQueryFormat.TABLE))
    )
