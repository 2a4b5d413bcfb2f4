"""People sign in with e-mail and password through allauth's headless browser client."""

from __future__ import annotations

from mysite.settings.base import WAYBILL_PUBLIC_URL
from mysite.settings.env import env

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# Accounts are made by an operator, not by signing up, so there is no address to prove.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True

# Failed sign-ins are limited by address. Behind proxies that append to X-Forwarded-For, say how
# many there are; otherwise everybody shares the address of the nearest one.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("WAYBILL_TRUSTED_PROXIES", default=0)

HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser", "app")
HEADLESS_FRONTEND_URLS = {
    "account_confirm_email": f"{WAYBILL_PUBLIC_URL}/sign-in",
    "account_reset_password": f"{WAYBILL_PUBLIC_URL}/sign-in",
    "account_reset_password_from_key": f"{WAYBILL_PUBLIC_URL}/sign-in",
    "account_signup": f"{WAYBILL_PUBLIC_URL}/sign-in",
}
