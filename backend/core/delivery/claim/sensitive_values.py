"""Values that an attempt uses but must not record."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

from core.sealing.data_keys import OpenKey
from core.submissions.sensitive import output_seal, output_spot
from integrations.sdk import Hidden


@dataclass(frozen=True, slots=True)
class SensitiveValues:
    """Sensitive answers, opened for one attempt. ``names``: fields; ``key`` seals its output."""

    organization_id: uuid.UUID
    submission_id: uuid.UUID
    names: frozenset[str]
    hidden: Hidden = field(repr=False)
    key: OpenKey = field(repr=False)

    def output(
        self, step_key: str, redacted: dict[str, Any], full: dict[str, Any]
    ) -> dict[str, Any]:
        """The stored form of an output with sensitive values, for the following steps."""
        spot = output_spot(self.organization_id, self.submission_id, step_key)
        return output_seal(redacted, full, spot, self.key)
