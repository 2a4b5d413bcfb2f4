from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chaos.stage import Stage
from chaos.verdict import Verdict


@dataclass(frozen=True)
class Fault:
    """One fault with its number in the suite. ``long``: skipped in a quick run.

    ``at_length``: its seconds in the whole suite, if `run` takes a duration.
    """

    number: int
    name: str
    run: Callable[..., Verdict]
    long: bool = False
    at_length: float | None = None

    def __call__(self, stage: Stage, *, quick: bool) -> Verdict:
        if self.at_length is None or quick:
            return self.run(stage)
        return self.run(stage, seconds=self.at_length)
