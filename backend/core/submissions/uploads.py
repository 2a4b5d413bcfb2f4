"""Files of submissions: taken in, given to a submission, read, removed."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

import structlog
from django.conf import settings
from django.core.files import File
from django.core.files.storage import Storage, storages
from django.db.models import Exists, OuterRef
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.errors import DomainError, FieldError, NotFound, Unavailable, Unprocessable
from core.submissions.models import Submission, Upload
from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion
from waybill_definitions.document import FileQuestion
from waybill_definitions.forms import FILE_KINDS, WrongFile, file_kind
from waybill_definitions.languages import ENGLISH, problem_in, sentence_in, value_in, words_in
from waybill_definitions.text.typed import text_clean

log = structlog.get_logger(__name__)

UNCLAIMED_KEPT = timedelta(days=1)
_BATCH = 500
_NAME_MOST = 200
_NOT_IN_NAMES = re.compile(r'[\r\n/\\:*?"<>|]')


class FileTooLarge(DomainError):
    status = 413
    code = "too_large"
    title = "The file is too large"


def upload_take(
    *, version: WorkflowVersion, field: str, file: File[bytes], language: str = ENGLISH
) -> Upload:
    """Keep a file for a question of this form until a submission names it.

    Raises Unprocessable when the form has no such question or the file is of another kind,
    FileTooLarge, and Unavailable where files are not kept at all. Told in ``language``.
    """
    question = form_of(version).files.get(field)
    if question is None:
        asked = field[:63]
        raise _refused("field", f"The form asks for no file in “{asked}”.")
    size = file.size
    limit = min(question.max_bytes, settings.WAYBILL_MAX_UPLOAD_BYTES)
    if size > limit:
        sizes = {"size": _megabytes(size, language), "most": _megabytes(limit, language)}
        raise FileTooLarge(sentence_in("file_large", language, sizes))
    name = name_clean(file.name or "")
    media_type = _media_type(question, file, name, language)
    stored_as = f"{version.organization_id}/{uuid.uuid4().hex}"
    digest = _digest(file)
    _storage().save(stored_as, file)
    return Upload.objects.create(
        organization_id=version.organization_id,
        workflow_id=version.workflow_id,
        field=field,
        name=name,
        size=size,
        media_type=media_type,
        sha256=digest,
        stored_as=stored_as,
    )


def uploads_describe(
    version: WorkflowVersion, data: Mapping[str, Any], language: str = ENGLISH
) -> dict[str, Any]:
    """The data with what is known of each file in place of its id.

    Raises Unprocessable for an id that is not of this form's organization, workflow and question,
    told in ``language``.
    """
    described = dict(data)
    for key in form_of(version).files:
        ids = [uuid.UUID(text) for text in data.get(key, ())]
        known = Upload.objects.owned_by(version.organization_id).in_bulk(ids)
        for index, upload_id in enumerate(ids):
            upload = known.get(upload_id)
            if upload is None or (upload.workflow_id, upload.field) != (version.workflow_id, key):
                gone = sentence_in("file_gone", language)
                raise _refused(f"data.{key}.{index}", gone, language)
        if ids:
            described[key] = [_description(known[each]) for each in ids]
    return described


def uploads_by_id(version: WorkflowVersion, data: Mapping[str, Any]) -> dict[str, Any]:
    """Data of a submission as its sender sent it: with the ids of its files alone."""
    sent = dict(data)
    for key in form_of(version).files:
        answers = sent.get(key)
        if isinstance(answers, list):
            sent[key] = [each.get("id") if isinstance(each, dict) else each for each in answers]
    return sent


def uploads_claim(
    submission: Submission, version: WorkflowVersion, shared_with: Submission | None = None
) -> None:
    """Give the files that a new submission names to it, in its transaction.

    One that sends another again names the other's (``shared_with``) or those that the other names,
    which stay where they are. Raises Unprocessable when a third submission has one of them.
    """
    ids = [each["id"] for key in form_of(version).files for each in submission.data.get(key, ())]
    if not ids:
        return
    named = Upload.objects.owned_by(submission.organization_id).filter(pk__in=ids)
    claimed = named.filter(submission_id=None).update(submission_id=submission.pk)
    if shared_with is not None:
        theirs = {each["id"] for each in files_of(shared_with)}
        claimed += named.filter(pk__in=theirs).exclude(submission_id=submission.pk).count()
    if claimed != len(ids):
        raise Unprocessable(
            "A file belongs to another submission already. Upload it again.",
            errors=[
                FieldError(f"data.{key}", "Upload it again.") for key in form_of(version).files
            ],
        )


def upload_get(
    *, organization: Organization, submission: Submission, upload_id: uuid.UUID
) -> Upload:
    """A file that a submission names. Raises NotFound."""
    named = {each["id"] for each in files_of(submission)}
    upload = Upload.objects.owned_by(organization).filter(pk=upload_id).first()
    if upload is None or str(upload_id) not in named:
        raise NotFound("This submission has no such file, or it was removed.")
    return upload


def files_of(submission: Submission) -> list[dict[str, Any]]:
    """What a submission's data tells of its files, each with its ``field``."""
    return [
        {"field": key, **each}
        for key in form_of(submission.version).files
        for each in submission.data.get(key, ())
        if isinstance(each, dict)
    ]


