"""Commands that are imported when they are called: what they need takes longer than most commands.

The pattern is that of Click's documentation, "Lazily Loading Subcommands".
"""

from __future__ import annotations

from importlib import import_module
from shutil import get_terminal_size
from typing import Any, ClassVar, Literal

import typer
from typer.core import TyperGroup

_LEAST_COLUMNS = 60
"""Of a terminal that has room for help in frames; narrower, they would cut names."""


def help_markup() -> Literal["markdown"] | None:
    """How help is laid out in this terminal: framed, or plain."""
    return "markdown" if get_terminal_size().columns >= _LEAST_COLUMNS else None


class Lazily(TyperGroup):
    """``lazy``: the modules of commands, by the commands' names; ``panel``: where help lists them.

    A module has a function named like the command.
    """

    lazy: ClassVar[dict[str, str]] = {}
    panel: ClassVar[str] = ""

    def list_commands(self, ctx: Any) -> list[str]:
        return [*super().list_commands(ctx), *self.lazy]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.lazy:
            return super().get_command(ctx, cmd_name)
        function = getattr(import_module(self.lazy[cmd_name]), cmd_name)
        alone = typer.Typer(
            rich_markup_mode=help_markup(),
            context_settings=self.context_settings,  # type: ignore[arg-type]
            add_completion=False,
        )
        alone.command(cmd_name, rich_help_panel=self.panel)(function)
        return typer.main.get_command(alone)
