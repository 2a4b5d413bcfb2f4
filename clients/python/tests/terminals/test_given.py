"""What is given on a command line, before any server is asked."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from waybill.cli.connections.connection_file import connection_read
from waybill.cli.operating.given_answers import answers_given, files_given
from waybill.cli.problems import Exit, Problem
from waybill.cli.profiles.addresses import address_clean
from waybill.cli.terminal import Column, Output, cleaned, one_line


def test_values_are_texts_or_json_and_dots_lead_into_records() -> None:
    given = ["name=Acme: Ltd=", "amount:=3", "where.city=Linz", "where.country=AT", 'tags:=["a"]']
    assert answers_given(None, given) == {
        "name": "Acme: Ltd=",
        "amount": 3,
        "where": {"city": "Linz", "country": "AT"},
        "tags": ["a"],
    }


@pytest.mark.parametrize(
    "given", [["name"], ["=Acme"], ["amount:=three"], ["name=A", "name.first=A"], ["a b=c"]]
)
def test_values_that_set_nothing_are_wrong_usage(given: list[str]) -> None:
    with pytest.raises(Problem) as problem:
        answers_given(None, given)
    assert problem.value.exit == Exit.USAGE


@pytest.mark.parametrize("text", ["[]", '{\n  "name": oops\n}', "", "\x80"])
def test_a_file_without_answers_is_a_fault_with_its_name(tmp_path: Path, text: str) -> None:
    file = tmp_path / "my answers.json"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(Problem, match=r"my answers\.json") as problem:
        answers_given(str(file), [])
    assert problem.value.exit == Exit.FAULTS


def test_a_fault_in_json_has_its_place(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text('{\n  "name": oops\n}')
    with pytest.raises(Problem) as problem:
        answers_given(str(file), [])
    assert [(each.line, each.column) for each in problem.value.faults] == [(2, 11)]


def test_a_file_to_upload_may_have_any_name(tmp_path: Path) -> None:
    file = tmp_path / "a = b, c.txt"
    file.touch()
    assert files_given([f"papers={file}"]) == [("papers", file)]
    with pytest.raises(Problem):
        files_given(["papers"])


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("waybill.example.com", "https://waybill.example.com"),
        (" https://waybill.example.com:8443/ ", "https://waybill.example.com:8443"),
        ("http://localhost:3000", "http://localhost:3000"),
        ("http://127.0.0.1:3000/waybill/", "http://127.0.0.1:3000/waybill"),
        ("http://[::1]:3000", "http://[::1]:3000"),
    ],
)
def test_addresses_as_people_type_them(typed: str, address: str) -> None:
    assert address_clean(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "http://waybill.example.com",
        "http://localhost.example.com",
        "http://192.0.2.1",
        "https://ada:secret@waybill.example.com",
        "ftp://waybill.example.com",
        "https://waybill.example.com:port",
        "https://waybill.example.com/?next=1",
        "https://",
        "https://way bill.example.com",
        "https://waybill.example.com\n.evil.example",
        "",
    ],
)
def test_addresses_where_a_key_must_not_go(typed: str) -> None:
    with pytest.raises(Problem) as problem:
        address_clean(typed)
    assert problem.value.exit == Exit.USAGE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (": : :", "no YAML"),
        ("slug: crm\nsettings: []\n", "connection"),
        ("[]", "no connection"),
        ("slug: crm\r\nname: C\r\nconnector: rest\r\nsettings: {}\r\ncredentials: {}\r\n", "cred"),
    ],
)
def test_a_file_that_is_no_connection(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "the crm.yaml"
    file.write_bytes(text.encode())
    with pytest.raises(Problem, match=said) as problem:
        connection_read(file)
    assert problem.value.exit == Exit.FAULTS


def test_no_control_character_is_left_in_what_a_terminal_gets() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    left = cleaned(every)
    assert [text for text in left if not text.isprintable() and ord(text) < 0xA0] == ["\t", "\n"]
    assert not set("\u202e\u2066\u200f\ufeff") & set(left)
    assert one_line("a\r\nb\x1b[2J\t c") == "a b\\x1b[2J c"


@pytest.mark.parametrize(("columns", "shown"), [(80, 3), (40, 12)])
def test_a_list_is_a_table_where_it_fits_and_blocks_where_not(
    columns: int, shown: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    rows = [("WB-7K3M9QXD01", "needs_attention", "a" * 9, "b" * 9, "c" * 40, "漢字" * 40)] * 2
    names = ("reference", "status", "when", "more", "workflow", "about")
    out = Output()
    out.people = True
    out.items(
        rows,
        [column(name, at) for at, name in enumerate(names)],
        as_json=lambda row: {"all": row},
        none="",
    )
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == shown
    assert lines[-shown // 2].startswith("WB-7K3M9QXD01")
    if columns == 80:
        assert all(cell_len(line) <= columns for line in lines)


def column(name: str, at: int) -> Column[tuple[str, ...]]:
    return Column(name, lambda row: row[at], flexible=at > 3)
