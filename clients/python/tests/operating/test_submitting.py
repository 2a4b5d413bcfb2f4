from __future__ import annotations

import codecs
import json
import uuid

import pytest

from tests.conftest import CommandLine
from tests.destination import Destination
from tests.front import Front

pytestmark = pytest.mark.usefixtures("workflow")


def name_made() -> str:
    return f"Thing {uuid.uuid4().hex[:8]}"


def test_what_is_submitted_arrives_and_each_event_is_a_line(
    command: CommandLine, shop: Destination
) -> None:
    name = name_made()
    ended = command("submit", "order", "--set", f"name={name}", "--follow")
    assert ended.code == 0, ended.err
    assert {"name": name} in shop.taken
    first, *events = ended.out.splitlines()
    assert first.startswith("WB-")
    assert any("Making the thing: delivered" in line for line in events)
    assert events[-1].endswith("everything delivered")
    assert "Idempotency-Key: waybill-" in ended.err


def test_what_the_destination_refuses_ends_with_one(command: CommandLine) -> None:
    ended = command("submit", "order", "--set", "name=refuse me", "--follow")
    assert ended.code == 1
    assert "failed" in ended.out
    reference = ended.out.split()[0]
    assert f"waybill show {reference}" in ended.err


def test_control_characters_of_others_reach_no_terminal(command: CommandLine) -> None:
    ended = command("submit", "order", "--set", "name=refuse me", "--follow", "--json")
    reference = json.loads(ended.out.splitlines()[0])["reference"]
    for shown in (ended, command("show", reference), command("show", reference, "--json")):
        assert "\x1b" not in shown.out + shown.err


def test_refused_answers_are_told_by_question_with_three(command: CommandLine) -> None:
    ended = command("submit", "order", "--set", "amount:=1.5", "--set", "colour=red")
    assert ended.code == 3
    for field in ("name", "amount", "colour"):
        assert f"  {field}: " in ended.err


def test_answers_come_from_a_file_as_windows_writes_it(
    command: CommandLine, shop: Destination
) -> None:
    name = name_made()
    text = json.dumps({"name": "", "amount": 2}, indent=1).replace("\n", "\r\n")
    (command.home / "my answers.json").write_bytes(codecs.BOM_UTF8 + text.encode())
    ended = command("submit", "order", "-i", "my answers.json", "-s", f"name={name}", "--follow")
    assert ended.code == 0, ended.err
    assert {"name": name} in shop.taken


def test_answers_come_from_standard_input_with_records_and_files(command: CommandLine) -> None:
    (command.home / "my papers.txt").write_text("words")
    address = ("street=Main", "postcode=4020", "city=Linz", "country=AT")
    values = [word for each in address for word in ("--set", f"where.{each}")]
    answers = json.dumps({"name": name_made()})
    ended = command(
        *("submit", "order", "--input", "-", "--file", "papers=my papers.txt", "--json", *values),
        stdin=answers,
    )
    assert ended.code == 0, ended.err
    shown = json.loads(command("show", json.loads(ended.out)["id"], "--json").out)
    assert shown["data"]["where"]["city"] == "Linz"
    assert [each["name"] for each in shown["files"]] == ["my papers.txt"]


def test_a_lost_answer_is_asked_for_again_under_the_same_key(
    command: CommandLine, server: Front
) -> None:
    server.lose = 1
    ended = command("submit", "order", "--set", f"name={name_made()}", "--json")
    assert ended.code == 0, ended.err
    accepted = json.loads(ended.out)
    assert accepted["replayed"] is True
    sent = [headers["Idempotency-Key"] for method, _, headers in server.seen if method == "POST"]
    assert sent == [accepted["idempotency_key"]] * 2


def test_a_repeated_command_submits_once_and_another_one_is_refused(command: CommandLine) -> None:
    key, name = f"order-{uuid.uuid4()}", name_made()
    words = ("submit", "order", "--idempotency-key", key, "--json", "--set")
    first, again = command(*words, f"name={name}"), command(*words, f"name={name}")
    assert json.loads(first.out)["id"] == json.loads(again.out)["id"]
    assert json.loads(again.out)["replayed"] is True
    other = command(*words, f"name={name_made()}")
    assert other.code == 1
    assert "key" in other.err.lower()


def test_a_server_that_is_away_is_told_with_the_key_to_repeat(nobody: CommandLine) -> None:
    nobody.variables |= {"WAYBILL_URL": "http://127.0.0.1:9", "WAYBILL_API_KEY": "wbk_any"}
    ended = nobody("submit", "order", "--set", "name=A", "--idempotency-key", "mine")
    assert ended.code == 5
    assert "--idempotency-key mine" in ended.err
    assert "Traceback" not in ended.err


def test_nothing_is_sent_when_a_file_is_missing(command: CommandLine, server: Front) -> None:
    ended = command("submit", "order", "--set", "name=A", "--file", "papers=no such file.pdf")
    assert ended.code == 3
    assert "no such file.pdf" in ended.err
    assert server.seen == []


def test_a_workflow_that_is_not_there_is_no_fault_of_the_answers(command: CommandLine) -> None:
    assert command("submit", "nothing", "--set", "name=A").code == 1
