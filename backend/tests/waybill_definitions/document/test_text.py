"""The text of a document becomes plain data, within limits, or says where it is wrong."""

from __future__ import annotations

import json
import time
import tracemalloc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waybill_definitions.document import MOST_BYTES, DefinitionRefused, Place
from waybill_definitions.document.rewriting import as_yaml, document_replace
from waybill_definitions.document.source.text import tree_read

_LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 10)}]\n" for n in range(9)
)


def refused(text: str) -> tuple[str, Place | None]:
    """The only fault of a document: its message and its place."""
    with pytest.raises(DefinitionRefused) as caught:
        tree_read(text)
    (fault,) = caught.value.faults
    return fault.message, fault.place


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("on", "on"),
        ("yes", "yes"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("2026-03-01", "2026-03-01"),
        ("'1'", "1"),
        ('"true"', "true"),
        ("", None),
        ("~", None),
        ("Null", None),
        ("true", True),
        ("FALSE", False),
        ("0", 0),
        ("-7", -7),
        ("+1", 1),
        ("010", 10),
        ("0x1F", 31),
        ("0o17", 15),
        ("9223372036854775807", 2**63 - 1),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("1.", 1.0),
    ],
)
def test_scalars_are_those_of_the_core_schema(written: str, value: Any) -> None:
    read = tree_read(f"a: {written}").data["a"]
    assert read == value
    assert type(read) is type(value)


def test_a_mark_and_line_ends_of_windows_change_nothing() -> None:
    tree = tree_read("\ufeffa: 1\r\nb: x\r\n")
    assert tree.data == {"a": 1, "b": "x"}
    assert tree.place(("a",)) == Place(1, 1)
    assert tree.place(("b",)) == Place(2, 1)
    assert tree_read('\ufeff{"a": 1}').data == {"a": 1}


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ('{"a": 1,\n "b" 2}', "expecting ':'", Place(2, 6)),
        ("{a: b}", "begins with { but is not JSON", Place(1, 2)),
        ('{"a": 1,\n "b": 1, "a": 2}', "`a` is there twice", Place(2, 10)),
        ('{"a": NaN}', "NaN is no number", Place(1, 7)),
        ('{"a": 1e400}', "larger than can be stored", Place(1, 7)),
        ('{"a": 9223372036854775808}', "64 bits", Place(1, 7)),
        ('{"a": ' + "9" * 5000 + "}", "64 bits", Place(1, 7)),
        (r'{"a": "\u0000"}', "NUL", Place(1, 7)),
        (r'{"a": "\ud800"}', "half of a character", Place(1, 7)),
        (r'{"\ud800": 1}', "half of a character", Place(1, 2)),
        ('{"a":' * 100_000, "nested more than 32 deep", Place(1, 161)),
        ('{"a": [' + "0," * 30_000 + "0]}", "more than 20,000 values", Place(1, 40_004)),
        ("a: 1\nb: 2\na: 3", "`a` is there twice", Place(3, 1)),
        ("a: 9223372036854775808", "64 bits", Place(1, 4)),
        ("a: 0x" + "f" * 1000, "64 bits", Place(1, 4)),
        ("a: 1e400", "larger than can be stored", Place(1, 4)),
        ("a: .inf", "no number", Place(1, 4)),
        (r'a: "\0"', "NUL", Place(1, 4)),
        ("a: 1\nb: x\0y", "NUL", Place(2, 5)),
        ("a: \ud800", "half of a character", Place(1, 4)),
        ("a: !!python/object:os.system x", "tags", Place(1, 4)),
        ("a: !!str 1", "tags", Place(1, 4)),
        ("<<: {a: 1}", "`<<` is not taken", Place(1, 1)),
        ("a: &x [*x]", "no anchor before it", Place(1, 8)),
        ("? [a]\n: b", "a key is a text", Place(1, 3)),
        ("a: &x b\n*x : c", "a key is a text", Place(2, 1)),
        (_LAUGHS, "aliases counted", Place(5, 8)),
        ("- " * 100_000, "nested more than 32 deep", Place(1, 65)),
        ("a: 1\n---\nb: 2", "one document", Place(2, 1)),
        ("a:\n\tb: 1", "indent with spaces", Place(2, 1)),
        ("a: ${{ x ? 'a' : 'b' }}", "into quotes", Place(1, 16)),
        ("a: {b: ${{ input.x }}}", "into quotes", Place(1, 9)),
        ("a: [1, 2", "did not find", Place(2, 1)),
        ("", "empty", None),
        ("# nothing", "empty", None),
        (" " * (MOST_BYTES + 1), "larger than 1 MiB", None),
        ("a: " + "ä" * (MOST_BYTES // 2), "larger than 1 MiB", None),
    ],
    ids=range(37),
)
def test_what_is_refused_says_what_and_where(text: str, words: str, place: Place | None) -> None:
    message, found = refused(text)
    assert words in message
    assert found == place


