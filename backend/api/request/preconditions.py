"""Conditional changes: `ETag` and `If-Match` (RFC 9110, 13.1.1)."""

from __future__ import annotations

import re

_TAG = re.compile(r'(W/)?"([!#-~]*)"')


def etag(tag: str) -> str:
    """The header's value for a state of this tag."""
    return f'"{tag}"'


def tags_expected(if_match: str | None) -> frozenset[str] | None:
    """The tags that `If-Match` names; None when any will do. A weak tag matches nothing."""
    if if_match is None or if_match.strip() == "*":
        return None
    return frozenset(tag for weak, tag in _TAG.findall(if_match) if not weak)
