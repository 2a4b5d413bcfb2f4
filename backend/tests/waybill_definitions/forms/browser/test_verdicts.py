"""The page says of answers what the server will say: on generated forms and answers."""

from __future__ import annotations

import copy
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from api.schemas.forms.forms import FormOut
from core.accounts.models import Organization
from core.postgres.tenancy import every_organization
from core.workflows.forms import form_of, form_stored
from core.workflows.models import WorkflowVersion
from core.workflows.protection import Protection
from tests.waybill_definitions.forms.browser.answers import answers
from tests.waybill_definitions.forms.browser.definitions import forms
from tests.waybill_definitions.forms.browser.node import FORMS, Browser, browser
from waybill_definitions.document import FormDefinition
from waybill_definitions.forms import Form, FormState

__all__ = ["browser"]

EACH = 6
"""Answers to one form; each again without what is refused."""
DOUBTS = {"phone", "email", "url", "zone", "datetime", "consent", "expression"}
"""What the page leaves to the server, by name."""


@st.composite
def cases(draw: st.DrawFn) -> tuple[FormDefinition, str, list[Any]]:
    definition = draw(forms())
    language = draw(st.sampled_from(definition.languages))
    return definition, language, [draw(answers(definition)) for _ in range(EACH)]


def shown(definition: FormDefinition, language: str) -> tuple[Form, dict[str, Any]]:
    """The form as the server judges it, and as its page gets it."""
    about, questions = form_stored(definition)
    version = WorkflowVersion(
        organization=Organization(name="Acme"), number=1, form=about, fields=questions, tables={}
    )
    with every_organization("a version that is not stored has no steps"):
        out = FormOut.of(version, "order", Protection(), FormState.OPEN, language)
    return form_of(version), out.model_dump(mode="json")


def by_server(form: Form, data: Any, language: str) -> dict[str, Any]:
    checked = form.check(data, language=language)
    faults = {_path(each["loc"]): each for each in reversed(checked.faults)}
    return {
        "errors": {at: each["type"] for at, each in faults.items()},
        "messages": {at: form.words(each, language) for at, each in faults.items()},
        "hidden": sorted(map(_path, checked.hidden)),
        "calculated": {_path(at): value for at, value in checked.calculated.items()},
    }


def mended(form: Form, data: Any) -> Any:
    """Without the answers that are refused, as far as leaving them out helps."""
    data = copy.deepcopy(data)
    for _ in range(4):
        faults = [each["loc"] for each in form.check(data, language="en").faults if each["loc"]]
        for *parents, last in sorted(faults, key=str, reverse=True):
            node = data
            for parent in parents:
                node = node[parent] if _has(node, parent) else None
            if _has(node, last):
                del node[last]
    return data


def _has(node: Any, key: str | int) -> bool:
    if isinstance(node, dict):
        return key in node
    return isinstance(node, list) and isinstance(key, int) and key < len(node)


def _path(place: tuple[str | int, ...]) -> str:
    return ".".join(map(str, place))


def by_browser(told: dict[str, Any]) -> dict[str, Any]:
    return {
        "errors": {each["field"]: each["code"] for each in told["errors"]},
        "messages": {each["field"]: each["message"] for each in told["errors"]},
        "hidden": sorted(told["hidden"]),
        "calculated": told["calculated"],
    }


def differences(server: dict[str, Any], page: dict[str, Any], doubts: set[str]) -> list[str]:
    """What the page says otherwise. It leaves out what it doubts, and says nothing wrong."""

    def doubted(place: str) -> bool:
        return any(place == each or place.startswith(f"{each}.") for each in doubts)

    found = []
    last = {"rule", "calculated"} if doubts else set()
    for name in ("errors", "hidden"):
        here, there = set(page[name]), set(server[name])
        if name == "errors":
            here = {each for each in here if page[name][each] not in last}
            there = {each for each in there if server[name][each] not in last}
        found += [f"{name}: {each} only on the page" for each in here - there]
        missed = {each for each in there - here if not doubted(each)}
        found += [f"{name}: {each} only on the server" for each in missed]
    for place, message in page["messages"].items():
        if place in server["messages"] and not doubted(place):
            said = server["messages"][place]
            found += [f"words: {place} is {said!r}, not {message!r}"] if said != message else []
    for place, value in server["calculated"].items():
        if not doubted(place) and page["calculated"].get(place) != value:
            found.append(f"calculated: {place} is {value!r}, not {page['calculated'].get(place)!r}")
    more = page["calculated"].keys() - server["calculated"].keys()
    found += [f"calculated: {each} only on the page" for each in more]
    return found


@pytest.mark.django_db
def test_the_page_and_the_server_come_to_the_same_verdict(browser: Browser) -> None:
    seen: Counter[str] = Counter()

    @settings(
        max_examples=FORMS,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],  # shrinking takes minutes, and says little more
        suppress_health_check=list(HealthCheck),
    )
    @given(cases())
    def compare(case: tuple[FormDefinition, str, list[Any]]) -> None:
        definition, language, inputs = case
        form, out = shown(definition, language)
        for data in [*inputs, *(mended(form, each) for each in inputs)]:
            told = browser.ask({"form": out, "data": data})
            server, page = by_server(form, data, language), by_browser(told)
            doubts = {each["field"] for each in told["doubts"]}
            wrong = differences(server, page, doubts)
            if wrong:
                note(f"form: {definition.model_dump(mode='json', exclude_defaults=True)}")
                note(f"data: {data!r}\nserver: {server}\npage: {told}")
            assert wrong == []
            seen.update(["pairs", *{each["why"] for each in told["doubts"]}])
            seen.update({"refused": bool(server["errors"]), "doubted": bool(doubts)})

    compare()
    assert seen["pairs"] >= FORMS * EACH
    assert seen["pairs"] / 8 < seen["pairs"] - seen["refused"] < seen["pairs"] / 2
    assert seen["doubted"] < seen["pairs"] / 8, seen
    assert set(seen) <= DOUBTS | {"pairs", "doubted", "refused"}
