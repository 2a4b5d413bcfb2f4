"""What the documentation points to is there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from dev.layout import BACKEND, ROOT

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]

GENERATED = (
    "bench/out/",
    "frontend/node_modules",
    "docker/.env",
    "docker/secrets/",
    "kubernetes/overlays/mine",
    "kubernetes/secret.env",
)
"""Not in a fresh checkout."""
NO_MODULES = {"api.railway.internal"}

PACKAGES = ("administration", "api", "core", "integrations", "mysite", "tasks")
TOP = sorted(entry.name for entry in ROOT.iterdir() if entry.is_dir() and entry.name[0] != ".")
SHORT = (*PACKAGES, "components", "lib", "pages")

_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
_PATH = re.compile(rf"(?<![\w./:-])(?:{'|'.join(TOP)}|\.github|\.ci)/[\w./\[\]*-]*")
_SHORTENED = re.compile(rf"`(?:{'|'.join(SHORT)})/[^`]*`")
_MODULE = re.compile(rf"(?<![\w./:@-])(?:{'|'.join(PACKAGES)})(?!\.py\b)(?:\.[a-z_]\w*)+(?![\w/])")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_path_exists(page: Path) -> None:
    assert [path for path in _paths(page.read_text()) if not _exists(path)] == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_paths_begin_at_the_root(page: Path) -> None:
    assert _SHORTENED.findall(page.read_text()) == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_module_exists(page: Path) -> None:
    code = "\n".join(_CODE.findall(page.read_text()))
    modules = set(_MODULE.findall(code)) - NO_MODULES
    assert [module for module in sorted(modules) if not _is_module(module)] == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = [link for link in _LINK.findall(page.read_text()) if "://" not in link]
    assert [link for link in links if not _leads_somewhere(page, link)] == []


def test_every_decision_is_in_the_index() -> None:
    index = (ROOT / "docs/decisions/README.md").read_text()
    names = [page.name for page in ROOT.glob("docs/decisions/[0-9]*.md")]
    assert [name for name in sorted(names) if f"({name})" not in index] == []


def test_a_missing_path_is_noticed() -> None:
    (path,) = _paths("see `backend/core/nowhere.py`.")
    assert not _exists(path)
    assert not _is_module("core.nowhere")
    assert not _leads_somewhere(ROOT / "README.md", "CONTRIBUTING.md#nowhere")


def _paths(text: str) -> Iterable[str]:
    return sorted({found.rstrip(".") for found in _PATH.findall("\n".join(_CODE.findall(text)))})


def _exists(path: str) -> bool:
    if path.startswith(GENERATED) or (ROOT / path).exists():
        return True
    return "*" in path and any(ROOT.glob(path))


def _is_module(name: str) -> bool:
    """Whether it is a module, or a name that a module has."""
    path = BACKEND.joinpath(*name.split("."))
    if path.is_dir() or path.with_suffix(".py").is_file():
        return True
    parent = path.parent.with_suffix(".py")
    return parent.is_file() and re.search(rf"\b{path.name}\b", parent.read_text()) is not None


def _leads_somewhere(page: Path, link: str) -> bool:
    file, _, anchor = link.partition("#")
    target = page.parent / file if file else page
    if not target.exists():
        return False
    return not anchor or anchor in map(_anchor, _HEADING.findall(target.read_text()))


def _anchor(heading: str) -> str:
    """As GitHub makes it."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
