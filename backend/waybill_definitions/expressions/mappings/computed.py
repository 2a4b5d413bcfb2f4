"""Compiled mappings, texts and conditions: what they read, and computing them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from waybill_definitions.document import Path
from waybill_definitions.expressions.compiling import Reads
from waybill_definitions.expressions.faults import MappingFailed
from waybill_definitions.expressions.language import scalar_text
from waybill_definitions.expressions.mappings.fields import Field, Note
from waybill_definitions.expressions.mappings.results import Computation


class Computed:
    """What is known of a mapping, a text or a condition: where its values come from."""

    def __init__(self, fields: list[Field]) -> None:
        self.fields = fields

    @property
    def reads(self) -> Reads:
        """The paths that are read, such as ``("input", "email")``; ``("input",)`` for all of it."""
        return frozenset[tuple[str, ...]]().union(*(field.reads for field in self.fields))

    @property
    def sensitive_reads(self) -> Reads:
        """The sensitive answers among what is read."""
        return frozenset[tuple[str, ...]]().union(
            *(each.sensitive_reads for field in self.fields for each in field.expressions)
        )

    @property
    def depends_on_steps(self) -> frozenset[str]:
        """The steps whose outputs are read, ``*`` for all. Empty: the answers alone decide."""
        return frozenset(
            path[1] if len(path) > 1 else "*" for path in self.reads if path[0] == "steps"
        )


class CompiledMapping(Computed):
    """A mapping that can be computed, once for each submission."""

    def __init__(self, tree: Any, fields: list[Field]) -> None:
        super().__init__(fields)
        self._tree = tree

    def compute(self, context: Mapping[str, Any], note: Note | None = None) -> Any:
        """The action's input, as JSON. What is absent or null leaves its key out.

        ``context``: ``{"input": …, "steps": {key: output}, "submission": {…}}``; a submission
        has id, reference and language.
        ``note`` receives each expression's `Source` and its result. Raises MappingFailed.
        """
        return _computed(self._tree, Computation(context, note))

    def part(self, keys: Collection[str]) -> CompiledMapping:
        """The mapping of these keys alone."""
        tree = {key: node for key, node in self._tree.items() if key in keys}
        return CompiledMapping(tree, [each for each in self.fields if each.path[0] in keys])

    def origin_of(self, path: Path) -> Reads:
        """What the input at a path was computed from, so that a fault is shown where it began."""
        inside = [each for each in self.fields if each.path == path[: len(each.path)]]
        below = [each for each in self.fields if path == each.path[: len(path)]]
        return frozenset[tuple[str, ...]]().union(*(field.reads for field in inside or below))


class CompiledText(Computed):
    """A text of its own, such as a subject or an ordering key."""

    def compute(self, context: Mapping[str, Any]) -> str:
        """Raises MappingFailed."""
        value = self.fields[0].compute(Computation(context))
        if value is None or type(value) in {list, dict}:
            raise MappingFailed("the text: there is no text in what was computed")
        return value if type(value) is str else scalar_text(value)


class CompiledCondition(Computed):
    """Whether something is to be done."""

    def compute(self, context: Mapping[str, Any]) -> bool:
        """Raises MappingFailed."""
        value = self.fields[0].compute(Computation(context))
        if type(value) is not bool:
            raise MappingFailed("the condition: it is neither true nor false")
        return value


class CompiledValue(Computed):
    """One value of a form: a condition between answers, or what they give."""

    @property
    def type_name(self) -> str:
        """As the checker calls it: ``string``, ``int``, ``double``, ``bool``, ``list`` ..."""
        return self.fields[0].type.name

    @property
    def type_words(self) -> str:
        """What a person calls it."""
        return self.fields[0].type.words

    @property
    def source(self) -> str:
        """The expression as it was written, without what is around it."""
        return self.fields[0].expressions[0].text

    @property
    def may_be_absent(self) -> bool:
        """Whether there may be no value, as where an answer is left out."""
        return self.fields[0].may_be_absent

    def compute(self, run: Computation) -> Any:
        """As JSON; None where there is no value. Raises MappingFailed.

        All values of a form are computed in one run, so that they share what it may take.
        """
        return self.fields[0].compute(run)


def _computed(node: Any, run: Computation) -> Any:
    if isinstance(node, Field):
        return node.compute(run)
    if isinstance(node, dict):
        result = {}
        for key, part in node.items():
            if (value := _computed(part, run)) is not None:
                result[key] = value
        return result
    if isinstance(node, list):
        return [_computed(part, run) for part in node]
    return node
