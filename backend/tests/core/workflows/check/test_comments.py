"""What is said of texts with a comment behind them."""

from __future__ import annotations

import pytest

from core.accounts.models import Organization
from core.workflows.versions import definition_faults
from tests.core.workflows.check.mistakes import DEFINITION

CUT = (38, 31), "` #` begins a comment in YAML"
UNKNOWN = (38, 32), "`input.compny` is no field"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("${{ 'Order #1' + input.compny }}", [CUT]),
        ("${{ 'Ord',\t#1' + input.compny }}", [CUT]),
        ("${{   input.compny }} # ${{ input", [UNKNOWN]),
        ("${{   input.company }} # ${{ input", []),
        ('"${{ 1 + input.company #1"', [((38, 21), "this ${{ has no }}")]),
        ("${{ input.company#1", [((38, 20), "this ${{ has no }}")]),
    ],
)
def test_only_a_comment_that_cuts_an_expression_off_is_named(
    organization: Organization, written: str, told: list[tuple[tuple[int, int], str]]
) -> None:
    document = DEFINITION.replace(
        "description: Order of ${{ input.company }}", f"description: {written}"
    )
    assert document != DEFINITION
    faults = definition_faults(organization=organization, document=document)
    assert len(faults) == len(told)
    for fault, (place, words) in zip(faults, told, strict=True):
        assert fault.place is not None
        assert (fault.place.line, fault.place.column) == place
        assert words in fault.message
