"""The form of a definition: its questions, its pages, and what it says to its visitors."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints, model_validator

from waybill_definitions.document.shape.contrast import accent_read
from waybill_definitions.document.shape.part import Part
from waybill_definitions.document.shape.questions import Question, QuestionKey, Template
from waybill_definitions.document.shape.words import LANGUAGE, InWords, Label, Prose, Title, Words
from waybill_definitions.text.coded import Coded, FaultCode

FormAddress = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=50)
]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE)]
_Address = Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$", max_length=2000)]


class Look(Part):
    """How the form looks."""

    logo: _Address | None = Field(default=None, description="The address of a picture, https.")
    accent: Annotated[str, AfterValidator(accent_read)] | None = Field(
        default=None, pattern=r"^#[0-9a-fA-F]{6}$", description="The colour of buttons: #0b6e4f."
    )


class Sent(Part):
    """What people read and where they go after they sent the form."""

    title: Title = ""
    text: Prose = ""
    redirect: _Address | None = Field(
        default=None, description="Where they are led; the site must be allowed for the form."
    )


class Page(Part):
    """Questions that are asked together."""

    title: Title = ""
    intro: Prose = ""
    fields: list[QuestionKey] = Field(min_length=1, max_length=200)
    show_if: Template | bool = Field(
        default="", description="A condition, ${{ … }}, on the answers of the pages before it."
    )


class Rule(Part):
    """What must hold between answers."""

    check: Template = Field(min_length=1, description="A condition, ${{ … }}, that must be true.")
    message: Annotated[Words, InWords(500, needed=True)]
    field: QuestionKey = Field(description="The question at which the message is shown.")


class FormDefinition(Part):
    """What people are asked. Without an ``address`` only the API submits to the workflow."""

    address: FormAddress | None = Field(
        default=None, description="Of the public form: /f/<address>. Without one it has no page."
    )
    languages: list[Language] = Field(
        default=["en"], min_length=1, max_length=20, description="The first is the default."
    )
    title: Label = Field(description="The heading of the page.")
    intro: Prose = Field(default="", description="What people read first.")
    submit_label: Annotated[Words, InWords(60)] = ""
    minutes: int | None = Field(
        default=None, ge=1, le=600, description="How long it takes; else it is estimated."
    )
    look: Look = Field(default_factory=Look)
    sent: Sent = Field(default_factory=Sent)
    opens: AwareDatetime | None = Field(default=None, description="With its offset from UTC.")
    closes: AwareDatetime | None = None
    most: int | None = Field(default=None, ge=1, description="Submissions; then it closes.")
    late: Annotated[Words, InWords(500)] = Field(
        default="", description="For those who come too late."
    )
    without_script: Literal["refuse", "mail"] = Field(
        default="refuse",
        description="For visitors without script, where the form keeps bots away by a task.",
    )
    fields: dict[QuestionKey, Question] = Field(
        min_length=1, max_length=2000, description="The questions by key, in the form's order."
    )
    pages: list[Page] = Field(default_factory=list, max_length=200)
    rules: list[Rule] = Field(default_factory=list, max_length=100)

    @model_validator(mode="after")
    def _closes_after_opening(self) -> Self:
        opens: datetime | None = self.opens
        if opens is not None and self.closes is not None and self.closes <= opens:
            raise ValueError(
                Coded(
                    FaultCode.CLOSES_FIRST,
                    "`closes` is not after `opens`; the form would never be open",
                )
            )
        return self
