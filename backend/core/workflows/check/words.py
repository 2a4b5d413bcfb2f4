"""What steps say when they are done."""

from __future__ import annotations

import re

from core.workflows.definition import Definition, Fault

_NAMED = re.compile(r"\$\{\{\s*(.*?)\s*\}\}", re.DOTALL)
_KNOWN = ("subject", "system", "record")


def words_check(definition: Definition) -> list[Fault]:
    """Texts that name something else than what is known once a step is done."""
    return [
        Fault(
            ("steps", key, "done"),
            f"`{name}` is not known here; a step's words may name ${{{{ subject }}}},"
            " ${{ system }} and ${{ record }}",
        )
        for key, step in definition.steps.items()
        for name in _NAMED.findall(step.done)
        if name not in _KNOWN
    ]
