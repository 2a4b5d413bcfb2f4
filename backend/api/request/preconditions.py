"""Conditional changes: `ETag` and `If-Match` (RFC 9110, 13.1.1) over a row's revision."""

from __future__ import annotations

import re

_REVISION = re.compile("[0-9]{1,9}")
_TAG = re.compile(r'(W/)?"([!#-~]*)"')


def etag(revision: int) -> str:
    """The entity tag of a row at this revision."""
    return f'"{revision}"'


def revisions_expected(if_match: str | None) -> frozenset[int] | None:
    """The revisions that `If-Match` names; None when any will do.

    A weak tag and one that is not ours match nothing.
    """
    if if_match is None or if_match.strip() == "*":
        return None
    return frozenset(
        int(tag)
        for weak, tag in _TAG.findall(if_match)
        if not weak and re.fullmatch("[0-9]{1,9}", tag)
    )
