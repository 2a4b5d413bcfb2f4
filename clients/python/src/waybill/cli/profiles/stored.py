"""The instances that this user has signed in to, in `profiles.json`. It holds no credential."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints, ValidationError

from waybill.cli.problems import Exit, Problem
from waybill.cli.profiles.one_at_a_time import one_at_a_time
from waybill.cli.profiles.private_files import private_path, private_write

_FILE = "profiles.json"

Kept = Literal["keyring", "file"]
ProfileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]


class Profile(BaseModel):
    """One sign-in. ``kept``: where its credential is."""

    url: str
    organization: str
    account: str
    kept: Kept


class Profiles(BaseModel):
    """All of them by name, and which one counts when none is named."""

    current: str | None = None
    by_name: dict[ProfileName, Profile] = Field(default_factory=dict)

    def chosen(self, name: str | None) -> tuple[str, Profile]:
        """The profile of this name, or the current one. Raises Problem."""
        wanted = name or self.current
        if wanted is None:
            raise Problem("You are not signed in.", "Run `waybill login`.", Exit.NO_RIGHT)
        profile = self.by_name.get(wanted)
        if profile is None:
            known = ", ".join(sorted(self.by_name)) or "none"
            raise Problem(
                f"There is no profile “{wanted}”.", f"There is: {known}. Or run `waybill login`."
            )
        return wanted, profile


def profiles_load() -> Profiles:
    """What is stored; nothing at first. Raises Problem if the file cannot be read."""
    try:
        return Profiles.model_validate_json(private_path(_FILE).read_bytes())
    except FileNotFoundError:
        return Profiles()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]["msg"]
        raise Problem(
            f"{private_path(_FILE)} cannot be read: {first}.",
            "Correct it, or delete it and sign in.",
        ) from None


@contextmanager
def profiles_change() -> Iterator[Profiles]:
    """What the block makes of them is written at its end, by one process at a time."""
    with one_at_a_time("profiles"):
        profiles = profiles_load()
        yield profiles
        private_write(_FILE, profiles.model_dump_json(indent=2) + "\n")


def profile_name_check(name: str) -> str:
    """The name, if a profile may have it. Raises Problem."""
    try:
        Profiles.model_validate({"by_name": {name: _ANY}})
    except ValidationError:
        raise Problem(
            f"“{name}” cannot be the name of a profile.",
            "Use letters, digits, dots and hyphens, 64 at most.",
            Exit.USAGE,
        ) from None
    return name


_ANY = {"url": "", "organization": "", "account": "", "kept": "file"}
