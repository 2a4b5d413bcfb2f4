"""Workflows have names in the metrics, up to a limit that holds for a whole pool."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from core.metrics.names import EVERY_OTHER, Names

MOST = 200
WORKFLOWS = 10_000


def test_the_first_have_names_and_the_rest_is_other() -> None:
    names = Names(MOST, None)

    found = {names.of("acme", f"workflow-{number}") for number in range(WORKFLOWS)}

    assert len(found) == MOST + 1
    assert EVERY_OTHER in found


def test_a_name_once_chosen_stays() -> None:
    names = Names(1, None)
    first = names.of("acme", "orders")
    names.of("acme", "invoices")

    assert names.of("acme", "orders") == first != EVERY_OTHER


def test_processes_of_a_pool_choose_the_same_names(tmp_path: Path) -> None:
    file = tmp_path / "names.jsonl"
    choose = (
        "import json, sys; from pathlib import Path; from core.metrics.names import Names;"
        f"names = Names({MOST}, Path(sys.argv[1])); begin = int(sys.argv[2]);"
        "found = [names.of('acme', str(each % 3000)) for each in range(begin, begin + 3000)];"
        "print(json.dumps(sorted({each.workflow for each in found})))"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", choose, str(file), str(begin)], stdout=subprocess.PIPE, text=True
        )
        for begin in (0, 1000, 2000)
    ]
    chosen = [json.loads(process.communicate(timeout=60)[0]) for process in processes]

    assert len({name for each in chosen for name in each}) == MOST + 1
    assert len(file.read_text().splitlines()) == MOST
