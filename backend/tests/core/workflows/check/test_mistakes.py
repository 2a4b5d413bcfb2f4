"""Every mistake is found, at its place, in words that say what to do; the guide lists them all."""

from __future__ import annotations

import pytest

from core.accounts.models import Organization
from core.workflows.versions import definition_faults
from tests.core.workflows.check.guide import COMMAND, GUIDE, guide_text
from tests.core.workflows.check.mistakes import DEFINITION, MISTAKES, Mistake
from waybill_definitions.document import Fault


def told(fault: Fault) -> str:
    place = f"{fault.place.line}:{fault.place.column}" if fault.place else "-"
    return f"{fault.at or '-'} {place} {fault.message}"


def test_the_definition_without_a_mistake_is_right(organization: Organization) -> None:
    assert definition_faults(organization=organization, document=DEFINITION) == ()


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told(organization: Organization, mistake: Mistake) -> None:
    assert DEFINITION.count(mistake.old) == 1
    document = DEFINITION.replace(mistake.old, mistake.written)
    faults = definition_faults(organization=organization, document=document)
    assert [told(fault) for fault in faults] == mistake.told


def test_the_guide_lists_these_mistakes() -> None:
    written = GUIDE.read_text(encoding="utf-8")
    assert written == guide_text(), f"The guide is out of date. Write it anew, {COMMAND}"
