"""The instance and the credential of one command."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated

import typer

from waybill import Waybill
from waybill.cli.problems import Exit, Problem
from waybill.cli.profiles.addresses import address_clean
from waybill.cli.profiles.credentials import ApiKey, key_clean
from waybill.cli.profiles.keeping import credential_load
from waybill.cli.profiles.session import Session
from waybill.cli.profiles.stored import profiles_load

ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        "-p",
        help="The instance to use, instead of the current one: see `waybill profiles`.",
        show_default=False,
    ),
]

_URL, _KEY = "WAYBILL_URL", "WAYBILL_API_KEY"


@dataclass(frozen=True)
class SignIn:
    """``profile``: its name; None where the environment says all."""

    profile: str | None
    url: str
    credential: str | Session


def sign_in_of(profile: str | None) -> SignIn:
    """The named profile, or else the environment, or else the current profile. Raises Problem."""
    url, key = os.environ.get(_URL, ""), os.environ.get(_KEY, "")
    if profile is None and (url or key):
        if not (url and key):
            missing, given = (_URL, _KEY) if key else (_KEY, _URL)
            raise Problem(f"{given} is set, but {missing} is not.", "Set both or none.", Exit.USAGE)
        return SignIn(None, address_clean(url), key_clean(key))
    name, chosen = profiles_load().chosen(profile)
    credential = credential_load(name, chosen.url, chosen.kept)
    if isinstance(credential, ApiKey):
        return SignIn(name, chosen.url, credential.secret)
    return SignIn(name, chosen.url, Session(name, chosen.url, chosen.kept, credential))


@contextmanager
def signed_in(profile: str | None) -> Iterator[Waybill]:
    """A client for the block. Raises Problem if nobody is signed in."""
    who = sign_in_of(profile)
    with Waybill(who.url, who.credential) as waybill:
        yield waybill