@pytest.mark.parametrize(
    "text",
    [
        _LAUGHS,
        "[" * 500_000,
        "a: " + "[1," * 100_000,
        "[" + "0," * 500_000,
        "? " * 500_000,
        "a: " + "&a " * 300_000,
        "".join(f"k{n}: v\n" for n in range(60_000)),
        'a: "' + "x" * 1_000_000,
        "{" + '"a": {' * 150_000,
    ],
    ids=range(9),
)
def test_hostile_documents_take_neither_time_nor_memory(text: str) -> None:
    tracemalloc.start()
    began = time.process_time()
    with pytest.raises(DefinitionRefused):
        tree_read(text)
    seconds = time.process_time() - began
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert seconds < 10  # a hundred times what it takes
    assert most < 60_000_000


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: one BAD", Place(1, 8)),
        ("a: 'one BAD'", Place(1, 9)),
        ("a: 'it''s BAD'", Place(1, 11)),
        (r'a: "say \"x\" \u00e4 BAD"', Place(1, 22)),
        ("a: |\n  one\n  two BAD\n", Place(3, 7)),
        ("a: |2\n    one\n  BAD\n", Place(3, 3)),
        ("a: |\n\n  one\n\n  two BAD\n", Place(5, 7)),
        ("a: >-\n  one\n  two\n  BAD\n", Place(4, 3)),
        ("a: one\n  two\n  BAD\n", Place(3, 3)),
        ("a: 'one\n  two\n\n  BAD'\n", Place(4, 3)),
        ("a: &x one BAD", Place(1, 11)),
        ("a: &x |\n  one BAD", Place(2, 7)),
        ("a: |\r\n  one\r\n  BAD\r\n", Place(3, 3)),
        ("{'a': {b: x}}"[1:-1].replace("{b: x}", "one BAD"), Place(1, 10)),
        ("ä: 😀 BAD", Place(1, 6)),
    ],
    ids=range(15),
)
def test_a_place_in_a_value_is_found_as_it_is_written(text: str, place: Place) -> None:
    tree = tree_read(text)
    ((key, value),) = tree.data.items()
    before = value[: value.index("BAD")]
    within = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert tree.place((key,), within) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (r'{"a": "one BAD"}', Place(1, 12)),
        ('{\n\t"a":\n\t\t"one BAD"}', Place(3, 8)),
        ('{"a":\r\n "one BAD"}', Place(2, 7)),
        (r'{"a": "say \"x\" \u00e4 \/ BAD"}', Place(1, 28)),
        (r'{"a": "one\n  two\tBAD"}', Place(1, 20)),
        (r'{"a": "\ud83d\ude00 \uD83D\uDE00\u0020BAD"}', Place(1, 39)),
        ('{"a": "😀 BAD"}', Place(1, 10)),
    ],
    ids=range(7),
)
def test_a_place_in_a_value_is_found_in_json(text: str, place: Place) -> None:
    tree = tree_read(text)
    value = tree.data["a"]
    before = value[: value.index("BAD")]
    within = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert tree.place(("a",), within) == place


