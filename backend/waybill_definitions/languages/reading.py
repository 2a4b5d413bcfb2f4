"""The files of the languages, one each. What one of them lacks is found when it is read."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, cast

import yaml
from babel import Locale
from pydantic import ValidationError

from waybill_definitions.languages.words import Words

ENGLISH = "en"
FOLDER = Path(__file__).parent / "files"
Direction = Literal["ltr", "rtl"]
PLACE = re.compile(r"\{(\w+)\}")
_PLURAL = frozenset({"zero", "one", "two", "few", "many", "other"})
_MAY_LACK = ("form.refusals.", "done.")
"""Sentences that come with new kinds of questions and new actions. They are said in English, or
generally, until somebody translates them."""


class LanguageFault(ValueError):
    """A language file that cannot be used. The text says all that is wrong with it."""


@dataclass(frozen=True, slots=True)
class Language:
    """``tag``: BCP 47, the name of its file. ``untranslated``: what it says in English."""

    tag: str
    locale: Locale
    words: Words
    untranslated: tuple[str, ...]

    @property
    def direction(self) -> Direction:
        return direction_of(self.locale)


def direction_of(locale: Locale) -> Direction:
    """As HTML's `dir` has it, from CLDR's character order."""
    return "rtl" if locale.character_order == "right-to-left" else "ltr"


@functools.cache
def languages() -> Mapping[str, Language]:
    """Every language that there is a file for, by its tag. Raises LanguageFault."""
    files = sorted(FOLDER.glob("*.yaml"))
    return MappingProxyType({path.stem: language_read(path) for path in files})


def language_read(path: Path) -> Language:
    """A language file, compared with the English one. Raises LanguageFault."""
    locale = Locale.parse(path.stem, sep="-")
    english, given = _flat(_english()), _flat(_document(path))
    lacking = [name for name in english if name not in given]
    faults = [
        *(f"{name} is missing" for name in lacking if not name.startswith(_MAY_LACK)),
        *(
            f"{name} is not known"
            for name in given
            if name not in english and not name.startswith("done.")
        ),
        *_faults(english, given, locale),
    ]
    untranslated = tuple(name for name in lacking if name.startswith(_MAY_LACK))
    for name in untranslated:
        given[name] = english[name]
    if not faults:
        try:
            words = Words.model_validate(_deep(given))
            return Language(path.stem, locale, words, untranslated)
        except ValidationError as error:
            faults = [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
    raise LanguageFault(f"{path.name}: {'; '.join(faults)}.")


def _faults(english: Mapping[str, Any], given: Mapping[str, Any], locale: Locale) -> Iterator[str]:
    needed = {locale.plural_form(count) for count in range(200)} | {"other"}
    for name, sentence in given.items():
        model = english.get(name)
        if isinstance(model, dict) != isinstance(sentence, dict):
            if model is not None:
                what = "one form for each count" if isinstance(model, dict) else "one text"
                yield f"{name} has {what} in English"
            continue
        if isinstance(sentence, dict) and not needed <= sentence.keys():
            yield f"{name} lacks the forms {', '.join(sorted(needed - sentence.keys()))}"
        if model is None:
            continue
        places, expected = _places(sentence), _places(model)
        if places != expected:
            yield (
                f"{name} fills in {', '.join(sorted(places)) or 'nothing'}; "
                f"English fills in {', '.join(sorted(expected)) or 'nothing'}"
            )


def _places(sentence: str | dict[str, str]) -> set[str]:
    """The names to fill in. A form for one or two may leave the count out."""
    if isinstance(sentence, str):
        return set(PLACE.findall(sentence))
    places = set(PLACE.findall(sentence.get("other", "")))
    return places.union(*(set(PLACE.findall(form)) for form in sentence.values()))


@functools.cache
def _english() -> dict[str, Any]:
    return _document(FOLDER / f"{ENGLISH}.yaml")


def _document(path: Path) -> dict[str, Any]:
    """Every scalar is a text: `no`, `off` and `1` are words here."""
    try:
        with path.open(encoding="utf-8") as file:
            document = yaml.CBaseLoader(file).get_single_data()
    except yaml.YAMLError as error:
        raise LanguageFault(f"{path.name} is no YAML: {error}") from error
    if not isinstance(document, dict):
        raise LanguageFault(f"{path.name} holds no sentences.")
    return cast("dict[str, Any]", document)


def _flat(tree: Mapping[str, Any], path: str = "") -> dict[str, Any]:
    """Sentences by their path: `form.rows.add`. A plural stays whole."""
    found: dict[str, Any] = {}
    for name, value in tree.items():
        if isinstance(value, dict) and not (value and value.keys() <= _PLURAL):
            found |= _flat(value, f"{path}{name}.") if value else {}
        else:
            found[f"{path}{name}"] = value
    return found


def _deep(flat: Mapping[str, Any]) -> dict[str, Any]:
    tree: dict[str, Any] = {"done": {}}
    for path, value in flat.items():
        if path.startswith("done."):
            tree["done"][path.removeprefix("done.")] = value
            continue
        *rooms, name = path.split(".")
        place = tree
        for room in rooms:
            place = place.setdefault(room, {})
        place[name] = value
    return tree
