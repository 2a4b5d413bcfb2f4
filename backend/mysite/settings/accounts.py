"""Sign-up and sign-in, through allauth's headless browser client."""

from __future__ import annotations

from mysite.settings.base import PUBLIC_HOST, WAYBILL_PUBLIC_URL, is_ip_address
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

# Without it, only invited people get an account.
WAYBILL_OPEN_SIGNUP = env.bool("WAYBILL_OPEN_SIGNUP", default=False)

ACCOUNT_ADAPTER = "core.access.people.adapter.AccountAdapter"
ACCOUNT_SIGNUP_FORM_CLASS = "core.access.people.sign_up.SignUpForm"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# The link of a password reset signs the person in and makes the device known. So guessing passwords
# cannot lock anybody out. A second factor is still required.
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
PASSWORD_RESET_TIMEOUT = 3600

# A shared limit per account would let anybody lock its owner out. The limits of
# `core.access.people.throttle` recognize devices that signed in before.
ACCOUNT_RATE_LIMITS = {
    "login": None,
    "login_failed": None,
    "reset_password": "20/m/ip",
    "reset_password_from_key": "20/m/ip",
    "signup": "20/h/ip",
    "confirm_email": "1/2m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("WAYBILL_TRUSTED_PROXIES", default=0)

MFA_ADAPTER = "core.access.people.factors.MFAAdapter"
MFA_TOTP_ISSUER = "Waybill"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
# A new address waits for verification; the old address stays valid until then.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# Browsers do not support passkeys for IP addresses.
PASSKEYS = not is_ip_address(PUBLIC_HOST)
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp", *(["webauthn"] if PASSKEYS else [])]
MFA_PASSKEY_LOGIN_ENABLED = PASSKEYS

HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser", "app")
HEADLESS_FRONTEND_URLS = {
    "account_confirm_email": f"{WAYBILL_PUBLIC_URL}/verify-email/{{key}}",
    "account_reset_password": f"{WAYBILL_PUBLIC_URL}/forgot-password",
    "account_reset_password_from_key": f"{WAYBILL_PUBLIC_URL}/reset-password/{{key}}",
    "account_signup": f"{WAYBILL_PUBLIC_URL}/sign-up",
    "socialaccount_login_error": f"{WAYBILL_PUBLIC_URL}/sign-in",
}
