"""What delivery would send for these answers. Nothing is sent, and nothing is written."""

from core.delivery.preview.evaluating import Evaluated, text_evaluate
from core.delivery.preview.previewing import (
    Fate,
    Note,
    Preview,
    PreviewedStep,
    Skip,
    answers_preview,
)
from core.delivery.preview.samples import output_sample
from core.delivery.preview.states import state_of_document, state_of_workflow
from integrations.sdk import Shown

__all__ = [
    "Evaluated",
    "Fate",
    "Note",
    "Preview",
    "PreviewedStep",
    "Shown",
    "Skip",
    "answers_preview",
    "output_sample",
    "state_of_document",
    "state_of_workflow",
    "text_evaluate",
]
