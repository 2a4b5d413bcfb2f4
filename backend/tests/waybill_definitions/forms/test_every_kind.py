"""A form with every kind of question: what is stored of answers, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from waybill_definitions.document import definition_read
from waybill_definitions.forms import Form, form_json_schema, form_prepare

_DOCUMENT = """\
workflow: order
name: Order
form:
  languages: [en, de]
  title: {en: Order, de: Bestellung}
  pages:
    - fields: [company, email, phone, website, people, weight, budget, day, at, visit, news, terms]
    - fields: [plan, why, topics, country, address, stars, sign, source, papers, since, until,
        lines]
      title: {en: Your order, de: Ihre Bestellung}
    - {fields: [count, total]}
  fields:
    count: {kind: calculated, label: Rows, type: integer, value: "${{ input.lines.size() }}"}
    total:
      kind: calculated
      label: Total
      type: decimal
      value: ${{ decimal.sum(input.lines.map(line, line.price)) }}
    company:
      kind: text
      label: {en: Company, de: Firma}
      pattern: "[A-Z].*"
      pattern_message: {en: Begin with a capital., de: Beginnen Sie groß.}
    email: {kind: email, label: E-mail}
    phone: {kind: phone, label: Phone, region: AT, required: false}
    website: {kind: url, label: Web}
    people: {kind: integer, label: People, minimum: 1, maximum: 999}
    weight: {kind: decimal, label: Weight, decimals: 3, maximum: 100}
    budget: {kind: money, label: Budget, currencies: [EUR, JPY], minimum: 1}
    day: {kind: date, label: Day, minimum: today+1}
    at: {kind: time, label: At, minimum: "08:00"}
    visit: {kind: datetime, label: Visit, zone: Europe/Vienna}
    news: {kind: boolean, label: News}
    terms: {kind: consent, label: Terms, text: {en: I agree., de: Ich stimme zu.}}
    plan:
      kind: choice
      label: Plan
      choices: [{value: small, label: Small}, {value: large, label: Large}]
    why: {kind: multiline, label: Why, show_if: "${{ input.plan == 'large' }}"}
    topics:
      kind: choices
      label: Topics
      maximum: 2
      choices: [{value: x, label: X}, {value: y, label: Y}, {value: z, label: Z}]
    country: {kind: country, label: Country}
    address: {kind: address, label: Address}
    stars: {kind: rating, label: Stars}
    sign: {kind: signature, label: Sign}
    source: {kind: hidden, query: campaign}
    papers: {kind: file, label: Papers, required: false}
    since: {kind: date, label: Since}
    until: {kind: date, label: Until}
    lines:
      kind: group
      label: Lines
      minimum: 1
      maximum: 3
      fields:
        part:
          kind: choice
          label: Part
          choices: [{value: lamp, label: Lamp}, {value: table, label: Table}]
        note: {kind: text, label: Note, show_if: "${{ row.part == 'table' }}"}
        quantity: {kind: integer, label: Quantity, minimum: 1}
        each: {kind: decimal, label: Each}
        price:
          kind: calculated
          label: Price
          type: decimal
          value: ${{ decimal.multiply(row.each, row.quantity) }}
  rules:
    - check: ${{ input.until >= input.since }}
      message: {en: Not before the first day., de: Nicht vor dem ersten Tag.}
      field: until
steps:
  send: {use: api/request.send, with: {path: /orders}}
