"""The mistakes of `mistakes.yaml`. Each is a change to `definition.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

_HERE = Path(__file__).parent
_REPEATED = re.compile("«(.*?)»", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mistake:
    """``old`` stands in the definition once, ``new`` is written in its place.

    What is between « and » in it comes so many ``times``, with № counted. ``told``: each fault as
    `path line:column message`.
    """

    kind: str
    name: str
    old: str
    new: str
    told: list[str]
    times: int = 1

    @property
    def written(self) -> str:
        return _REPEATED.sub(
            lambda found: "".join(found[1].replace("№", str(n)) for n in range(self.times)),
            self.new,
        )

    @property
    def shown(self) -> str:
        """As ``written``, with `…` for what is repeated."""
        return _REPEATED.sub(lambda found: found[1].replace("№", "1") + "…", self.new)


DEFINITION = (_HERE / "definition.yaml").read_text(encoding="utf-8")
MISTAKES = [
    Mistake(**each)
    for each in yaml.safe_load((_HERE / "mistakes.yaml").read_text(encoding="utf-8"))
]