def upload_open(upload: Upload) -> BinaryIO:
    """Its content. Raises NotFound when that is gone."""
    try:
        return cast("BinaryIO", _storage().open(upload.stored_as))
    except FileNotFoundError:
        raise NotFound("The content of this file is gone.") from None


def uploads_remove(*, organization: Organization, submission_ids: Sequence[uuid.UUID]) -> int:
    """Remove the files of submissions that are deleted; how many there were."""
    mine = Upload.objects.owned_by(organization).filter(submission_id__in=submission_ids)
    return _remove(list(mine))


def uploads_clear() -> int:
    """Remove files that no submission named for a day, and those whose submission is gone.

    Acts for every organization.
    """
    uploads = Upload.objects.across_organizations("all keep unnamed files equally long")
    left = uploads.filter(submission_id=None, created_at__lt=Now() - UNCLAIMED_KEPT)
    theirs = Submission.objects.across_organizations("the file says which submission")
    gone = ~Exists(theirs.filter(pk=OuterRef("submission_id")))
    orphaned = uploads.exclude(submission_id=None).filter(gone)
    return _remove(list(left[:_BATCH])) + _remove(list(orphaned[:_BATCH]))


def name_clean(name: str) -> str:
    """A name without path, control characters and tricks, for people to read."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = text_clean(_NOT_IN_NAMES.sub("", last)).strip(" .")
    stem, dot, end = plain.rpartition(".")
    if len(plain) > _NAME_MOST and dot:
        plain = stem[: _NAME_MOST - len(end) - 1] + dot + end
    return plain[:_NAME_MOST] or "file"


def _media_type(question: FileQuestion, file: File[bytes], name: str, language: str) -> str:
    try:
        kind = file_kind(cast("BinaryIO", file), name)
        if kind not in question.accept:
            raise WrongFile("file_other", kind)
    except WrongFile as error:
        raise _refused("file", _wrong(question, error, language), language) from None
    return FILE_KINDS[kind].media_type


def _wrong(question: FileQuestion, error: WrongFile, language: str) -> str:
    """Why a file is not taken, and which are."""
    named = words_in(language).form.kinds.model_dump()
    kinds = {"kinds": ", ".join(named[kind] for kind in question.accept)}
    values = {**error.values, **({"kind": named[error.kind]} if error.kind else {}), **kinds}
    said = sentence_in(error.sentence, language, values)
    if error.sentence == "file_kind":
        return said
    return f"{said} {sentence_in('file_takes', language, kinds)}"


def _remove(uploads: Sequence[Upload]) -> int:
    """The content first: a row without content is removed the next time, the reverse never."""
    storage = _storage() if uploads else None
    for upload in uploads:
        if storage is not None:
            storage.delete(upload.stored_as)
        upload.delete()
    return len(uploads)


def _storage() -> Storage:
    if "uploads" not in settings.STORAGES:
        raise Unavailable("No files can be kept here yet: the administrator sets a place for them.")
    return storages["uploads"]


def _digest(file: File[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def _description(upload: Upload) -> dict[str, Any]:
    return {
        "id": str(upload.pk),
        "name": upload.name,
        "size": upload.size,
        "type": upload.media_type,
        "sha256": upload.sha256,
    }


def _refused(field: str, message: str, language: str = ENGLISH) -> Unprocessable:
    return Unprocessable(problem_in("file", language), errors=[FieldError(field, message)])


def _megabytes(size: int, language: str) -> str:
    return f"{value_in(Decimal(f'{size / 1024 / 1024:.1f}'), language)} MiB"
