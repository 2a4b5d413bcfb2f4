"""Texts outside of mappings: what steps say when done, and titles, which compute nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waybill_definitions.check.texts import texts_of
from waybill_definitions.document import Definition, Fault, Path, place_at
from waybill_definitions.text.coded import Coded, FaultCode

_NAMED = re.compile(r"\$\{\{\s*(.*?)\s*\}\}", re.DOTALL)
_OPENING = "${{"
_KNOWN = ("subject", "system", "record")
_MAY_NAME = "a step's words may name ${{ subject }}, ${{ system }} and ${{ record }}"

_COMPUTES_NOTHING = Coded(
    FaultCode.COMPUTES_NOTHING,
    "nothing is computed here: this text is shown as it is, so write it without ${{ }}",
)


def words_check(definition: Definition) -> list[Fault]:
    """Words of steps that name what is not known then, and texts that are shown as they are."""
    faults: list[Fault] = []
    for path, words in texts_of(definition):
        check = _done if path[:1] == ("steps",) and path[-1] == "done" else _as_it_is
        if isinstance(words, str):
            faults += check(path, words)
        else:
            for language, text in words.items():
                faults += check((*path, language), text)
    return faults + list(_as_it_is(("name",), definition.name))


def _done(path: Path, text: str) -> Iterator[Fault]:
    for found in _NAMED.finditer(text):
        if found[1] not in _KNOWN:
            sentence = f"`{found[1]}` is not known here; {_MAY_NAME}"
            words = Coded(FaultCode.WORDS_UNKNOWN, sentence, name=found[1])
            yield Fault(path, words, place_at(text, found.start(1)))
    rest = _NAMED.sub(lambda found: " " * len(found[0]), text)
    if _OPENING in rest:
        sentence = f"this ${{{{ has no }}}} that closes it; {_MAY_NAME}"
        unclosed = Coded(FaultCode.UNCLOSED, sentence)
        yield Fault(path, unclosed, place_at(rest, rest.index(_OPENING)))


def _as_it_is(path: Path, text: str) -> Iterator[Fault]:
    if _OPENING in text:
        yield Fault(path, _COMPUTES_NOTHING, place_at(text, text.index(_OPENING)))
