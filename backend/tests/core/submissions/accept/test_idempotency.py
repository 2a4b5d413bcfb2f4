from __future__ import annotations

import json

import pytest

from core.submissions.accept.idempotency import canonical_hash


def hashed(text: str) -> bytes:
    return canonical_hash(json.loads(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('{"a": 1, "b": {"c": 2, "d": 3}}', '{"b":{"d":3,"c":2},"a":1}'),
        ('{"a": "ü"}', '{"a": "\\u00fc"}'),
        ('{"a": 1e2}', '{"a": 100.0}'),
        ('{"a": [1,2]}', '{"a":\n[ 1, 2 ]}'),
    ],
)
def test_order_layout_and_escapes_do_not_matter(one: str, other: str) -> None:
    assert hashed(one) == hashed(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('{"a": 1}', '{"a": 1.0}'),
        ('{"a": 1}', '{"a": "1"}'),
        ('{"a": 1}', '{"a": true}'),
        ('{"a": null}', "{}"),
        ('{"a": [1, 2]}', '{"a": [2, 1]}'),
        ('{"a": "u\\u0308"}', '{"a": "\\u00fc"}'),
        ('{"a": "x "}', '{"a": "x"}'),
        ('{"a": 9007199254740993}', '{"a": 9007199254740992}'),
    ],
)
def test_values_of_another_type_or_text_are_another_body(one: str, other: str) -> None:
    assert hashed(one) != hashed(other)
