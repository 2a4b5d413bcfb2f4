"""Texts outside of mappings: what steps say when done, and titles, which compute nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.workflows.definition import Definition, Fault, Path, Words, place_at

_NAMED = re.compile(r"\$\{\{\s*(.*?)\s*\}\}", re.DOTALL)
_OPENING = "${{"
_KNOWN = ("subject", "system", "record")
_MAY_NAME = "a step's words may name ${{ subject }}, ${{ system }} and ${{ record }}"


def words_check(definition: Definition) -> list[Fault]:
    """Words of steps that name what is not known then, and texts that are shown as they are."""
    faults = []
    for key, step in definition.steps.items():
        at: Path = ("steps", key, "done")
        for found in _NAMED.finditer(step.done):
            if found[1] not in _KNOWN:
                words = f"`{found[1]}` is not known here; {_MAY_NAME}"
                faults.append(Fault(at, words, place_at(step.done, found.start(1))))
        rest = _NAMED.sub(lambda found: " " * len(found[0]), step.done)
        if _OPENING in rest:
            words = f"this ${{{{ has no }}}} that closes it; {_MAY_NAME}"
            faults.append(Fault(at, words, place_at(rest, rest.index(_OPENING))))
    words = "nothing is computed here: this text is shown as it is, so write it without ${{ }}"
    for path, text in _as_they_are(definition):
        if _OPENING in text:
            faults.append(Fault(path, words, place_at(text, text.index(_OPENING))))
    return faults


def _as_they_are(definition: Definition) -> Iterator[tuple[Path, str]]:
    form = definition.form
    yield ("name",), definition.name
    yield from _each(("form", "title"), form.title)
    yield from _each(("form", "intro"), form.intro)
    yield from _each(("form", "submit_label"), form.submit_label)
    for key, question in form.fields.items():
        yield from _each(("form", "fields", key, "label"), question.label)
        yield from _each(("form", "fields", key, "help"), question.help)
    for key, step in definition.steps.items():
        yield ("steps", key, "title"), step.title


def _each(path: Path, words: Words) -> Iterator[tuple[Path, str]]:
    if isinstance(words, str):
        yield path, words
    else:
        for language, text in words.items():
            yield (*path, language), text
