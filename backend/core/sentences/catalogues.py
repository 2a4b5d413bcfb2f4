"""The sentences of this release in each language, from the files beside the code that says them."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

import yaml

from core.sentences.matching import Catalogue, Pair
from integrations.texts import errors_in, speaking

FOLDER = Path(__file__).parent
ROOMS = ("engine", "problems")
CONJUNCTIONS = {"de": " und "}
"""By language: those in which what went wrong is told."""


@functools.cache
def catalogue(language: str) -> Catalogue:
    """Raises KeyError for a language in which nothing is told."""
    return Catalogue(_pairs(language), CONJUNCTIONS[language])


def _pairs(language: str) -> Iterator[Pair]:
    for room in ROOMS:
        yield from pairs_of(FOLDER / room, language)
    for folder in speaking():
        yield from pairs_of(errors_in(folder), language)


def pairs_of(folder: Path, language: str) -> list[Pair]:
    """What a folder's file holds: `en`, the language, `in` for a part in a place, `past`."""
    path = folder / f"{language}.yaml"
    if not path.is_file():
        return []
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        Pair(each["en"], each[language], each.get("in", ""), each.get("past", False))
        for each in entries
    ]
