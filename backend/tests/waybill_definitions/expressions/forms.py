"""A form, earlier steps and tables that the tests of expressions share."""

from __future__ import annotations

from typing import Any

from integrations.rest.models import RequestOut
from integrations.tryton.models import PartyOut
from waybill_definitions.expressions import (
    Boolean,
    Integer,
    ListOf,
    MappingRefused,
    Member,
    Number,
    Record,
    Scope,
    Text,
    mapping_compile,
    shape_of_model,
)

ROW = Record({"name": Member(Text(80)), "note": Member(Text(80), optional=True)})
FORM = Record(
    {
        "email": Member(Text(254)),
        "company": Member(Text(120)),
        "country": Member(Text(2)),
        "phone": Member(Text(16), optional=True),
        "iban": Member(Text(34), sensitive=True),
        "age": Member(Integer()),
        "amount": Member(Number()),
        "agreed": Member(Boolean()),
        "tags": Member(ListOf(Text(40), most=20)),
        "rows": Member(ListOf(ROW, most=50)),
        "numbers": Member(ListOf(Integer(), most=1000)),
        "address": Member(Record({"street": Member(Text())}), optional=True),
    }
)
TABLES = {"regions": {"AT": "emea", "US": "amer"}}
SCOPE = Scope(
    FORM,
    {
        "customer": shape_of_model(PartyOut),
        "call": Member(shape_of_model(RequestOut), optional=True),
    },
    TABLES,
)
CONTEXT: dict[str, Any] = {
    "input": {
        "email": "ada@example.com",
        "company": "Acme",
        "country": "AT",
        "iban": "AT611904300234573201",
        "age": 36,
        "amount": 1.5,
        "agreed": True,
        "tags": ["new", "vip"],
        "rows": [{"name": "one"}, {"name": "two", "note": "second"}],
        "numbers": [1, 2, 3],
    },
    "steps": {"customer": {"id": 7, "code": "C7"}},
    "submission": {"id": "0196", "reference": "WB-7K3M9QXD01"},
}


def computed(expression: str, **answers: Any) -> Any:
    """What an expression gives as a whole value; None if its key is left out."""
    context = CONTEXT | {"input": CONTEXT["input"] | answers}
    compiled = mapping_compile({"out": f"${{{{ {expression} }}}}"}, SCOPE)
    return compiled.compute(context).get("out")


def refused(expression: str, scope: Scope = SCOPE) -> list[str]:
    """The faults of an expression; empty if there is none."""
    try:
        mapping_compile({"out": f"${{{{ {expression} }}}}"}, scope)
    except MappingRefused as error:
        return [str(fault) for fault in error.faults]
    return []
