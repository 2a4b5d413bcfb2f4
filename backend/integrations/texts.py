"""What connectors say to people, in other languages: titles, descriptions, labels and help.

A folder may hold `texts/de.yaml` with the German of its English sentences. What it lacks is said in
English. The SDK's folder has the sentences that every connector brings along.
"""

import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

Say = Callable[[str], str]

FOLDER = Path(__file__).parent
_SHARED = "sdk"
_NAMED = frozenset({"properties", "patternProperties"})
_WITHIN = frozenset({"items", "prefixItems", "additionalProperties", "anyOf", "oneOf", "allOf"})


def texts_in(folder: Path, language: str) -> Mapping[str, str]:
    """The sentences of a folder in a language, by their English."""
    path = folder / "texts" / f"{language}.yaml"
    if not path.is_file():
        return MappingProxyType({})
    pairs = yaml.safe_load(path.read_text(encoding="utf-8"))
    return MappingProxyType({pair["en"]: pair[language] for pair in pairs})


def speaking() -> tuple[Path, ...]:
    """The folders of the SDK and of every connector."""
    return tuple(sorted(each.parent for each in FOLDER.glob("*/texts")))


def errors_in(folder: Path) -> Path:
    """Where a folder has its errors in other languages: `core.sentences` tells them."""
    return folder / "texts" / "errors"


def saying(connector: str, language: str) -> Say:
    """Says an English sentence of a connector in a language."""
    texts = {**texts_in(FOLDER / _SHARED, language), **texts_in(FOLDER / connector, language)}
    return lambda sentence: texts.get(" ".join(sentence.split()), sentence)


@functools.cache
def languages_of(connector: str) -> tuple[str, ...]:
    """The languages of which a connector has a file, as tags (BCP 47)."""
    return tuple(sorted(path.stem for path in (FOLDER / connector / "texts").glob("*.yaml")))


def schema_in(schema: Mapping[str, Any], say: Say) -> dict[str, Any]:
    """A model's JSON Schema with its titles and descriptions in other words.

    The title of a model itself is the name of its class, which nobody reads: it stays.
    """
    told = {**schema, **_node({k: v for k, v in schema.items() if k != "$defs"}, say, model=True)}
    if "$defs" in schema:
        models = schema["$defs"].items()
        told["$defs"] = {name: _node(model, say, model=True) for name, model in models}
    return told


def _told(schema: Any, say: Say) -> Any:
    if isinstance(schema, list):
        return [_told(each, say) for each in schema]
    return _node(schema, say) if isinstance(schema, Mapping) else schema


def _node(schema: Mapping[str, Any], say: Say, *, model: bool = False) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for key, part in schema.items():
        if key == "description" or (key == "title" and not model):
            told[key] = say(part)
        elif key in _NAMED:
            told[key] = {name: _told(each, say) for name, each in part.items()}
        else:
            told[key] = _told(part, say) if key in _WITHIN else part
    return told
