from __future__ import annotations

import sys
from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated, Any

import typer

from waybill import Refused, Waybill, WaybillError
from waybill.api import API_VERSION
from waybill.api.api.tokens import revoke_tokens
from waybill.api.models.me_out import MeOut
from waybill.api.models.revoke_in import RevokeIn
from waybill.cli.problems import Exit, Problem
from waybill.cli.profiles.addresses import address_clean
from waybill.cli.profiles.browser_sign_in import sign_in_by_browser
from waybill.cli.profiles.credentials import ApiKey, Credential, Tokens, key_clean
from waybill.cli.profiles.keeping import credential_forget, credential_load, credential_save
from waybill.cli.profiles.one_at_a_time import credential_lock
from waybill.cli.profiles.server_version import version_of
from waybill.cli.profiles.signed_in import ProfileOption, sign_in_of
from waybill.cli.profiles.stored import (
    Profile,
    profile_name_check,
    profiles_change,
    profiles_load,
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
_EXAMPLE = "it: waybill login https://waybill.example.com"

profiles = typer.Typer(help="The instances that you have signed in to.")


def login(
    url: Annotated[
        str | None, typer.Argument(help="Of the instance, such as https://waybill.example.com.")
    ] = None,
    profile: Annotated[
        str, typer.Option("--profile", "-p", help="The name to keep this sign-in under.")
    ] = DEFAULT_NAME,
    with_key: Annotated[
        bool, typer.Option("--with-key", help="With an API key, typed without echo.")
    ] = False,
) -> None:
    """Sign in with a browser, or with an API key.

    A key is typed without echo, or read from standard input, and checked at once. What you sign in
    with is kept in the system's keyring, or in a file that only you can read.

    Examples:

      waybill login https://waybill.example.com

      waybill login https://staging.example.com --profile staging < key.txt
    """
    name = profile_name_check(profile)
    address = address_clean(url or answer_asked("Address of Waybill", instead=_EXAMPLE))
    credential: Credential
    if with_key or not sys.stdin.isatty():
        credential = ApiKey(secret=key_clean(secret_read("API key")))
        bearer = credential.secret
    else:
        credential = sign_in_by_browser(address)
        bearer = credential.access_token
    with progress(f"Asking {address}"), Waybill(address, bearer) as waybill:
        me = _me(waybill)
    with credential_lock(name):
        kept = credential_save(name, address, credential)
    with profiles_change() as stored:
        stored.by_name[name] = Profile(
            url=address, organization=me.organization.name, account=_account(me), kept=kept
        )
        stored.current = name
    where = "the system's keyring" if kept == "keyring" else "a file that only you can read"
    note(f"Signed in to {me.organization.name} as {_account(me)}, kept in {where}.")


def logout(profile: ProfileOption = None) -> None:
    """Forget a profile. A sign-in by browser ends; an API key stays valid until it is revoked.

    Examples:

      waybill logout

      waybill logout --profile staging
    """
    name, gone = profiles_load().chosen(profile)
    with credential_lock(name):
        _end_session(name, gone)
        credential_forget(name, gone.url, gone.kept)
    with profiles_change() as stored:
        stored.by_name.pop(name, None)
        if stored.current == name:
            stored.current = None
    note(f"Signed out of {gone.url} (profile “{name}”).")


def whoami(profile: ProfileOption = None, json: JsonOption = False) -> None:
    """Show whose key is used, on which instance, and what it may do.

    Examples:

      waybill whoami

      waybill whoami --profile staging --json
    """
    who = sign_in_of(profile)
    out = Output(json_lines=json)
    with Waybill(who.url, who.credential) as waybill:
        me, version = _me(waybill), version_of(waybill)
    out.record({"profile": who.profile, "url": who.url, "api_version": version, **me.to_dict()})
    out.facts(
        {
            "Instance": who.url,
            "Profile": who.profile or "none (from the environment)",
            "Organization": me.organization.name,
            "Account": f"{_account(me)} ({me.kind})",
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
    """Use a profile from now on, where no other is named.

    Examples:

      waybill profiles use staging
    """
    with profiles_change() as stored:
        stored.current, chosen = stored.chosen(name)
    note(f"Commands now go to {chosen.url} ({chosen.organization}).")


def _end_session(name: str, profile: Profile) -> None:
    """Tell the server, if there is a session and the server can be told."""
    try:
        credential = credential_load(name, profile.url, profile.kept)
        if isinstance(credential, Tokens):
            with Waybill(profile.url, credential.access_token) as waybill:
                body = RevokeIn(refresh_token=credential.refresh_token)
                waybill.call(revoke_tokens.sync_detailed, client=waybill.api, body=body)
    except (Problem, WaybillError) as error:
        note(f"{profile.url} was not told: {error}")
        note("If you were signed in by browser, end the session under Settings → Your sign-in.")


def _account(me: MeOut) -> str:
    """What tells the account apart: a person's address, or the key's name."""
    return me.email or me.name


def _me(waybill: Waybill) -> MeOut:
    try:
        return waybill.me()
    except Refused as error:
        if error.status != HTTPStatus.UNAUTHORIZED:
            raise
        raise Problem(
            f"{waybill.url} does not let you in: {error.detail}",
            "Make one there under Settings → Keys, then run `waybill login`.",
            Exit.NO_RIGHT,
            request_id=error.request_id,
        ) from error
