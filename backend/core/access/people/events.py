"""Records what allauth reports, and does what must follow from it."""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa import signals as mfa
from allauth.socialaccount import signals as social
from allauth.usersessions.internal.flows.sessions import end_other_sessions
from django.dispatch import receiver
from django.http import HttpRequest

from core.access.people.devices import device_notice
from core.access.people.records import person_record
from core.accounts.models import User

_RECORDED = {
    account.user_logged_out: "signed_out",
    account.password_set: "password_set",
    account.password_changed: "password_changed",
    account.password_reset: "password_reset",
    account.email_changed: "email_changed",
}
_FACTORS = {
    mfa.authenticator_added: "factor_added",
    mfa.authenticator_removed: "factor_removed",
    mfa.authenticator_reset: "factor_renewed",
}


@receiver(account.user_logged_in)
def on_signed_in(request: HttpRequest, user: User, **_: Any) -> None:
    """Record how they signed in, and remember the device."""
    methods = [record["method"] for record in get_authentication_records(request, user)]
    person_record(request, user, "signed_in", methods=methods)
    device_notice(request)


@receiver([account.password_changed, account.password_set])
def on_new_password(request: HttpRequest, user: User, **_: Any) -> None:
    """End every other session; this device stays known under the new password."""
    end_other_sessions(request, user)
    device_notice(request)


@receiver(account.password_reset)
def on_reset_password(request: HttpRequest, user: User, **_: Any) -> None:
    """End every session: the person signs in again."""
    end_other_sessions(request, user)


@receiver(list(_RECORDED))
def on_change(signal: Any, request: HttpRequest, user: User | None, **_: Any) -> None:
    """Record a change that has no details worth keeping."""
    if user is not None:
        person_record(request, user, _RECORDED[signal])


@receiver(list(_FACTORS))
def on_factor(signal: Any, request: HttpRequest, user: User, authenticator: Any, **_: Any) -> None:
    """Record a change of the second factors."""
    person_record(request, user, _FACTORS[signal], factor=authenticator.type)


@receiver(mfa.authentication_failed)
def on_wrong_code(request: HttpRequest, user: User, authenticator: Any, **_: Any) -> None:
    """Record a wrong code. The guessing limits bound their number."""
    person_record(request, user, "wrong_code", by_person=False, factor=authenticator.type)


@receiver(social.social_account_added)
def on_linked(request: HttpRequest, sociallogin: Any, **_: Any) -> None:
    """Record a provider with which the person can now sign in."""
    provider = sociallogin.account.provider
    person_record(request, sociallogin.user, "provider_linked", provider=provider)


@receiver(social.social_account_removed)
def on_unlinked(request: HttpRequest, socialaccount: Any, **_: Any) -> None:
    """Record a provider with which the person can no longer sign in."""
    provider = socialaccount.provider
    person_record(request, socialaccount.user, "provider_unlinked", provider=provider)
