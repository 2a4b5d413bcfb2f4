"""What one text of a definition gives, while the definition is being written."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.checks import assert_problem
from tests.conftest import Api
from waybill_definitions.expressions import functions_table

AT = "/api/v1/workflows/check/text"
# With faults: `age`, `send`, `lost`, a circle of `round` and `about`, and `half`.
DOCUMENT = """\
workflow: orders
name: Orders
tables:
  regions: {AT: emea}
form:
  languages: [en, de]
  title: {en: Order here, de: Hier bestellen}
  fields:
    company: {label: Company, kind: text}
    phone: {label: Phone, kind: text, required: false}
    age: {kind: integer}
    pin: {label: PIN, kind: text, sensitive: true}
    size: {label: Size, kind: integer}
    twice: {label: Twice, kind: calculated, type: integer, value: "${{ input.size * 2 }}"}
    late: {label: Late, kind: text, required: false, show_if: "${{ input.size > 100 }}"}
    rows:
      label: Rows
      kind: group
      fields:
        part: {label: Part, kind: text}
        more: {label: More, kind: text, required: false}
  rules:
    - {check: "${{ input.size < 1000 }}", message: Too many, field: size}
steps:
  send:
    use: erp/request.send
    with: {pth: /orders, body: {name: "${{ input.compani }}"}}
  never:
    use: erp/request.send
    needs: [send]
    when: ${{ input.company == 'Nobody' }}
    with: {path: /never}
  last:
    use: erp/request.send
    needs: [send, never]
    with: {path: /last}
  lost: {use: nowhere/thing.make, needs: [send]}
  round: {use: erp/request.send, needs: [about], with: {path: /a}}
  about: {use: erp/request.send, needs: [round], with: {path: /b}}
  half: {needs: [send]}
