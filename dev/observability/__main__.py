"""``python -m dev.observability`` writes Grafana's dashboards; ``--check`` says which are old."""

from __future__ import annotations

import sys

from grafana_foundation_sdk.cog.encoder import JSONEncoder

from dev.layout import ROOT
from dev.observability.boards import BOARDS
from dev.observability.panels import Board, dashboard_of

FOLDER = ROOT / "docker" / "observability" / "grafana" / "dashboards"


def written(board: Board) -> str:
    """The file of a dashboard."""
    encoded: str = JSONEncoder(sort_keys=True, indent=2).encode(dashboard_of(board))
    return encoded + "\n"


def main(words: list[str]) -> int:
    """Write the files, or compare them. Returns the exit code."""
    old = [
        board.name
        for board in BOARDS
        if not (path := FOLDER / f"{board.name}.json").is_file()
        or path.read_text() != written(board)
    ]
    if words == ["--check"]:
        for name in old:
            print(f"docker/observability/grafana/dashboards/{name}.json is not up to date.")
        if old:
            print("Write it again: .local/venv/bin/python -m dev.observability")
        return int(bool(old))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for board in BOARDS:
        (FOLDER / f"{board.name}.json").write_text(written(board))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
