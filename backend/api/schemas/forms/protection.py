"""What public forms ask of those who send them, and the settings for it."""

from __future__ import annotations

from typing import Self

from pydantic import Field, StrictBool, StrictInt

from api.schemas.base import In, Json, OpenedVersion, Out, Text
from api.schemas.forms.forms import Language
from api.schemas.submissions.submissions import SubmissionIn
from core.workflows.protection import LONGEST_MIN_SECONDS, ORIGINS_MOST, Protection


class FormProofIn(In):
    """What a page sends beside the answers; see `protection` of the form."""

    website: Text = Field(default="", max_length=500, description="Stays empty: nobody sees it.")
    ticket: Text = Field(default="", max_length=500, description="From `getFormTicket`.")
    proof: Text = Field(
        default="", max_length=4000, description="The solved task, in base64, as ALTCHA has it."
    )


class FormSubmissionIn(SubmissionIn):
    """The answers to a public form."""

    version: OpenedVersion = None
    language: Language = None
    protection: FormProofIn | None = None


class FormTicketOut(Out):
    """Shows when a form was opened. Good for two hours and a few tries."""

    ticket: str
    wait_seconds: int = Field(description="The form may be sent so long after this answer.")
    challenge: Json | None = Field(
        description="A task in the format of ALTCHA, version 2; null where none is asked for."
    )


class ProtectionIn(In):
    """What a public form asks of those who send it."""

    honeypot: StrictBool = Field(description="A field that people do not see must stay empty.")
    min_seconds: StrictInt = Field(
        ge=0, le=LONGEST_MIN_SECONDS, description="Between opening and sending the form; 0: any."
    )
    proof_of_work: StrictBool = Field(description="The browser solves a task of about a second.")
    allowed_origins: list[Text] = Field(
        max_length=ORIGINS_MOST,
        description="Pages that may send or embed the form besides Waybill's own, such as "
        "`https://www.example.com`. Empty: it may be sent from anywhere, and embedded nowhere.",
    )


class ProtectionOut(Out):
    """The protection of a workflow's public form."""

    honeypot: bool
    min_seconds: int
    proof_of_work: bool
    allowed_origins: list[str]

    @classmethod
    def of(cls, protection: Protection) -> Self:
        return cls(
            honeypot=protection.honeypot,
            min_seconds=protection.min_seconds,
            proof_of_work=protection.proof_of_work,
            allowed_origins=list(protection.allowed_origins),
        )
