from __future__ import annotations

import uuid
from typing import Self

from pydantic import Field

from api.schemas.base import Out
from core.submissions.models import Upload


class UploadOut(Out):
    """A file that is kept until a submission names it, for a day at most."""

    id: uuid.UUID = Field(description="Name it in the submission, in the list of its question.")
    name: str
    size: int = Field(description="In bytes.")
    type: str = Field(description="Media type, by its content.")

    @classmethod
    def of(cls, upload: Upload) -> Self:
        return cls(id=upload.pk, name=upload.name, size=upload.size, type=upload.media_type)


class FileOut(UploadOut):
    """A file of a submission."""

    field: str = Field(description="The question that it answers.")
    url: str = Field(description="Where those who may read it download it.")
