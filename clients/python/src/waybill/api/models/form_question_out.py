from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.form_choice_out import FormChoiceOut


T = TypeVar("T", bound="FormQuestionOut")


@_attrs_define
class FormQuestionOut:
    """One question. What its kind does not have is null.

    Attributes:
        key (str):
        kind (str):
        label (str):
        help_ (str):  Default: ''.
        placeholder (str):  Default: ''.
        required (bool):
        sensitive (bool):  Default: False.
        autocomplete (str):  Default: ''.
        default (bool | None | str):
        show_if (None | str): CEL: it is asked when this is true. Without: always.
        min_length (int | None):
        max_length (int | None):
        pattern (None | str): For JavaScript with the flag `u`, of the whole text.
        pattern_message (None | str):
        minimum (int | None | str): A number, an exact number as text, a day or a time; or rows.
        maximum (int | None | str):
        decimals (int | None):
        currencies (list[str] | None):
        zone (None | str):
        choices (list[FormChoiceOut] | None):
        live (bool): Its choices are asked for as people type. Default: False.
        region (None | str):
        text (None | str): What is agreed to.
        most (int | None): Stars of a rating.
        accept (list[str] | None): Endings of file names.
        kinds (list[str] | None): Kinds of file, in words.
        max_bytes (int | None):
        max_files (int | None):
        query (None | str): Where a link brings the answer along.
        value (None | str): CEL that gives the answer.
        type_ (None | str):
        row_label (None | str):
        questions (list[FormQuestionOut] | None): Of each row of a group.
    """

    key: str
    kind: str
    label: str
    required: bool
    default: bool | None | str
    show_if: None | str
    min_length: int | None
    max_length: int | None
    pattern: None | str
    pattern_message: None | str
    minimum: int | None | str
    maximum: int | None | str
    decimals: int | None
    currencies: list[str] | None
    zone: None | str
    choices: list[FormChoiceOut] | None
    region: None | str
    text: None | str
    most: int | None
    accept: list[str] | None
    kinds: list[str] | None
    max_bytes: int | None
    max_files: int | None
    query: None | str
    value: None | str
    type_: None | str
    row_label: None | str
    questions: list[FormQuestionOut] | None
    help_: str = ""
    placeholder: str = ""
    sensitive: bool = False
    autocomplete: str = ""
    live: bool = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        kind = self.kind

        label = self.label

        help_ = self.help_

        placeholder = self.placeholder

        required = self.required

        sensitive = self.sensitive

        autocomplete = self.autocomplete

        default: bool | None | str
        default = self.default

        show_if: None | str
        show_if = self.show_if

        min_length: int | None
        min_length = self.min_length

        max_length: int | None
        max_length = self.max_length

        pattern: None | str
        pattern = self.pattern

        pattern_message: None | str
        pattern_message = self.pattern_message

        minimum: int | None | str
        minimum = self.minimum

        maximum: int | None | str
        maximum = self.maximum

        decimals: int | None
        decimals = self.decimals

        currencies: list[str] | None
        if isinstance(self.currencies, list):
            currencies = self.currencies

        else:
            currencies = self.currencies

        zone: None | str
        zone = self.zone

        choices: list[dict[str, Any]] | None
        if isinstance(self.choices, list):
            choices = []
            for choices_type_0_item_data in self.choices:
                choices_type_0_item = choices_type_0_item_data.to_dict()
                choices.append(choices_type_0_item)

        else:
            choices = self.choices

        live = self.live

        region: None | str
        region = self.region

        text: None | str
        text = self.text

        most: int | None
        most = self.most

        accept: list[str] | None
        if isinstance(self.accept, list):
            accept = self.accept

        else:
            accept = self.accept

        kinds: list[str] | None
        if isinstance(self.kinds, list):
            kinds = self.kinds

        else:
            kinds = self.kinds

        max_bytes: int | None
        max_bytes = self.max_bytes

        max_files: int | None
        max_files = self.max_files

        query: None | str
        query = self.query

        value: None | str
        value = self.value

        type_: None | str
        type_ = self.type_

        row_label: None | str
        row_label = self.row_label

        questions: list[dict[str, Any]] | None
        if isinstance(self.questions, list):
            questions = []
            for questions_type_0_item_data in self.questions:
                questions_type_0_item = questions_type_0_item_data.to_dict()
                questions.append(questions_type_0_item)

        else:
            questions = self.questions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "kind": kind,
                "label": label,
                "help": help_,
                "placeholder": placeholder,
                "required": required,
                "sensitive": sensitive,
                "autocomplete": autocomplete,
                "default": default,
                "show_if": show_if,
                "min_length": min_length,
                "max_length": max_length,
                "pattern": pattern,
                "pattern_message": pattern_message,
                "minimum": minimum,
                "maximum": maximum,
                "decimals": decimals,
                "currencies": currencies,
                "zone": zone,
                "choices": choices,
                "live": live,
                "region": region,
                "text": text,
                "most": most,
                "accept": accept,
                "kinds": kinds,
                "max_bytes": max_bytes,
                "max_files": max_files,
                "query": query,
                "value": value,
                "type": type_,
                "row_label": row_label,
                "questions": questions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.form_choice_out import FormChoiceOut

        d = dict(src_dict)
        key = d.pop("key")

        kind = d.pop("kind")

        label = d.pop("label")

        help_ = d.pop("help")

        placeholder = d.pop("placeholder")

        required = d.pop("required")

        sensitive = d.pop("sensitive")

        autocomplete = d.pop("autocomplete")

        def _parse_default(data: object) -> bool | None | str:
            if data is None:
                return data
            return cast(bool | None | str, data)

        default = _parse_default(d.pop("default"))

        def _parse_show_if(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        show_if = _parse_show_if(d.pop("show_if"))

        def _parse_min_length(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        min_length = _parse_min_length(d.pop("min_length"))

        def _parse_max_length(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        max_length = _parse_max_length(d.pop("max_length"))

        def _parse_pattern(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        pattern = _parse_pattern(d.pop("pattern"))

        def _parse_pattern_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        pattern_message = _parse_pattern_message(d.pop("pattern_message"))

        def _parse_minimum(data: object) -> int | None | str:
            if data is None:
                return data
            return cast(int | None | str, data)

        minimum = _parse_minimum(d.pop("minimum"))

        def _parse_maximum(data: object) -> int | None | str:
            if data is None:
                return data
            return cast(int | None | str, data)

        maximum = _parse_maximum(d.pop("maximum"))

        def _parse_decimals(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        decimals = _parse_decimals(d.pop("decimals"))

        def _parse_currencies(data: object) -> list[str] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                currencies_type_0 = cast(list[str], data)

                return currencies_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None, data)

        currencies = _parse_currencies(d.pop("currencies"))

        def _parse_zone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        zone = _parse_zone(d.pop("zone"))

        def _parse_choices(data: object) -> list[FormChoiceOut] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                choices_type_0 = []
                _choices_type_0 = data
                for choices_type_0_item_data in _choices_type_0:
                    choices_type_0_item = FormChoiceOut.from_dict(
                        choices_type_0_item_data
                    )

                    choices_type_0.append(choices_type_0_item)

                return choices_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[FormChoiceOut] | None, data)

        choices = _parse_choices(d.pop("choices"))

        live = d.pop("live")

        def _parse_region(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        region = _parse_region(d.pop("region"))

        def _parse_text(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        text = _parse_text(d.pop("text"))

        def _parse_most(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        most = _parse_most(d.pop("most"))

        def _parse_accept(data: object) -> list[str] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                accept_type_0 = cast(list[str], data)

                return accept_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None, data)

        accept = _parse_accept(d.pop("accept"))

        def _parse_kinds(data: object) -> list[str] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                kinds_type_0 = cast(list[str], data)

                return kinds_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None, data)

        kinds = _parse_kinds(d.pop("kinds"))

        def _parse_max_bytes(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        max_bytes = _parse_max_bytes(d.pop("max_bytes"))

        def _parse_max_files(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        max_files = _parse_max_files(d.pop("max_files"))

        def _parse_query(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        query = _parse_query(d.pop("query"))

        def _parse_value(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        value = _parse_value(d.pop("value"))

        def _parse_type_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        type_ = _parse_type_(d.pop("type"))

        def _parse_row_label(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        row_label = _parse_row_label(d.pop("row_label"))

        def _parse_questions(data: object) -> list[FormQuestionOut] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                questions_type_0 = []
                _questions_type_0 = data
                for questions_type_0_item_data in _questions_type_0:
                    questions_type_0_item = FormQuestionOut.from_dict(
                        questions_type_0_item_data
                    )

                    questions_type_0.append(questions_type_0_item)

                return questions_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[FormQuestionOut] | None, data)

        questions = _parse_questions(d.pop("questions"))

        form_question_out = cls(
            key=key,
            kind=kind,
            label=label,
            help_=help_,
            placeholder=placeholder,
            required=required,
            sensitive=sensitive,
            autocomplete=autocomplete,
            default=default,
            show_if=show_if,
            min_length=min_length,
            max_length=max_length,
            pattern=pattern,
            pattern_message=pattern_message,
            minimum=minimum,
            maximum=maximum,
            decimals=decimals,
            currencies=currencies,
            zone=zone,
            choices=choices,
            live=live,
            region=region,
            text=text,
            most=most,
            accept=accept,
            kinds=kinds,
            max_bytes=max_bytes,
            max_files=max_files,
            query=query,
            value=value,
            type_=type_,
            row_label=row_label,
            questions=questions,
        )

        form_question_out.additional_properties = d
        return form_question_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