"""
DATA = {
    "company": "Nordwind",
    "pin": "4711-secret",
    "size": 21,
    "age": "old",
    "rows": [{"part": "desk"}],
    "surprise": 1,
}


@pytest.fixture
def give(machine: Api) -> Any:
    def evaluate(place: str, text: str, **data: Any) -> dict[str, Any]:
        asked = {"document": DOCUMENT, "place": place, "text": text, "data": DATA | data}
        answer = machine.post(AT, asked)
        assert answer.status_code == 200, answer.content
        body: dict[str, Any] = answer.json()
        assert set(body) == {"faults", "type", "value", "reason", "is_absent"}
        return body

    return evaluate


@pytest.mark.parametrize(
    ("place", "text", "value", "words"),
    [
        ("subject", "Order of ${{ input.company }}", "Order of Nordwind", "a text"),
        ("subject", "Order", "Order", "a text"),
        ("steps.send.with.body.name", "${{ input.company }}", "Nordwind", "a text"),
        ("steps.send.with.body.lines[0].size", "${{ input.size }}", 21, "a whole number"),
        ("steps.send.with.body.twice", "${{ input.twice }}", 42, "a whole number"),
        ("steps.send.with.body.reference", "${{ submission.reference }}", "WB-0000000000", None),
        ("steps.send.with.body.language", "${{ submission.language }}", "en", None),
        ("steps.send.with.body.new.key", "as it is", "as it is", "a text"),
        ("steps.send.with.body.region", "${{ lookup(tables.regions, 'AT') }}", "emea", None),
        ("steps.send.with.body.parts", "${{ input.rows.map(r, r.part) }}", ["desk"], "a list"),
        ("steps.send.when", "${{ input.size > 20 }}", True, "true or false"),
        ("steps.send.when", "input.size > 30", False, None),
        ("steps.send.ordering", "${{ input.company }}", "Nordwind", None),
        ("steps.last.with.body.of", "${{ steps.send.status }}", 201, "a whole number"),
        ("steps.last.with.body.of", "${{ steps.send.body.lead.id }}", "1", None),
        ("steps.last.with.body.of", "${{ has(steps.never) ? 'a' : 'b' }}", "b", "a text"),
        ("steps.half.with.body.of", "${{ steps.send.status }}", 201, "a whole number"),
        ("form.fields.late.show_if", "${{ input.twice > 40 }}", True, "true or false"),
        ("form.fields.twice.value", "${{ input.size + 1 }}", 22, "a whole number"),
        ("form.fields.rows.fields.more.show_if", "${{ row.part == 'desk' }}", True, None),
        ("form.rules[0].check", "input.size < 10", False, None),
    ],
)
def test_a_text_gives_its_value(
    give: Any, place: str, text: str, value: Any, words: str | None
) -> None:
    body = give(place, text)
    assert (body["faults"], body["value"], body["reason"]) == ([], value, None)
    assert (type(body["value"]), body["is_absent"]) == (type(value), False)
    assert body["type"] == (words or body["type"])


@pytest.mark.parametrize(
    ("place", "text", "message", "line", "column"),
    [
        ("subject", "a\n${{ input.compani }}", "did you mean `company`?", 2, 11),
        ("subject", "${{ input.pin }}", "`input.pin` is sensitive", None, None),
        ("subject", "${{ input.company", "has no }} that closes it", 1, 1),
        ("steps.send.with.pth", "/orders", "the action takes no `pth`", None, None),
        ("steps.send.with.path", "orders", "starts with one slash", None, None),
        ("steps.send.with.path", "${{ input.size }}", "a text is needed", None, None),
        ("steps.send.with.path", "${{ input.phone }}", "this answer is optional", None, None),
        ("steps.send.when", "\n  input.sise > 1", "did you mean `size`?", 2, 9),
        ("steps.send.when", "${{ input.company }}", "true or false", None, None),
        ("steps.send.when", "${{ false }}", "can never run", None, None),
        ("steps.send.with.body.a", "${{ steps.last.status }}", "only a step that needs it", 1, 11),
        ("form.fields.phone.show_if", "${{ input.size > 1 }}", "does not stand above", None, None),
        ("form.fields.twice.value", "${{ 'a' }}", "a whole number is needed", None, None),
        ("form.rules[0].check", " ${{ input.sise }}", "did you mean `size`?", 1, 12),
    ],
)
def test_faults_of_the_text_alone_are_told_at_their_place_in_it(
    give: Any, place: str, text: str, message: str, line: int | None, column: int | None
) -> None:
    body = give(place, text)
    (fault,) = body["faults"]
    assert message in fault["message"]
    assert (fault["line"], fault["column"]) == (line, column)
    assert (body["type"], body["value"], body["reason"]) == (None, None, None)


def test_a_fault_of_a_text_has_a_code_and_what_it_names(give: Any) -> None:
    (fault,) = give("subject", "${{ input.compani }}")["faults"]
    assert fault["code"] == "field_unknown"
    assert fault["params"] == {"path": "input.compani", "near": "company", "options": []}


def test_what_is_absent_and_what_cannot_be_computed_is_told(give: Any) -> None:
    absent = give("steps.send.with.body.phone", "${{ input.phone }}")
    assert (absent["value"], absent["is_absent"], absent["reason"]) == (None, True, None)
    for misfit in ({"size": "many"}, {"size": None}):
        lacking = give("steps.send.with.body.size", "${{ input.size + 1 }}", **misfit)
        assert (lacking["value"], lacking["is_absent"]) == (None, False)
        assert "there is no `size`" in lacking["reason"]
    failing = give("steps.send.with.body.n", "${{ int(input.company) }}")
    assert failing["reason"]
    nothing = give("steps.send.when", "")
    assert (nothing["faults"], nothing["type"], nothing["is_absent"]) == ([], None, True)


@pytest.mark.parametrize(
    "text",
    [
        "${{ input.pin }}",
        "PIN: ${{ input.pin }}",
        "${{ input.pin.truncate(6) }}",
        "${{ [input.pin.upper()] }}",
        "${{ hash.sha256(input.pin) }}",
        "${{ json.encode(input) }}",
    ],
)
def test_sensitive_answers_are_masked(give: Any, text: str) -> None:
    body = give("steps.send.with.body.pin", text)
    shown = str(body)
    assert body["value"], body
    assert "4711" not in shown
    assert "SECRET" not in shown
    assert "redacted" in shown


@pytest.mark.parametrize(
    "place",
    ["steps.gone.when", "steps.send.use", "form.fields.company.value", "form.fields.gone.show_if",
     "form.pages[0].show_if", "form.title", "name", "steps.send.with", ""],
)  # fmt: skip
def test_only_where_something_is_computed(machine: Api, place: str) -> None:
    asked = {"document": DOCUMENT, "place": place, "text": "a", "data": {}}
    assert_problem(machine.post(AT, asked), 422, "invalid_input", "place")


def test_the_functions_are_those_of_the_guide(machine: Api, give: Any) -> None:
    told = Api(machine.client, {}).get("/api/v1/schemas/expressions.json").json()["functions"]
    rows = [
        f"| `{each['signature']}` | {each['description']} |"
        f" `{each['example']}` → `{each['result']}` |"
        for each in told
    ]
    assert functions_table().splitlines()[2:] == rows
    add = next(each for each in told if each["name"] == "decimal.add")
    of_example, of_result = (
        give("steps.send.with.body.a", f"${{{{ {add[part]} }}}}") for part in ("example", "result")
    )
    assert of_example["value"] == of_result["value"] == "0.30"


def test_a_document_that_cannot_be_read_is_refused(machine: Api) -> None:
    asked = {"document": "name: [", "place": "subject", "text": "a", "data": {}}
    assert_problem(machine.post(AT, asked), 422, "definition_refused")