def test_places_in_lists_and_objects_of_json() -> None:
    tree = tree_read('{"a": [\n  "x",\n  {"b" : 1, "c": [true, "BAD"]}]}')
    assert tree.data == {"a": ["x", {"b": 1, "c": [True, "BAD"]}]}
    assert tree.place(("a", 1, "b")) == Place(3, 4)
    assert tree.place(("a", 1, "c", 1)) == Place(3, 25)
    assert tree.place(("a", 1, "d")) == Place(1, 2)
    assert tree.place(("other",)) == Place(1, 1)


def test_places_in_lists_and_in_flow_style() -> None:
    tree = tree_read("a:\n  - x\n  - {b: BAD, c: [1, BAD]}\n")
    assert tree.place(("a", 1, "b"), Place(1, 1)) == Place(3, 9)
    assert tree.place(("a", 1, "c", 1), Place(1, 1)) == Place(3, 21)


_ODD = """1e3|08|0o17|0x1f|null|~|yes|.5|12:30|true|=|a
|
a|a
 b|  a|a: b|# x|- x|${{ a }}|a\tb
|\x85|\u2028|a \nb"""
_TEXTS = st.sampled_from(_ODD.split("|")) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12
)
_SCALARS = (
    _TEXTS
    | st.integers(-(2**63) + 1, 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.none()
)
_KEYS = _TEXTS.filter(lambda key: key != "<<")
_DATA = st.dictionaries(
    _KEYS,
    st.recursive(
        _SCALARS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
        max_leaves=8,
    ),
    min_size=1,
)


@given(_DATA, st.booleans(), st.sampled_from([None, 0, 2, "\t"]))
def test_json_is_read_as_python_reads_it(
    data: dict[str, Any], ascii_only: bool, indent: int | str | None
) -> None:
    text = json.dumps(data, ensure_ascii=ascii_only, indent=indent)
    tree = tree_read(text)
    assert repr(tree.data) == repr(data)
    first = next(iter(data))
    place = tree.place((first,))
    line = text.split("\n")[place.line - 1]
    assert line[place.column - 1 :].startswith(json.dumps(first, ensure_ascii=ascii_only))


@given(_DATA)
def test_what_is_written_as_yaml_is_read_as_the_same(data: dict[str, Any]) -> None:
    read = tree_read(as_yaml(data) if not as_yaml(data).startswith("{") else "--- " + as_yaml(data))
    assert repr(read.data) == repr(data)


DOCUMENT = """\
# Of the sales department.
workflow: old # do not change
name: >-
  The old
  name
form:
  address: old # printed on paper
  title: Old
"""


def test_only_what_changes_is_rewritten() -> None:
    written = document_replace(
        DOCUMENT, {("workflow",): "new", ("name",): "Übung: 😀", ("form", "address"): None}
    )
    assert written == (
        "# Of the sales department.\n"
        "workflow: new # do not change\n"
        'name: "Übung: 😀"\n'
        "form:\n"
        "  title: Old\n"
    )


def test_a_name_that_reads_like_something_else_is_quoted() -> None:
    assert 'workflow: "null" #' in document_replace(DOCUMENT, {("workflow",): "null"})
    assert 'workflow: "0x10" #' in document_replace(DOCUMENT, {("workflow",): "0x10"})


@pytest.mark.parametrize(
    "document",
    [
        "workflow: &w old\nname: *w\nform: {address: *w, title: T}\n",
        "--- {workflow: old, name: N, form: {title: T}}\n",
        '{"workflow": "old", "name": "N", "form": {"title": "T", "address": "x"}}',
        "workflow: old\nname: N\nform: {}\n",
        "workflow: old\nname: |\n  N\nform:\n  address: x\n",
    ],
    ids=["anchor", "flow", "json", "none", "only"],
)
def test_however_it_is_written_only_these_values_differ(document: str) -> None:
    before = tree_read(document).data
    after = tree_read(document_replace(document, {("workflow",): "new", ("form", "address"): None}))
    form = {key: value for key, value in before["form"].items() if key != "address"}
    assert after.data == before | {"workflow": "new", "form": form}
