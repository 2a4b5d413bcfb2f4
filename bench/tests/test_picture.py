from __future__ import annotations

import xml.etree.ElementTree as ET

from bench.picture import draw

SVG = "{http://www.w3.org/2000/svg}"


def drawn(**values: float) -> ET.Element:
    result = {
        "measured_at": "2026-11-24T10:00:00+00:00",
        "machine": {"cores": 2, "processor": "Fast <one>"},
        "metrics": [{"name": name, "value": value} for name, value in values.items()],
    }
    return ET.fromstring(draw(result))  # noqa: S314  # our own output


def bars(picture: ET.Element) -> list[tuple[str, float]]:
    rectangles = picture.findall(f"{SVG}rect")[1:]
    return [(each.attrib["class"], float(each.attrib["width"])) for each in rectangles]


def test_bars_are_as_long_as_their_values_within_a_panel() -> None:
    picture = drawn(celery_steps_per_second=300, delivered_steps_per_second=1500)
    (other, celery), (ours, waybill) = bars(picture)
    assert (other, ours) == ("other", "ours")
    assert round(waybill / celery, 2) == 5


def test_what_was_not_measured_is_left_out() -> None:
    assert len(bars(drawn(healthy_alone_per_second=10))) == 1
    assert bars(drawn()) == []


def test_words_from_the_machine_are_escaped() -> None:
    texts = [each.text or "" for each in drawn().findall(f"{SVG}text")]
    assert any("Fast <one>" in text for text in texts)
