from __future__ import annotations

import os

import pytest

from dev.console import Problem
from dev.guide.__main__ import GUIDES, run_guide
from dev.guide.page import Step, read_page, shows
from dev.layout import ROOT

TEXT = """
```yaml
# order.yaml
workflow: order
```

```yaml
a: fragment
```

```bash
cat order.yaml
WORD=kept
```

```text
# order.yaml
work…: order
```

Words between.

```bash
echo "$WORD"
```

```nginx
not for us
```

```json
{"not": "after commands"}
```
"""


def test_commands_come_with_their_files_and_their_output() -> None:
    first, second = read_page("page.md", TEXT)
    assert first.files == (("order.yaml", "# order.yaml\nworkflow: order\n"),)
    assert first.commands == "cat order.yaml\nWORD=kept\n"
    assert first.output == "# order.yaml\nwork…: order\n"
    assert (second.files, second.commands) == ((), 'echo "$WORD"\n')
    name, line = first.at.split(":")
    assert name == "page.md"
    assert TEXT.splitlines()[int(line) - 1] == "cat order.yaml"


def test_commands_run_in_one_shell_with_the_files() -> None:
    steps = read_page("page.md", TEXT)[:1]
    run_guide([*steps, Step("page.md:1", (), 'echo "$WORD"', "kept")], os.environ)


@pytest.mark.parametrize("commands", ["false", "echo one | grep two", 'echo "$NEVER_SET"'])
def test_a_command_that_fails_ends_the_run(commands: str) -> None:
    with pytest.raises(Problem, match=r"page\.md:7: the commands end with 1"):
        run_guide(
            [Step("page.md:7", (), commands, None), Step("page.md:9", (), "true", None)], os.environ
        )


def test_another_output_ends_the_run() -> None:
    with pytest.raises(Problem, match=r"page\.md:7: something else comes out"):
        run_guide([Step("page.md:7", (), "echo two", "one")], os.environ)


def test_what_is_shown_fits_around_white_space_and_ellipses() -> None:
    assert shows('{"a": …,\n "b": 2}\n', '{"a": [1, 2], "b": 2}')
    assert not shows('{"a": …, "b": 2}', '{"a": 1, "b": 3}')
    assert not shows("200", "200\n500")


@pytest.mark.parametrize("page", [page for guide in GUIDES for page in guide])
def test_the_guides_show_what_comes_out_of_what_they_ask(page: str) -> None:
    steps = read_page(page, (ROOT / page).read_text())
    assert sum(step.output is not None for step in steps) >= 6
