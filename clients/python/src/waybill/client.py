"""The hand-written face of the generated client."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, ParamSpec, Self, TypeVar

import httpx
from httpx_sse import SSEError, aconnect_sse, connect_sse

from waybill.answers import refusal_raise, refusal_raise_async, understood, value_of
from waybill.api import AuthenticatedClient
from waybill.api.api.accounts import get_me
from waybill.api.api.submissions import get_submission, list_submissions
from waybill.api.api.workflows import submit_workflow, upload_workflow_file
from waybill.api.models.me_out import MeOut
from waybill.api.models.problem import Problem
from waybill.api.models.submission_detail_out import SubmissionDetailOut
from waybill.api.models.submission_out import SubmissionOut
from waybill.api.models.submission_status import SubmissionStatus
from waybill.api.models.upload_out import UploadOut
from waybill.api.models.upload_workflow_file_multi_part_body_params import (
    UploadWorkflowFileMultiPartBodyParams,
)
from waybill.api.types import UNSET, File, Response
from waybill.errors import WaybillError
from waybill.following import Following, Seen
from waybill.submitting import Accepted, Tries, accepted_as, body_of, key_made

P = ParamSpec("P")
T = TypeVar("T")

PATIENCE_SECONDS = 300.0
_MOST_ON_A_PAGE = 100


def _file_of(question: str, path: Path, content: BinaryIO) -> UploadWorkflowFileMultiPartBodyParams:
    return UploadWorkflowFileMultiPartBodyParams(file=File(content, path.name), field=question)


class Bearer(httpx.Auth):
    """Signs requests with one API key or access token."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


class _Caller:
    """One caller of one server.

    ``credential``: an API key or an access token, or what signs each request.
    """

    _refused: Callable[[httpx.Response], Any]

    def __init__(self, url: str, credential: str | httpx.Auth, *, timeout: float = 30.0) -> None:
        self.url = url.rstrip("/")
        self.api = AuthenticatedClient(
            base_url=self.url,
            token="",
            timeout=httpx.Timeout(timeout),
            headers={"User-Agent": f"waybill-python/{version('waybill')}"},
            httpx_args={
                "auth": Bearer(credential) if isinstance(credential, str) else credential,
                "event_hooks": {"response": [type(self)._refused]},
            },
        )
        """For every operation of the API, as a module of `waybill.api.api`."""


