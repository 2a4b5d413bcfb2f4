from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import EmailStr, TypeAdapter, ValidationError, WrapValidator

from waybill_definitions.forms.emails import email_plain

WHOLE: TypeAdapter[str] = TypeAdapter(EmailStr)
SHORTER: TypeAdapter[str] = TypeAdapter(Annotated[EmailStr, WrapValidator(email_plain)])

ADDRESSES = [
    "ada@example.com",
    "ada.byron+crm@Sub.Example.COM",
    "Ada@example.com",
    "POSTMASTER@example.com",
    "postmaster@example.com",
    " ada@example.com ",
    "Ada Byron <ada@example.com>",
    "a..b@example.com",
    ".a@example.com",
    "a.@example.com",
    "a@b",
    "a@-b.com",
    "a@b-.com",
    "a@b..com",
    "a@.com",
    "a@com.",
    "a@xn--bcher-kva.example",
    "a@bücher.example",
    "ü@example.com",
    "a@localhost",
    "a@host.local",
    "a@host.test",
    "a@1.2.3.4",
    "a@[1.2.3.4]",
    f"{'a' * 64}@example.com",
    f"{'a' * 65}@example.com",
    f"a@{'b' * 63}.com",
    f"a@{'b' * 64}.com",
    f"{'a' * 64}@{'.'.join(['b' * 60] * 3)}.com",
    f"{'a' * 64}@{'.'.join(['b' * 62] * 3)}.com",
    "a@example.com\n",
    "a@exa_mple.com",
    '"a b"@example.com',
    "a@ab--c.com",
    "",
    "@",
    7,
    None,
]


def told(adapter: TypeAdapter[str], address: object) -> object:
    try:
        return adapter.validate_python(address)
    except ValidationError as error:
        return [(item["type"], item["msg"]) for item in error.errors()]


@pytest.mark.parametrize("address", ADDRESSES, ids=repr)
def test_the_shorter_way_ends_where_the_whole_one_does(address: object) -> None:
    expected = told(WHOLE, address)
    assert told(SHORTER, address) == expected
    assert told(SHORTER, address) == expected, "the second time, when the domain is known"


def test_the_schema_is_that_of_an_address() -> None:
    assert SHORTER.json_schema() == WHOLE.json_schema()
