"""`waybill-admin init`: the first organization and its owner."""

from administration.founding.answers import Answers, AnswersMissing, answers_read
from administration.founding.first_organization import (
    Founded,
    Invited,
    found_first,
    organizations_there,
    owner_invite,
)

__all__ = [
    "Answers",
    "AnswersMissing",
    "Founded",
    "Invited",
    "answers_read",
    "found_first",
    "organizations_there",
    "owner_invite",
]
