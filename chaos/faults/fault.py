from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chaos.stage import Stage
from chaos.verdict import Verdict


@dataclass(frozen=True)
class Fault:
    """One fault by its number in the suite. ``long``: not among the quick ones.

    ``seconds``: `run` takes them as an argument in the whole suite, for what should go on a while.
    """

    number: int
    name: str
    run: Callable[..., Verdict]
    long: bool = False

    def __call__(self, stage: Stage) -> Verdict:
        return self.run(stage)
