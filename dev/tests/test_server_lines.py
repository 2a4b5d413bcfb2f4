"""What Next.js writes is JSON in the image."""

from __future__ import annotations

import json
import subprocess

from dev.installing.node import TOOLS
from dev.layout import FRONTEND

WRITES = r"""
console.log('▲ Next.js "16"');
console.warn(' ⚠ Slow');
console.error('Error: x\n    at y');
console.log('');
console.log('{"event":"ours"}');
process.stdout.write(Buffer.from('\u001b[32mgreen\u001b[0m\n'), () => process.exit(0));
"""


def test_lines_become_objects_and_objects_stay() -> None:
    script = FRONTEND / "scripts" / "json-lines.cjs"
    done = subprocess.run(
        [TOOLS / "node", "--require", script, "--eval", WRITES],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    out, errors = (
        [json.loads(line) for line in text.splitlines()] for text in (done.stdout, done.stderr)
    )
    assert [line["event"] for line in out] == ['▲ Next.js "16"', "ours", "green"]
    assert [line["level"] for line in out if "level" in line] == ["info", "info"]
    assert [line["event"] for line in errors] == ["⚠ Slow", "Error: x\n    at y"]
    assert [line["level"] for line in errors] == ["warning", "error"]
