"""What went wrong is told in German: every sentence has it, and none is left over."""

from __future__ import annotations

import errno
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from core.sentences.catalogues import CONJUNCTIONS, FOLDER, ROOMS, pairs_of
from core.sentences.matching import Pair
from integrations.texts import errors_in, speaking
from tests.core.sentences.spoken import said_by_connectors, said_by_engine, said_in_problems
from tests.sentences import NoName, Said, Source, Spoken

PLACES = re.compile(r"\{(\w+)\}")
BY_THE_SYSTEM = {Said(os.strerror(code).lower(), "reason") for code in errno.errorcode}
"""What a reason is besides: the operating system's own words."""


def parts(pairs: list[Pair]) -> set[Said]:
    return {Said(each.english, each.place) for each in pairs}


def lacking(said: dict[Said, str], pairs: list[Pair]) -> list[str]:
    return sorted(f"{module}: {each}" for each, module in said.items() if each not in parts(pairs))


def left_over(said: dict[Said, str], pairs: list[Pair]) -> list[Said]:
    present = [each for each in pairs if not each.past]
    return sorted(parts(present) - said.keys() - BY_THE_SYSTEM)


CONNECTORS = {folder.name: pairs_of(errors_in(folder), "de") for folder in speaking()}
FILES = CONNECTORS | {room: pairs_of(FOLDER / room, "de") for room in ROOMS}


@pytest.mark.parametrize("folder", CONNECTORS)
def test_every_error_of_a_connector_has_german_and_every_german_its_error(folder: str) -> None:
    said = {
        each: module
        for each, module in said_by_connectors().items()
        if module.split(".")[1] == folder
    }
    assert said
    known = CONNECTORS[folder] + (CONNECTORS["sdk"] if folder != "sdk" else [])
    assert lacking(said, known) == []
    assert left_over(said, CONNECTORS[folder]) == []


def test_every_error_of_the_engine_has_german_and_every_german_its_error() -> None:
    assert lacking(said_by_engine(), FILES["engine"]) == []
    assert left_over(said_by_engine(), FILES["engine"]) == []


def test_every_refusal_has_german_and_every_german_its_refusal() -> None:
    assert lacking(said_in_problems(), FILES["problems"]) == []
    assert left_over(said_in_problems(), FILES["problems"]) == []


@pytest.mark.parametrize("name", FILES)
def test_both_languages_have_the_same_places_with_words_between(name: str) -> None:
    for pair in FILES[name]:
        english, german = PLACES.findall(pair.english), PLACES.findall(pair.told)
        assert pair.told.strip()
        assert set(german) <= set(english), pair
        assert "}{" not in pair.english, f"nobody knows where a place ends: {pair}"
    twice = Counter((each.english, each.place) for each in FILES[name])
    assert [each for each, times in twice.items() if times > 1] == []


def test_every_language_has_a_file_of_each_kind() -> None:
    languages = {path.stem for path in Path(FOLDER).glob("*/*.yaml")}
    assert languages == set(CONJUNCTIONS)


SAMPLE = """
from sdk import Broken

HINTS = {4: "is too old", 5: "is too new"}

class Odd(Broken):
    def __init__(self, why):
        super().__init__(f"It is odd: {why}")

def where(host):
    return f"the server at {host}"

def check(answer, host, late):
    kind = Broken if late else Odd
    raise kind(f"{where(host)} {HINTS.get(answer.code, 'is strange')}.{said(answer)}")

def told(words):
    raise Broken(f"{words}. Try again.")

def callers():
    told("It is late")
    raise Broken(str(answer))

def said(answer):
    words = answer.text
    return f" It says: {words}" if words else ""
"""


def test_sentences_are_found_in_a_source_with_their_parts() -> None:
    spoken = Spoken(errors=frozenset({"Broken"}))
    named = SAMPLE.replace("{HINTS.get(answer.code, 'is strange')}", "{did}").replace(
        "    raise kind", "    did = HINTS.get(answer.code, 'is strange')\n    raise kind"
    )
    found = Source({"sample": named}).sentences(spoken)
    assert set(found) == {
        Said("It is odd: {why}"),
        Said("{words}. Try again."),
        Said("It is late", "words"),
        Said("the server at {host} {did}.{said}"),
        Said("is too old", "did"),
        Said("is too new", "did"),
        Said("is strange", "did"),
        Said(" It says: {words}", "said"),
    }
    assert lacking(found, []) == sorted(f"sample: {each}" for each in found)
    assert left_over(found, [Pair("It was odd.", "Es war seltsam.")]) == [Said("It was odd.")]
    assert left_over(found, [Pair("It was odd.", "Es war seltsam.", past=True)]) == []


def test_a_place_without_a_name_is_refused() -> None:
    with pytest.raises(NoName, match=r"HINTS\.get"):
        Source({"sample": SAMPLE}).sentences(Spoken(errors=frozenset({"Broken"})))