class Waybill(_Caller):
    """Waybill's API. Raises WaybillError; see `waybill.errors`."""

    _refused = staticmethod(refusal_raise)

    def __enter__(self) -> Self:
        self.api.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.api.__exit__(kind, error, trace)

    def call(
        self, operation: Callable[P, Response[T | Problem]], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run any operation: ``waybill.call(get_me.sync_detailed, client=waybill.api)``."""
        return self.call_with_headers(operation, *args, **kwargs)[0]

    def call_with_headers(
        self, operation: Callable[P, Response[T | Problem]], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, Mapping[str, str]]:
        """The same, with the headers of the answer, such as its `ETag`."""
        with understood(self.url):
            response = operation(*args, **kwargs)
            return value_of(response), response.headers

    def me(self) -> MeOut:
        """Who the key belongs to, and what it may do."""
        return self.call(get_me.sync_detailed, client=self.api)

    def submit(
        self, workflow: str, data: Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> Accepted:
        """Submit, and again under the same key when no answer comes or the server asks for it."""
        key = idempotency_key or key_made()
        body, tries = body_of(data), Tries()
        while True:
            try:
                answer, headers = self.call_with_headers(
                    submit_workflow.sync_detailed,
                    workflow,
                    client=self.api,
                    body=body,
                    idempotency_key=key,
                )
            except WaybillError as error:
                time.sleep(tries.pause(error))
            else:
                return accepted_as(answer, headers, key)

    def upload(self, workflow: str, question: str, path: Path) -> UploadOut:
        """Upload a file that a submission will name, by its id. Raises OSError if unreadable."""
        with path.open("rb") as content:
            return self.call(
                upload_workflow_file.sync_detailed,
                workflow,
                client=self.api,
                body=_file_of(question, path, content),
            )

    def submission(self, submission_id: uuid.UUID) -> SubmissionDetailOut:
        """One submission with its steps and every attempt."""
        return self.call(get_submission.sync_detailed, submission_id, client=self.api)

    def submissions(
        self,
        *,
        status: SubmissionStatus | None = None,
        workflow: str | None = None,
        search: str | None = None,
        page_size: int = _MOST_ON_A_PAGE,
    ) -> Iterator[SubmissionOut]:
        """Submissions, newest first; the next page is asked for when it is needed."""
        cursor: str | None = None
        while True:
            page = self.call(
                list_submissions.sync_detailed,
                client=self.api,
                status=[status] if status else UNSET,
                workflow=[workflow] if workflow else UNSET,
                q=search or UNSET,
                cursor=cursor or UNSET,
                limit=page_size,
            )
            yield from page.items
            cursor = page.next_cursor
            if cursor is None:
                return

    def follow(
        self,
        submission_id: uuid.UUID,
        *,
        after: int = 0,
        patience: float = PATIENCE_SECONDS,
        lost: Callable[[WaybillError, float], None] | None = None,
    ) -> Iterator[Seen]:
        """Each event after that one, and each new state, until the submission has ended.

        Reconnects, and tells ``lost`` why and in how many seconds. Raises Unreachable after
        ``patience`` seconds without a connection.
        """
        stream = Following(self.url, submission_id, after, patience, lost)
        http = self.api.get_httpx_client()
        while not stream.ended:
            failure: Exception | None = None
            try:
                with connect_sse(
                    http, "GET", stream.path, headers=stream.headers, timeout=stream.timeout
                ) as source:
                    stream.opened()
                    for sent in source.iter_sse():
                        if (seen := stream.read(sent)) is not None:
                            yield seen
            except (httpx.RequestError, SSEError, WaybillError) as error:
                failure = error
            if not stream.ended:
                time.sleep(stream.again(failure))


class AsyncWaybill(_Caller):
    """Waybill's API for asyncio. Raises WaybillError; see `waybill.errors`."""

    _refused = staticmethod(refusal_raise_async)

    async def __aenter__(self) -> Self:
        await self.api.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.api.__aexit__(kind, error, trace)

    async def call(
        self,
        operation: Callable[P, Awaitable[Response[T | Problem]]],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run any operation: ``await waybill.call(get_me.asyncio_detailed, client=…)``."""
        return (await self.call_with_headers(operation, *args, **kwargs))[0]

    async def call_with_headers(
        self,
        operation: Callable[P, Awaitable[Response[T | Problem]]],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> tuple[T, Mapping[str, str]]:
        """The same, with the headers of the answer, such as its `ETag`."""
        with understood(self.url):
            response = await operation(*args, **kwargs)
            return value_of(response), response.headers

    async def me(self) -> MeOut:
        """Who the key belongs to, and what it may do."""
        return await self.call(get_me.asyncio_detailed, client=self.api)

    async def submit(
        self, workflow: str, data: Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> Accepted:
        """Submit, and again under the same key when no answer comes or the server asks for it."""
        key = idempotency_key or key_made()
        body, tries = body_of(data), Tries()
        while True:
            try:
                answer, headers = await self.call_with_headers(
                    submit_workflow.asyncio_detailed,
                    workflow,
                    client=self.api,
                    body=body,
                    idempotency_key=key,
                )
            except WaybillError as error:
                await asyncio.sleep(tries.pause(error))
            else:
                return accepted_as(answer, headers, key)

    async def upload(self, workflow: str, question: str, path: Path) -> UploadOut:
        """Upload a file that a submission will name, by its id. Raises OSError if unreadable."""
        with path.open("rb") as content:
            return await self.call(
                upload_workflow_file.asyncio_detailed,
                workflow,
                client=self.api,
                body=_file_of(question, path, content),
            )

    async def submission(self, submission_id: uuid.UUID) -> SubmissionDetailOut:
        """One submission with its steps and every attempt."""
        return await self.call(get_submission.asyncio_detailed, submission_id, client=self.api)

    async def submissions(
        self,
        *,
        status: SubmissionStatus | None = None,
        workflow: str | None = None,
        search: str | None = None,
        page_size: int = _MOST_ON_A_PAGE,
    ) -> AsyncIterator[SubmissionOut]:
        """Submissions, newest first; the next page is asked for when it is needed."""
        cursor: str | None = None
        while True:
            page = await self.call(
                list_submissions.asyncio_detailed,
                client=self.api,
                status=[status] if status else UNSET,
                workflow=[workflow] if workflow else UNSET,
                q=search or UNSET,
                cursor=cursor or UNSET,
                limit=page_size,
            )
            for item in page.items:
                yield item
            cursor = page.next_cursor
            if cursor is None:
                return

    async def follow(
        self,
        submission_id: uuid.UUID,
        *,
        after: int = 0,
        patience: float = PATIENCE_SECONDS,
        lost: Callable[[WaybillError, float], None] | None = None,
    ) -> AsyncIterator[Seen]:
        """Each event after that one, and each new state, until the submission has ended.

        Reconnects, and tells ``lost`` why and in how many seconds. Raises Unreachable after
        ``patience`` seconds without a connection.
        """
        stream = Following(self.url, submission_id, after, patience, lost)
        http = self.api.get_async_httpx_client()
        while not stream.ended:
            failure: Exception | None = None
            try:
                async with aconnect_sse(
                    http, "GET", stream.path, headers=stream.headers, timeout=stream.timeout
                ) as source:
                    stream.opened()
                    async for sent in source.aiter_sse():
                        if (seen := stream.read(sent)) is not None:
                            yield seen
            except (httpx.RequestError, SSEError, WaybillError) as error:
                failure = error
            if not stream.ended:
                await asyncio.sleep(stream.again(failure))
