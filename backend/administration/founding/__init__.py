"""`waybill-admin init`: the first organization and its owner."""

from administration.founding.answers import Answers, AnswersMissing, answers_read
from administration.founding.first_organization import (
    found_first,
    link_send,
    organizations_there,
)

__all__ = [
    "Answers",
    "AnswersMissing",
    "answers_read",
    "found_first",
    "link_send",
    "organizations_there",
]
