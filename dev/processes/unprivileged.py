"""Runs a server that refuses root as an unprivileged user, when we are root."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dev.console import Problem

STAND_IN = "nobody"


@dataclass(frozen=True)
class Identity:
    """The user to run as. Without values: the current user."""

    uid: int | None = None
    gid: int | None = None
    prefix: list[str] = field(default_factory=list)

    def own(self, path: Path) -> None:
        """Make this user the owner of a file or folder."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)

    @property
    def child_uid(self) -> int | None:
        """The user of the child; None when `prefix` switches or no switch is needed."""
        return None if self.prefix else self.uid

    @property
    def child_gid(self) -> int | None:
        """The group of the child, likewise."""
        return None if self.prefix else self.gid

    @property
    def child_groups(self) -> list[int] | None:
        """No additional groups for a child of another user."""
        return None if self.child_uid is None else []


@cache
def identity_for(binary: Path) -> Identity:
    """The user for `binary`. Raises Problem if root has no substitute user that can reach it.

    The substitute may be unable to enter a checkout below a private folder such as `/root`. Then
    `setpriv` lets only this process pass through folders, instead of opening them to all.
    """
    if os.geteuid() != 0:
        return Identity()
    user = pwd.getpwnam(STAND_IN)
    plain = Identity(user.pw_uid, user.pw_gid)
    try:
        subprocess.run(
            [binary, "--version"], user=plain.uid, group=plain.gid, extra_groups=[], cwd="/",
            check=True, capture_output=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return _through_private_folders(plain, binary)
    return plain


def _through_private_folders(plain: Identity, binary: Path) -> Identity:
    tool = shutil.which("setpriv")
    if tool is None:
        raise Problem(
            f"{binary.name} does not run as root, and the user {STAND_IN} cannot reach {binary}. "
            "Use a checkout outside private folders, or an ordinary user."
        )
    prefix = [tool, f"--reuid={plain.uid}", f"--regid={plain.gid}", "--clear-groups"]
    prefix += ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
    # Without this, access(2) would still check only the user, and initdb calls it.
    prefix += ["--securebits=+no_setuid_fixup"]
    return Identity(plain.uid, plain.gid, prefix)
