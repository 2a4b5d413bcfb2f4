"""Waybill's rules for accounts, as an allauth adapter."""

from __future__ import annotations

from smtplib import SMTPException
from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.ratelimit import consume
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.forms import Form
from django.http import HttpRequest

from core.access.people.devices import device_known
from core.access.people.records import person_record
from core.access.people.throttle import TooManyTries, Try, try_begin
from core.access.people.waiting import invitation_waiting
from core.accounts.models import User
from core.errors import Unavailable

log = structlog.get_logger(__name__)

# Anybody can request these mails for any address. More than this in an hour are not sent.
# The links sent earlier stay valid, so the owner of the address can still use them.
_ON_REQUEST = {
    f"account/email/{name}"
    for name in ("password_reset_key", "unknown_account", "account_already_exists")
}
_MAILS = "3/1h/key"


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up by invitation, slower guessing without lockout, mails that reveal little."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether this browser may sign up: sign-up is open, or it holds a good invitation."""
        return bool(settings.WAYBILL_OPEN_SIGNUP) or invitation_waiting(request) is not None

    def save_user(
        self, request: HttpRequest, user: Any, form: Form, commit: bool = True
    ) -> AbstractBaseUser:
        """Save the name with what allauth saves."""
        user.name = form.cleaned_data.get("name") or user.name
        saved: AbstractBaseUser = super().save_user(request, user, form, commit)
        return saved

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Check a password at the pace that `core.access.people.throttle` allows.

        An address without an account takes the same steps and gets the same answers.
        """
        person = User.objects.filter(email=credentials.get("email", "").lower()).first()
        attempt = self._begin(request, person, credentials)
        found = super().authenticate(request, **credentials)
        if found is not None and (not attempt.slowed or self._has_second_factor(found)):
            attempt.give_back()
            return found
        if attempt.slowed:
            if person is not None and self._first_in_an_hour(person):
                person_record(request, person, "sign_in_slowed", by_person=False)
            raise self.validation_error("too_many_login_attempts")
        if person is not None:
            person_record(request, person, "sign_in_failed", by_person=False)
        return None

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Does nothing: allauth would count the account's failures for everybody here."""

    def _begin(self, request: HttpRequest, person: User | None, credentials: dict[str, Any]) -> Try:
        device = device_known(request, person)
        if request.user.is_authenticated and request.user == person:
            device = f"session-{request.session.session_key}"
        account = credentials.get("email", "").lower()
        try:
            return try_begin(request, "password", account=account, device=device)
        except TooManyTries:
            raise self.validation_error("too_many_login_attempts") from None

    def _has_second_factor(self, user: AbstractBaseUser) -> bool:
        from_app = user.authenticator_set.exclude(type="recovery_codes")  # type: ignore[attr-defined]
        return bool(from_app.exists())

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send one of our plain mails. Raises Unavailable when the mail server refuses it."""
        if template_prefix in _ON_REQUEST and not self._may_mail(email):
            log.info("mail left out: enough were sent to this address")
            return
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError) as error:
            log.warning("mail not sent", action=template_prefix, error=type(error).__name__)
            raise Unavailable(
                "The mail could not be sent. Try again in a minute, "
                "or ask your administrator about the mail server.",
                code="email_not_sent",
            ) from error

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Report a change that is already made. A failing mail server must not undo it."""
        try:
            super().send_notification_mail(*args, **kwargs)
        except Unavailable:
            return

    def _may_mail(self, email: str) -> bool:
        return self._within("mail", _MAILS, email.lower())

    def _first_in_an_hour(self, person: User) -> bool:
        return self._within("slowed", "1/1h/key", str(person.pk))

    def _within(self, action: str, rate: str, key: str) -> bool:
        config = {action: rate}
        return bool(consume(self.request, app="waybill", action=action, config=config, key=key))
