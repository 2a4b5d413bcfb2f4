from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated, Any

import typer

from waybill import Refused, Waybill
from waybill.api import API_VERSION
from waybill.api.models.me_out import MeOut
from waybill.cli.problems import Exit, Problem
from waybill.cli.profiles.addresses import address_clean
from waybill.cli.profiles.credentials import credential_forget, credential_save
from waybill.cli.profiles.server_version import server_version
from waybill.cli.profiles.signed_in import ProfileOption, sign_in_of
from waybill.cli.profiles.stored import (
    Profile,
    profile_name_check,
    profiles_load,
    profiles_save,
)
from waybill.cli.terminal import (
    Column,
    JsonOption,
    Output,
    answer_asked,
    note,
    progress,
    secret_read,
)

DEFAULT_NAME = "default"

profiles = typer.Typer(help="The instances that you have signed in to.")


def login(
    url: Annotated[
        str | None, typer.Argument(help="Of the instance, such as https://waybill.example.com.")
    ] = None,
    profile: Annotated[
        str, typer.Option("--profile", "-p", help="The name to keep this sign-in under.")
    ] = DEFAULT_NAME,
) -> None:
    """Sign in with an API key, which is checked at once.

    The key is typed without echo, or read from standard input. It is kept in the system's keyring,
    or in a file that only you can read.

    Examples:

      waybill login https://waybill.example.com

      waybill login https://staging.example.com --profile staging < key.txt
    """
    name = profile_name_check(profile)
    address = address_clean(url or answer_asked("Address of Waybill", instead="its address"))
    key = secret_read("API key")
    with progress(f"Asking {address}"), Waybill(address, key) as waybill:
        me = _me(waybill)
    kept = credential_save(name, address, key)
    stored = profiles_load()
    stored.by_name[name] = Profile(
        url=address, organization=me.organization.name, account=me.name, kept=kept
    )
    stored.current = name
    profiles_save(stored)
    where = "the system's keyring" if kept == "keyring" else "a file that only you can read"
    note(f"Signed in to {me.organization.name} as “{me.name}”. The key is in {where}.")


def logout(profile: ProfileOption = None) -> None:
    """Forget a profile and its key. The key itself stays valid: revoke it under Settings → Keys."""
    stored = profiles_load()
    name, gone = stored.chosen(profile)
    credential_forget(name, gone.url, gone.kept)
    del stored.by_name[name]
    if stored.current == name:
        stored.current = None
    profiles_save(stored)
    note(f"Signed out of {gone.url} (profile “{name}”).")


def whoami(profile: ProfileOption = None, json: JsonOption = False) -> None:
    """Show whose key is used, on which instance, and what it may do."""
    who = sign_in_of(profile)
    out = Output(json_lines=json)
    with Waybill(who.url, who.key) as waybill:
        me, version = _me(waybill), server_version(waybill)
    out.record({"profile": who.profile, "url": who.url, "api_version": version, **me.to_dict()})
    out.facts(
        {
            "Instance": who.url,
            "Profile": who.profile or "none (from the environment)",
            "Organization": me.organization.name,
            "Account": f"{me.name} ({me.kind})",
            "Role": me.role,
            "May": ", ".join(map(str, me.permissions)),
            "API": f"{version or 'unknown'} (this command line: {API_VERSION})",
        }
    )


@profiles.callback(invoke_without_command=True)
def profiles_list(context: typer.Context, json: JsonOption = False) -> None:
    """The instances that you have signed in to.

    Examples:

      waybill profiles

      waybill profiles use staging
    """
    if context.invoked_subcommand is not None:
        return
    stored = profiles_load()
    columns = [
        Column[tuple[str, Profile]](
            "", lambda each: "*" if each[0] == stored.current else " ", lambda _: "green"
        ),
        Column[tuple[str, Profile]]("profile", lambda each: each[0]),
        Column[tuple[str, Profile]]("instance", lambda each: each[1].url),
        Column[tuple[str, Profile]]("organization", lambda each: each[1].organization),
        Column[tuple[str, Profile]]("account", lambda each: each[1].account),
    ]

    def as_json(each: tuple[str, Profile]) -> Mapping[str, Any]:
        return {"profile": each[0], "current": each[0] == stored.current, **each[1].model_dump()}

    Output(json_lines=json).items(
        sorted(stored.by_name.items()),
        columns,
        as_json=as_json,
        none="You are not signed in anywhere. Run `waybill login`.",
    )


@profiles.command("use")
def profiles_use(name: Annotated[str, typer.Argument(help="Of the profile.")]) -> None:
    """Use a profile from now on, where no other is named."""
    stored = profiles_load()
    stored.current, chosen = stored.chosen(name)
    profiles_save(stored)
    note(f"Commands now go to {chosen.url} ({chosen.organization}).")


def _me(waybill: Waybill) -> MeOut:
    try:
        return waybill.me()
    except Refused as error:
        if error.status != HTTPStatus.UNAUTHORIZED:
            raise
        raise Problem(
            f"{waybill.url} does not take this key: {error.detail}",
            "Make one there under Settings → Keys, then run `waybill login`.",
            Exit.NO_RIGHT,
            request_id=error.request_id,
        ) from error