"""
SENT: dict[str, Any] = {
    "company": " ACME ",
    "email": "Ada@Example.com",
    "website": "www.example.com",
    "people": 5,
    "weight": "12.50",
    "budget": {"amount": "1234.5", "currency": "eur"},
    "day": "2999-01-05",
    "at": "14:30:00",
    "visit": {"at": "2026-12-01T14:30", "zone": "Europe/Vienna"},
    "news": False,
    "terms": True,
    "plan": "large",
    "why": "We grow.",
    "topics": ["x", "y"],
    "country": "at",
    "address": {
        "street": "Ring 1",
        "more": " ",
        "postcode": "1010",
        "city": "Wien",
        "country": "AT",
    },
    "stars": 4,
    "sign": {"name": "Ada Byron", "path": "M1 2L3 4"},
    "since": "2026-01-01",
    "until": "2026-02-01",
    "lines": [
        {"part": "lamp", "quantity": 3, "each": "0.10"},
        {"part": "table", "quantity": 1, "each": "10.00", "note": "Oak"},
    ],
}
STORED = SENT | {
    "company": "ACME",
    "email": "Ada@example.com",
    "website": "https://www.example.com",
    "budget": {"amount": "1234.50", "currency": "EUR"},
    "at": "14:30",
    "visit": {"at": "2026-12-01T14:30:00+01:00", "zone": "Europe/Vienna"},
    "terms": {"agreed": True, "text": "Ich stimme zu.", "language": "de"},
    "country": "AT",
    "address": {"street": "Ring 1", "postcode": "1010", "city": "Wien", "country": "AT"},
    "lines": [
        {"part": "lamp", "quantity": 3, "each": "0.10", "price": "0.30"},
        {"part": "table", "quantity": 1, "each": "10.00", "note": "Oak", "price": "10.00"},
    ],
    "count": 2,
    "total": "10.30",
}


@pytest.fixture(scope="module")
def form() -> Form:
    return form_prepare(definition_read(_DOCUMENT).form)


def faults(form: Form, changed: dict[str, Any], language: str = "en") -> list[tuple[str, str]]:
    found = form.check(SENT | changed, language=language).faults
    return [(".".join(map(str, each["loc"])), form.words(each, language)) for each in found]


def test_good_answers_are_stored_clean(form: Form) -> None:
    checked = form.check(SENT, language="de")
    assert checked.faults == []
    assert checked.answers == STORED
    assert checked.hidden == [("lines", 0, "note")]


def test_what_was_stored_may_be_sent_again(form: Form) -> None:
    checked = form.check(STORED, language="de")
    assert (checked.faults, checked.answers) == ([], STORED)


def test_the_questions_stand_in_the_order_of_the_pages(form: Form) -> None:
    assert list(form.questions)[-2:] == ["count", "total"]
    assert list(form_json_schema(form)["properties"]) == list(form.questions)


@pytest.mark.parametrize("nothing", [None, "", " \u200b", [], {}])
@pytest.mark.parametrize("key", sorted(SENT))
def test_no_answer_is_one_thing(form: Form, key: str, nothing: object) -> None:
    assert faults(form, {key: nothing})[0] == (key, "This field is needed.")


@pytest.mark.parametrize(
    ("key", "answer", "field"),
    [
        ("people", 0, "people"),
        ("people", "5", "people"),
        ("people", True, "people"),
        ("weight", "12.5005", "weight"),
        ("weight", "1e3", "weight"),
        ("weight", "100.001", "weight"),
        ("budget", {"amount": "12.345", "currency": "EUR"}, "budget.amount"),
        ("budget", {"amount": "12.5", "currency": "JPY"}, "budget"),
        ("budget", {"amount": "12", "currency": "USD"}, "budget.currency"),
        ("day", "2026-02-30", "day"),
        ("day", "2020-01-01", "day"),
        ("at", "07:59", "at"),
        ("visit", {"at": "2026-03-29T02:30", "zone": "Europe/Vienna"}, "visit"),
        ("visit", {"at": "2026-03-29T12:30", "zone": "Europe/Wien"}, "visit.zone"),
        ("news", "true", "news"),
        ("terms", False, "terms"),
        ("topics", ["x", "x"], "topics"),
        ("topics", ["x", "y", "z"], "topics"),
        ("address", {"street": "Ring 1", "city": "Wien", "country": "AT"}, "address.postcode"),
        ("stars", 6, "stars"),
        ("sign", {"name": "Ada", "path": "M1 2<script>"}, "sign.path"),
        ("website", "ftp://example.com", "website"),
        ("website", "https://ada:secret@example.com", "website"),
        ("lines", [SENT["lines"][0] | {"note": "No"}], "lines.0.note"),
        ("lines", [SENT["lines"][0]] * 4, "lines"),
        ("lines", [SENT["lines"][0] | {"price": "0.29"}], "lines.0.price"),
        ("total", "1.00", "total"),
        ("plan", "small", "why"),
    ],
)
def test_a_bad_answer_is_refused_at_its_place(
    form: Form, key: str, answer: object, field: str
) -> None:
    assert [at for at, _ in faults(form, {key: answer})] == [field]


def test_a_form_speaks_its_own_words(form: Form) -> None:
    assert faults(form, {"company": "acme"}, "de") == [("company", "Beginnen Sie groß.")]
    assert faults(form, {"until": "2025-01-01"}, "de") == [("until", "Nicht vor dem ersten Tag.")]


def test_money_of_a_currency_without_cents(form: Form) -> None:
    checked = form.check(SENT | {"budget": {"amount": "1200", "currency": "JPY"}})
    assert checked.answers["budget"] == {"amount": "1200", "currency": "JPY"}
