"""A submission by what people call it."""

from __future__ import annotations

import uuid

from waybill import Waybill
from waybill.cli.problems import Exit, Problem


def submission_named(waybill: Waybill, name: str) -> uuid.UUID:
    """The id of a submission that is named by its id or its reference. Raises Problem."""
    try:
        return uuid.UUID(name)
    except ValueError:
        pass
    reference = name.strip().upper()
    for found in waybill.submissions(search=reference, page_size=2):
        if found.reference == reference:
            return found.id
    raise Problem(
        f"There is no submission {reference}.",
        "Name it by its id or its reference, such as WB-7K3M9QXD01: `waybill runs` lists them.",
        Exit.FAILED,
    )
