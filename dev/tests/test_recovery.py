from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

import pytest

from dev.layout import ROOT
from dev.recovery import missing_segments
from dev.recovery.configuration import RECEIVER, configuration, passfile

FIRST = "000000010000000000000005"


def segment(number: int, timeline: int = 1) -> str:
    return f"{timeline:08X}{number // 256:08X}{number % 256:08X}"


def test_a_log_without_a_gap_misses_nothing() -> None:
    assert missing_segments([segment(number) for number in range(5, 9)], FIRST) == []


def test_the_segments_of_a_gap_are_named_in_order() -> None:
    names = [segment(number) for number in (5, 8, 9)]
    assert missing_segments(names, FIRST) == [segment(6), segment(7)]


def test_a_gap_is_found_where_one_log_goes_over_into_the_next() -> None:
    names = [segment(number) for number in (254, 256, 257)]
    assert missing_segments(names, segment(254)) == ["0000000100000000000000FF"]


def test_a_gap_before_the_backup_begins_does_not_matter() -> None:
    assert missing_segments([segment(1), segment(5), segment(6)], FIRST) == []


def test_the_backup_s_own_first_segment_may_be_missing() -> None:
    assert missing_segments([segment(6)], FIRST) == [FIRST]


def test_a_segment_that_is_still_arriving_counts_as_there() -> None:
    names = [segment(5), segment(6), f"{segment(7)}.partial"]
    assert missing_segments(names, FIRST) == []


def test_a_new_timeline_goes_on_where_it_left_the_old_one() -> None:
    names = [segment(5), segment(6), segment(6, timeline=2), segment(7, timeline=2)]
    assert missing_segments([*names, "00000002.history"], FIRST) == []


def test_an_empty_archive_has_no_gap_to_name() -> None:
    assert missing_segments([], FIRST) == []


def test_what_is_no_segment_is_refused_as_a_beginning() -> None:
    with pytest.raises(ValueError, match=r"00000002\.history"):
        missing_segments([], "00000002.history")


def test_the_configuration_streams_and_has_no_password() -> None:
    parser = ConfigParser(interpolation=None)
    folder = Path("/srv/drill")
    parser.read_string(configuration(folder=folder, user="postgres", port=5432, path="/bin"))
    server = parser["waybill"]
    assert server["streaming_archiver"] == "on"
    assert server["backup_method"] == "postgres"
    assert server["streaming_archiver_name"] == RECEIVER
    assert "passfile=/srv/drill/passfile" in server["conninfo"]
    assert "password=" not in server["conninfo"] + server["streaming_conninfo"]
    assert passfile(5432, "s3cret").endswith(":barman:s3cret\n")


def test_the_pinned_packages_have_the_built_driver_and_no_other() -> None:
    lines = (ROOT / "dev" / "recovery" / "requirements.txt").read_text().splitlines()
    names = {line.partition("==")[0] for line in lines if line[:1].isalpha()}
    assert {"barman", "psycopg2-binary"} <= names
    assert "psycopg2" not in names
