"""Tells sentences in another language by their templates.

A sentence is matched whole. Its literal pieces are found from left to right, each at its first
place, so the work grows with the sentence's length only, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

LONGEST = 10_000
"""Characters; what is longer is told as it is."""
_DEEPEST = 4
_PLACE = re.compile(r"\{(\w+)\}")
_LIST = re.compile(r"(, | and )")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence in English and in another language, with the same places. ``place``: it is a part
    that stands in a place of this name only. ``past``: no source says it any more."""

    english: str
    told: str
    place: str = ""
    past: bool = False


class Template:
    """One English sentence with named places."""

    def __init__(self, text: str) -> None:
        parts = _PLACE.split(text)
        self._pieces, self._names = parts[::2], parts[1::2]
        self.weight = sum(map(len, self._pieces))
        self._rarest = max(self._pieces, key=len)

    def match(self, sentence: str) -> Mapping[str, str] | None:
        """What stands in its places, if the whole sentence is one of these."""
        first, *between = self._pieces
        if not self._names:
            return {} if sentence == first else None
        last = between.pop()
        if not sentence.startswith(first) or self._rarest not in sentence:
            return None
        end = len(sentence) - len(last)
        if end < len(first) or not sentence.endswith(last):
            return None
        found: dict[str, str] = {}
        at = len(first)
        for name, piece in zip(self._names, [*between, None], strict=True):
            until = end if piece is None else sentence.find(piece, at, end)
            if until < at or found.setdefault(name, sentence[at:until]) != sentence[at:until]:
                return None
            at = until + len(piece or "")
        return found


class Catalogue:
    """The sentences of one language. ``conjunction``: its word for “and” in a list of parts."""

    def __init__(self, pairs: Iterable[Pair], conjunction: str) -> None:
        self._conjunction = conjunction
        self._by_place: dict[str, list[tuple[Template, str]]] = {"": []}
        for pair in pairs:
            known = self._by_place.setdefault(pair.place, [])
            known.append((Template(pair.english), pair.told))
        for known in self._by_place.values():
            known.sort(key=lambda each: -each[0].weight)

    def tell(self, sentence: str) -> str:
        """The sentence in the language; as it is where no template fits the whole of it."""
        if len(sentence) > LONGEST:
            return sentence
        told = self._told(sentence, "", _DEEPEST)
        return sentence if told is None else told

    def _told(self, text: str, place: str, deep: int) -> str | None:
        for template, told in self._by_place.get(place, ()) if text and deep else ():
            found = template.match(text)
            if found is not None:
                return self._filled(told, found, deep)
        return None

    def _filled(self, told: str, found: Mapping[str, str], deep: int) -> str:
        return _PLACE.sub(lambda each: self._in_place(found[each[1]], each[1], deep - 1), told)

    def _in_place(self, text: str, place: str, deep: int) -> str:
        """A part that is ours, a list of such parts, or a sentence of ours; else as it is."""
        if place in self._by_place:
            part = self._told(text, place, deep)
            listed = part is None and self._listed(text, place, deep)
            if part is not None or listed:
                return part or listed or ""
        told = self._told(text, "", deep)
        return text if told is None else told

    def _listed(self, text: str, place: str, deep: int) -> str:
        """A list of which all parts are ours; empty for everything else."""
        parts = _LIST.split(text)
        told = [self._told(each, place, deep) for each in parts[::2]]
        if len(told) == 1 or None in told:
            return ""
        between = [self._conjunction if each == " and " else each for each in parts[1::2]]
        return "".join(_alternating([each or "" for each in told], between))


def _alternating(parts: list[str], between: list[str]) -> Iterator[str]:
    for part, after in zip(parts, [*between, ""], strict=True):
        yield part
        yield after
