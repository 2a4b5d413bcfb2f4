from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.plural import Plural


T = TypeVar("T", bound="QuestionWords")


@_attrs_define
class QuestionWords:
    """Around one question of a form.

    Attributes:
        optional (str):
        required (str):
        answer (str):
        choose (str):
        search (str):
        no_match (str):
        more (str):
        found (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        loading (str):
        stale (str):
        away (str):
        clear (str):
        show (str):
        hide (str):
        show_field (str):
        hide_field (str):
        yes (str):
        no (str):
        calculated (str):
        rating (str):
        left (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        pick_least (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        pick_most (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        pick_between (str):
    """

    optional: str
    required: str
    answer: str
    choose: str
    search: str
    no_match: str
    more: str
    found: Plural
    loading: str
    stale: str
    away: str
    clear: str
    show: str
    hide: str
    show_field: str
    hide_field: str
    yes: str
    no: str
    calculated: str
    rating: str
    left: Plural
    pick_least: Plural
    pick_most: Plural
    pick_between: str

    def to_dict(self) -> dict[str, Any]:
        optional = self.optional

        required = self.required

        answer = self.answer

        choose = self.choose

        search = self.search

        no_match = self.no_match

        more = self.more

        found = self.found.to_dict()

        loading = self.loading

        stale = self.stale

        away = self.away

        clear = self.clear

        show = self.show

        hide = self.hide

        show_field = self.show_field

        hide_field = self.hide_field

        yes = self.yes

        no = self.no

        calculated = self.calculated

        rating = self.rating

        left = self.left.to_dict()

        pick_least = self.pick_least.to_dict()

        pick_most = self.pick_most.to_dict()

        pick_between = self.pick_between

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "optional": optional,
                "required": required,
                "answer": answer,
                "choose": choose,
                "search": search,
                "no_match": no_match,
                "more": more,
                "found": found,
                "loading": loading,
                "stale": stale,
                "away": away,
                "clear": clear,
                "show": show,
                "hide": hide,
                "show_field": show_field,
                "hide_field": hide_field,
                "yes": yes,
                "no": no,
                "calculated": calculated,
                "rating": rating,
                "left": left,
                "pick_least": pick_least,
                "pick_most": pick_most,
                "pick_between": pick_between,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.plural import Plural

        d = dict(src_dict)
        optional = d.pop("optional")

        required = d.pop("required")

        answer = d.pop("answer")

        choose = d.pop("choose")

        search = d.pop("search")

        no_match = d.pop("no_match")

        more = d.pop("more")

        found = Plural.from_dict(d.pop("found"))

        loading = d.pop("loading")

        stale = d.pop("stale")

        away = d.pop("away")

        clear = d.pop("clear")

        show = d.pop("show")

        hide = d.pop("hide")

        show_field = d.pop("show_field")

        hide_field = d.pop("hide_field")

        yes = d.pop("yes")

        no = d.pop("no")

        calculated = d.pop("calculated")

        rating = d.pop("rating")

        left = Plural.from_dict(d.pop("left"))

        pick_least = Plural.from_dict(d.pop("pick_least"))

        pick_most = Plural.from_dict(d.pop("pick_most"))

        pick_between = d.pop("pick_between")

        question_words = cls(
            optional=optional,
            required=required,
            answer=answer,
            choose=choose,
            search=search,
            no_match=no_match,
            more=more,
            found=found,
            loading=loading,
            stale=stale,
            away=away,
            clear=clear,
            show=show,
            hide=hide,
            show_field=show_field,
            hide_field=hide_field,
            yes=yes,
            no=no,
            calculated=calculated,
            rating=rating,
            left=left,
            pick_least=pick_least,
            pick_most=pick_most,
            pick_between=pick_between,
        )

        return question_words
