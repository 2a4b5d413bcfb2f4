"""The session behind a program that a person let in, so that they find it in the list of theirs.

Its tokens end with it. Its key is told to nobody: the program has its tokens, and no cookie.
"""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from core.accounts.models import User
from core.audit.services import Actor
from core.credentials.programs import Program

_MOST_CHARS = 200


def program_session_open(*, user: User, program: Program, origin: Actor) -> str:
    """Its key. ``origin``: where the program is, and what it says it is."""
    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.create()
    said = f" ({origin.agent})" if origin.agent else ""
    UserSession.objects.create(
        user=user,
        ip=origin.address,
        user_agent=f"{program.name}{said}"[:_MOST_CHARS],
        session_key=store.session_key,
    )
    return str(store.session_key)
