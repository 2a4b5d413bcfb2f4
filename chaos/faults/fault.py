from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chaos.stage import Stage
from chaos.verdict import Verdict


@dataclass(frozen=True)
class Fault:
    """One fault with its number in the suite. ``long``: skipped in a quick run.

    ``at_length``: its seconds in the whole suite, if `run` takes a duration. ``at_size``: likewise
    its submissions.
    """

    number: int
    name: str
    run: Callable[..., Verdict]
    long: bool = False
    at_length: float | None = None
    at_size: int | None = None

    def __call__(self, stage: Stage, *, quick: bool, size: int | None = None) -> Verdict:
        """Run it. ``size``: in place of its own, if it has one."""
        given: dict[str, float] = {}
        if self.at_length is not None and not quick:
            given["seconds"] = self.at_length
        if self.at_size is not None and (size or not quick):
            given["size"] = size or self.at_size
        return self.run(stage, **given)
