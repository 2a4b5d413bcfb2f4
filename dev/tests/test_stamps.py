from __future__ import annotations

from pathlib import Path

from dev.installing.frontend import MADE_HERE
from dev.installing.stamps import Stamp, digest, files_under
from dev.layout import ROOT


def test_the_same_content_gives_the_same_digest(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("x")
    before = digest([file])
    file.touch()
    assert digest([file]) == before


def test_a_changed_a_renamed_and_a_new_file_are_noticed(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("x")
    seen = {digest([file])}
    file.write_text("y")
    seen.add(digest([file]))
    renamed = file.rename(tmp_path / "b")
    seen.add(digest([renamed]))
    (tmp_path / "c").write_text("")
    seen.add(digest(files_under(tmp_path)))
    assert len(seen) == 4


def test_an_extra_input_is_noticed() -> None:
    assert digest([], "3.11") != digest([], "3.12")


def test_skipped_names_are_left_out_at_any_depth(tmp_path: Path) -> None:
    (tmp_path / "deep" / "node_modules").mkdir(parents=True)
    (tmp_path / "deep" / "node_modules" / "x").touch()
    (tmp_path / "deep" / "kept").touch()
    assert files_under(tmp_path, frozenset({"node_modules"})) == [tmp_path / "deep" / "kept"]


def test_a_stamp_matches_only_what_it_was_given(tmp_path: Path) -> None:
    stamp = Stamp(tmp_path / "stamps" / "one")
    assert not stamp.matches("a")
    stamp.write("a")
    assert stamp.matches("a")
    assert not stamp.matches("b")
    stamp.clear()
    assert not stamp.matches("a")


def test_what_a_build_makes_is_no_input_of_the_next() -> None:
    ignored = (ROOT / ".gitignore").read_text().splitlines()
    made = {Path(line).name for line in ignored if line.startswith("frontend/")}
    assert made
    assert made - MADE_HERE == set()
