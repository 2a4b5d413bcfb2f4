from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from integrations.discovery import connectors
from waybill_definitions.languages import LanguageFault, language_read, languages

_PLACE = re.compile(r"\{\w+\}")
_COPY_ANEW = (
    "in backend/: python -c 'import json; from waybill_definitions.languages import words_in;"
    ' print(json.dumps(words_in("en").form.model_dump(), ensure_ascii=False, indent=2))\''
    " > ../frontend/components/public-form/testing/words.json"
)
_AWAY_COPY_ANEW = (
    "in backend/: python -c 'import json;"
    " from tests.waybill_definitions.languages.test_files import away_sentences;"
    " print(json.dumps(away_sentences(), ensure_ascii=False, indent=2))'"
    " > ../frontend/components/trouble/away-words.json"
)
_WORD = re.compile(r"[A-Za-z]{2,}")
ENGLISH = Path(__file__).parents[3] / "waybill_definitions/languages/files/en.yaml"
HEBREW = {
    "tracking__print": "הדפסה",
    "tracking__states__delivered": "נמסר",
    "tracking__live__off": "סופי: לא ישתנה כאן עוד דבר.",
}


def changed(path: Path, **changes: object) -> Path:
    """The English file with other sentences at some paths; None: without."""
    document: dict[str, Any] = yaml.load(ENGLISH.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    for place, sentence in changes.items():
        *rooms, name = place.split("__")
        room = document
        for each in rooms:
            room = room[each]
        if sentence is None:
            del room[name]
        else:
            room[name] = sentence
    _count_as(document, path.stem)
    path.write_text(yaml.safe_dump(document, allow_unicode=True), "utf-8")
    return path


def test_the_four_languages_are_there_and_lack_nothing() -> None:
    assert {"de", "en", "es", "fr"} <= languages().keys()
    lacking = {tag: language.untranslated for tag, language in languages().items()}
    assert lacking == dict.fromkeys(languages(), ())


def test_a_file_is_all_that_another_language_takes(tmp_path: Path) -> None:
    hebrew = language_read(changed(tmp_path / "he.yaml", **HEBREW))
    assert hebrew.direction == "rtl"
    assert hebrew.words.tracking.states.delivered == "נמסר"
    assert hebrew.words.form.questions.root.keys() == {"one", "two", "other"}


def test_a_missing_sentence_is_told_by_its_path(tmp_path: Path) -> None:
    path = changed(tmp_path / "it.yaml", form__next=None, tracking__live__off=None)
    with pytest.raises(LanguageFault, match=r"it.yaml: form.next is missing; tracking.live.off"):
        language_read(path)


def test_a_sentence_that_fills_in_something_else_is_refused(tmp_path: Path) -> None:
    path = changed(tmp_path / "it.yaml", form__page="Pagina {pagina} di {pages}")
    with pytest.raises(LanguageFault, match=r"form.page fills in pages, pagina; English .* page,"):
        language_read(path)


def test_unknown_names_and_wrong_shapes_are_refused(tmp_path: Path) -> None:
    path = changed(tmp_path / "it.yaml", form__nextt="x", form__back={"other": "Indietro"})
    with pytest.raises(LanguageFault) as refused:
        language_read(path)
    assert "form.nextt is not known" in str(refused.value)
    assert "form.back has one text in English" in str(refused.value)


def test_every_form_that_a_language_counts_with_is_needed(tmp_path: Path) -> None:
    path = changed(tmp_path / "pl.yaml", form__questions={"one": "{count}", "other": "{count}"})
    with pytest.raises(LanguageFault, match=r"form.questions lacks the forms few, many"):
        language_read(path)


def test_a_refusal_that_nobody_translated_yet_is_said_in_english(tmp_path: Path) -> None:
    path = changed(tmp_path / "it.yaml", form__refusals__zone=None)
    italian = language_read(path)
    assert italian.untranslated == ("form.refusals.zone",)
    assert italian.words.form.refusals.zone == languages()["en"].words.form.refusals.zone


def test_what_is_no_yaml_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "it.yaml"
    path.write_text("form: {", "utf-8")
    with pytest.raises(LanguageFault, match=r"it.yaml is no YAML"):
        language_read(path)


@pytest.mark.parametrize("tag", ["de", "es", "fr"])
def test_sentences_of_actions_are_of_actions_that_exist(tag: str) -> None:
    done: Mapping[str, str] = languages()[tag].words.done
    actions = {
        f"{name}.{action.name}": action
        for name, connector in connectors().items()
        for action in connector.actions
    }
    assert done.keys() <= actions.keys()
    for name, sentence in done.items():
        sentence.format(subject="Acme", system="Tryton", record="7")
        assert ("{record}" in sentence) == ("{record}" in actions[name].done)


@pytest.mark.parametrize("tag", ["de", "es", "fr"])
def test_no_sentence_is_left_in_english(tag: str) -> None:
    english, other = (dict(_leaves(languages()[each].words.model_dump())) for each in ("en", tag))
    same = [path for path, text in other.items() if english.get(path) == text]
    assert [path for path in same if len(_WORD.findall(_PLACE.sub("", english[path]))) > 1] == []


def test_the_tests_of_the_form_have_the_sentences_that_it_gets() -> None:
    """`components/public-form/testing/words.json` is a copy of what the API gives."""
    copy = ENGLISH.parents[4] / "frontend/components/public-form/testing/words.json"
    sentences = languages()["en"].words.form.model_dump()
    assert json.loads(copy.read_text("utf-8")) == sentences, _COPY_ANEW


def away_sentences() -> dict[str, dict[str, str]]:
    """What the web process says by itself, by language."""
    return {
        tag: {
            "direction": each.direction,
            **each.words.away.model_dump(),
            "form": each.words.problems.not_found,
            "submission": each.words.problems.tracking_link,
            "confirmation": each.words.problems.confirmation_expired,
        }
        for tag, each in languages().items()
    }


def test_the_web_process_has_the_sentences_for_when_the_api_is_away() -> None:
    copy = ENGLISH.parents[4] / "frontend/components/trouble/away-words.json"
    assert json.loads(copy.read_text("utf-8")) == away_sentences(), _AWAY_COPY_ANEW


def _count_as(tree: dict[str, Any], tag: str) -> None:
    """With a form for two in each plural, where the language has one."""
    for value in tree.values():
        if isinstance(value, dict) and "one" in value and tag == "he":
            value.setdefault("two", value["other"])
        elif isinstance(value, dict):
            _count_as(value, tag)


def _leaves(tree: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for name, value in tree.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{path}{name}.")
        else:
            yield f"{path}{name}", value
