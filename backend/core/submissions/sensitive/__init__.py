"""Answers that only some may see: sealed, masked, found again."""

from core.submissions.sensitive.answers import (
    SEALED,
    answers_redact_in_logs,
    answers_seal,
    output_open,
    output_seal,
    output_spot,
    search_hash,
    sensitive_answers,
    unsealed,
)
from core.submissions.sensitive.key_rotation import Answers, Outputs
from core.submissions.sensitive.masking import (
    MASK,
    hiding,
    masked,
    masked_names,
    sensitive_read,
    unmasked,
    whole_answers,
    whole_output,
)
from core.submissions.sensitive.mentions import ERASED, Mentions, values_in

__all__ = [
    "ERASED",
    "MASK",
    "SEALED",
    "Answers",
    "Mentions",
    "Outputs",
    "answers_redact_in_logs",
    "answers_seal",
    "hiding",
    "masked",
    "masked_names",
    "output_open",
    "output_seal",
    "output_spot",
    "search_hash",
    "sensitive_answers",
    "sensitive_read",
    "unmasked",
    "unsealed",
    "values_in",
    "whole_answers",
    "whole_output",
]
