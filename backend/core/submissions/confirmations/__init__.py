"""Forms that are confirmed by e-mail, where no script proves that a person sends them."""

from core.submissions.confirmations.keeping import (
    confirmation_form,
    confirmation_request,
    confirmation_submit,
    confirmations_expire,
    mail_address_in,
)

__all__ = [
    "confirmation_form",
    "confirmation_request",
    "confirmation_submit",
    "confirmations_expire",
    "mail_address_in",
]
