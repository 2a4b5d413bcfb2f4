"""A link to a record is an address of the web, or there is none."""

from __future__ import annotations

import pytest

from integrations.sdk import Output


@pytest.mark.parametrize(
    "address", ["https://erp.example/#db/model/party.party/7", "http://crm.internal:8080/leads/7"]
)
def test_an_address_of_the_web_is_a_link(address: str) -> None:
    assert Output(record_url=address).record_url == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript://x/%0aalert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "//evil.example/7",
        "https://",
        "https://[broken",
        "https://erp.example/a b",
        "https://erp.example/" + "x" * 500,
        "",
    ],
)
def test_anything_else_is_none(address: str) -> None:
    assert Output(record_url=address).record_url is None
