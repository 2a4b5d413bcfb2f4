"""Answers that wait for a mailed link to be followed."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field

from api.schemas.base import Out
from api.schemas.people.accounts import OrganizationNameOut
from core.submissions.models import Confirmation
from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion
from waybill_definitions.document import words_in
from waybill_definitions.languages import language_direction
from waybill_definitions.languages import words_in as built_in


class MailedOut(Out):
    """A message is on its way."""

    email: str = Field(description="The address, as it was answered.")


class ConfirmationOut(Out):
    """What somebody who follows the link is asked, in the language of the form."""

    title: str = Field(description="Of the form.")
    organization: OrganizationNameOut
    language: str
    direction: Literal["ltr", "rtl"]
    text: str = Field(description="What following the link leads to.")
    send: str = Field(description="What the button says.")

    @classmethod
    def of(cls, version: WorkflowVersion, kept: Confirmation) -> Self:
        form = form_of(version)
        words = built_in(kept.language).form
        return cls(
            title=words_in(form.definition.title, kept.language, form.language),
            organization=OrganizationNameOut(name=version.organization.name),
            language=kept.language,
            direction=language_direction(kept.language),
            text=words.script.confirm,
            send=words.script.confirm_send,
        )
