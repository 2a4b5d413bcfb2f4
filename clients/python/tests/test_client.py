"""The typed client, in both kinds."""

from __future__ import annotations

import asyncio
import uuid
from pathlib import Path

import pytest

from tests.front import Front
from waybill import AsyncWaybill, Refused, Unreachable, Waybill
from waybill.api.models.event_out import EventOut
from waybill.api.models.submission_detail_out import SubmissionDetailOut


def test_a_program_submits_and_follows(server: Front, key: str, workflow: str) -> None:
    with Waybill(server.url, key) as waybill:
        accepted = waybill.submit(workflow, {"name": "By a program"})
        seen = list(waybill.follow(accepted.id))
        found = next(waybill.submissions(search=accepted.reference))
    states = [each.status for each in seen if isinstance(each, SubmissionDetailOut)]
    kinds = [each.kind for each in seen if isinstance(each, EventOut)]
    assert states[-1] == "succeeded"
    assert kinds[-1] == "submission.succeeded"
    assert found.id == accepted.id


def test_an_asynchronous_program_does_the_same(
    server: Front, key: str, workflow: str, tmp_path: Path
) -> None:
    papers = tmp_path / "my papers.txt"
    papers.write_text("words")

    async def run() -> tuple[str, uuid.UUID, uuid.UUID]:
        async with AsyncWaybill(server.url, key) as waybill:
            upload = await waybill.upload(workflow, "papers", papers)
            answers = {"name": "By a program", "papers": [str(upload.id)]}
            accepted = await waybill.submit(workflow, answers)
            status = ""
            async for seen in waybill.follow(accepted.id):
                if isinstance(seen, SubmissionDetailOut):
                    status = seen.status
            found = await anext(waybill.submissions(search=accepted.reference))
            assert (await waybill.submission(found.id)).reference == accepted.reference
            assert (await waybill.me()).organization.name == "Riverside"
        return status, accepted.id, found.id

    status, accepted, found = asyncio.run(run())
    assert (status, accepted) == ("succeeded", found)


def test_a_refusal_has_the_servers_words(server: Front, key: str, workflow: str) -> None:
    with Waybill(server.url, key) as waybill, pytest.raises(Refused) as refused:
        waybill.submit(workflow, {"amount": "many"})
    assert (refused.value.status, refused.value.code) == (422, "invalid_input")
    assert {each.field for each in refused.value.faults} == {"data.name", "data.amount"}
    assert refused.value.request_id


def test_more_than_a_page_is_read_page_by_page(server: Front, key: str, workflow: str) -> None:
    with Waybill(server.url, key) as waybill:
        sent = {waybill.submit(workflow, {"name": f"Page {n}"}).id for n in range(3)}
        found = {each.id for each in waybill.submissions(workflow=workflow, page_size=1)}
    assert sent <= found


def test_a_stream_gives_up_when_nobody_answers_for_too_long(server: Front, key: str) -> None:
    away = Waybill("http://127.0.0.1:9", key)
    with away, pytest.raises(Unreachable):
        list(away.follow(uuid.uuid4(), patience=0))
