"""The order of the steps: what each needs, and circles."""

from __future__ import annotations

from waybill_definitions.document import Definition, Fault, Path
from waybill_definitions.steps import cycles_in
from waybill_definitions.text.coded import Coded, FaultCode
from waybill_definitions.text.suggestions import did_you_mean


def order_check(definition: Definition, left_out: frozenset[Path]) -> list[Fault]:
    """Faults in ``needs``. ``left_out``: steps that have faults of their own."""
    faults = []
    for key, step in definition.steps.items():
        for index, need in enumerate(step.needs):
            at: Path = ("steps", key, "needs", index)
            if need == key:
                sentence = f"`{key}` cannot need itself"
                faults.append(Fault(at, Coded(FaultCode.NEEDS_ITSELF, sentence)))
            elif need in step.needs[:index]:
                sentence = f"`{need}` is there twice"
                faults.append(Fault(at, Coded(FaultCode.NEEDS_TWICE, sentence, step=need)))
            elif need not in definition.steps and ("steps", need) not in left_out:
                hint = did_you_mean(need, definition.steps)
                sentence = f"there is no step `{need}`{hint}"
                faults.append(Fault(at, Coded(FaultCode.NO_STEP, sentence, step=need)))
    for cycle in cycles_in(needs_of(definition)):
        circle = " → ".join([*cycle, cycle[0]])
        faults.append(
            Fault(
                ("steps", cycle[0], "needs"),
                Coded(
                    FaultCode.CIRCLE,
                    f"these steps wait for each other for ever: {circle}; take one of the needs"
                    " out",
                    steps=[*cycle, cycle[0]],
                ),
            )
        )
    return faults


def needs_of(
    definition: Definition, left_out: frozenset[Path] = frozenset()
) -> dict[str, tuple[str, ...]]:
    """What each step needs, as far as there are such steps."""
    known = {*definition.steps, *(path[1] for path in left_out if path[:1] == ("steps",))}
    return {
        key: tuple(dict.fromkeys(need for need in step.needs if need in known and need != key))
        for key, step in definition.steps.items()
    }
