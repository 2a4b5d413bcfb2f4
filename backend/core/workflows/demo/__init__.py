"""The demonstration, made of definitions like everybody's."""

from core.workflows.demo.seed import (
    OPERATOR_EMAIL,
    DemoErp,
    DemoSystems,
    demo_document,
    demo_seed,
)

__all__ = ["OPERATOR_EMAIL", "DemoErp", "DemoSystems", "demo_document", "demo_seed"]
