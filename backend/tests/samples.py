"""Reads metrics as Prometheus does: from their text."""

from __future__ import annotations

from collections.abc import Callable

from prometheus_client.parser import text_string_to_metric_families

Samples = dict[tuple[str, frozenset[tuple[str, str]]], float]


def samples(text: bytes) -> Samples:
    """Each sample's value by name and labels. Two samples with the same ones are an error."""
    found: Samples = {}
    for family in text_string_to_metric_families(text.decode()):
        for sample in family.samples:
            key = (sample.name, frozenset(sample.labels.items()))
            assert key not in found, key
            found[key] = sample.value
    return found


def total(found: Samples, sample: str, /, **labels: str) -> float:
    """The sum over all samples of a name with at least these labels."""
    wanted = set(labels.items())
    return sum(value for (each, has), value in found.items() if each == sample and wanted <= has)


def grown(read: Callable[[], bytes], work: Callable[[], object]) -> Callable[..., float]:
    """By how much the samples of a name with some labels grew while ``work`` was done."""
    before = samples(read())
    work()
    after = samples(read())
    return lambda sample, /, **labels: (
        total(after, sample, **labels) - total(before, sample, **labels)
    )
