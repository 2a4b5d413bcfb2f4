from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.form_out_direction import FormOutDirection
from ..models.form_state import FormState

if TYPE_CHECKING:
    from ..models.form_language_out import FormLanguageOut
    from ..models.form_look_out import FormLookOut
    from ..models.form_out_json_schema import FormOutJsonSchema
    from ..models.form_page_out import FormPageOut
    from ..models.form_protection_out import FormProtectionOut
    from ..models.form_question_out import FormQuestionOut
    from ..models.form_rule_out import FormRuleOut
    from ..models.form_sent_out import FormSentOut
    from ..models.form_step_out import FormStepOut
    from ..models.form_words import FormWords
    from ..models.organization_name_out import OrganizationNameOut


T = TypeVar("T", bound="FormOut")


@_attrs_define
class FormOut:
    """A public form: what to ask, how to draw it, what happens then.

    Attributes:
        slug (str):
        version (int): 0: it is not published.
        language (str): In which all of this is told (BCP 47).
        direction (FormOutDirection): Of its writing, as HTML's `dir`.
        languages (list[FormLanguageOut]):
        words (FormWords): Everything that a public form says besides its own questions.
        title (str):
        intro (str):
        submit_label (str):
        minutes (int): How long it takes.
        organization (OrganizationNameOut): What the public may know of an organization.
        look (FormLookOut):
        sent (FormSentOut): What people read after they sent it, and where they are led.
        state (FormState):
        state_text (str): The same, for people; empty while it is open.
        pages (list[FormPageOut]):
        questions (list[FormQuestionOut]):
        rules (list[FormRuleOut]):
        has_expressions (bool):
        json_schema (FormOutJsonSchema): JSON Schema (2020-12) of `data`.
        steps (list[FormStepOut]):
        protection (FormProtectionOut): What a page that shows the form must do before it can be sent.
    """

    slug: str
    version: int
    language: str
    direction: FormOutDirection
    languages: list[FormLanguageOut]
    words: FormWords
    title: str
    intro: str
    submit_label: str
    minutes: int
    organization: OrganizationNameOut
    look: FormLookOut
    sent: FormSentOut
    state: FormState
    state_text: str
    pages: list[FormPageOut]
    questions: list[FormQuestionOut]
    rules: list[FormRuleOut]
    has_expressions: bool
    json_schema: FormOutJsonSchema
    steps: list[FormStepOut]
    protection: FormProtectionOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        slug = self.slug

        version = self.version

        language = self.language

        direction = self.direction.value

        languages = []
        for languages_item_data in self.languages:
            languages_item = languages_item_data.to_dict()
            languages.append(languages_item)

        words = self.words.to_dict()

        title = self.title

        intro = self.intro

        submit_label = self.submit_label

        minutes = self.minutes

        organization = self.organization.to_dict()

        look = self.look.to_dict()

        sent = self.sent.to_dict()

        state = self.state.value

        state_text = self.state_text

        pages = []
        for pages_item_data in self.pages:
            pages_item = pages_item_data.to_dict()
            pages.append(pages_item)

        questions = []
        for questions_item_data in self.questions:
            questions_item = questions_item_data.to_dict()
            questions.append(questions_item)

        rules = []
        for rules_item_data in self.rules:
            rules_item = rules_item_data.to_dict()
            rules.append(rules_item)

        has_expressions = self.has_expressions

        json_schema = self.json_schema.to_dict()

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        protection = self.protection.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "slug": slug,
                "version": version,
                "language": language,
                "direction": direction,
                "languages": languages,
                "words": words,
                "title": title,
                "intro": intro,
                "submit_label": submit_label,
                "minutes": minutes,
                "organization": organization,
                "look": look,
                "sent": sent,
                "state": state,
                "state_text": state_text,
                "pages": pages,
                "questions": questions,
                "rules": rules,
                "has_expressions": has_expressions,
                "json_schema": json_schema,
                "steps": steps,
                "protection": protection,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.form_language_out import FormLanguageOut
        from ..models.form_look_out import FormLookOut
        from ..models.form_out_json_schema import FormOutJsonSchema
        from ..models.form_page_out import FormPageOut
        from ..models.form_protection_out import FormProtectionOut
        from ..models.form_question_out import FormQuestionOut
        from ..models.form_rule_out import FormRuleOut
        from ..models.form_sent_out import FormSentOut
        from ..models.form_step_out import FormStepOut
        from ..models.form_words import FormWords
        from ..models.organization_name_out import OrganizationNameOut

        d = dict(src_dict)
        slug = d.pop("slug")

        version = d.pop("version")

        language = d.pop("language")

        direction = FormOutDirection(d.pop("direction"))

        languages = []
        _languages = d.pop("languages")
        for languages_item_data in _languages:
            languages_item = FormLanguageOut.from_dict(languages_item_data)

            languages.append(languages_item)

        words = FormWords.from_dict(d.pop("words"))

        title = d.pop("title")

        intro = d.pop("intro")

        submit_label = d.pop("submit_label")

        minutes = d.pop("minutes")

        organization = OrganizationNameOut.from_dict(d.pop("organization"))

        look = FormLookOut.from_dict(d.pop("look"))

        sent = FormSentOut.from_dict(d.pop("sent"))

        state = FormState(d.pop("state"))

        state_text = d.pop("state_text")

        pages = []
        _pages = d.pop("pages")
        for pages_item_data in _pages:
            pages_item = FormPageOut.from_dict(pages_item_data)

            pages.append(pages_item)

        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:
            questions_item = FormQuestionOut.from_dict(questions_item_data)

            questions.append(questions_item)

        rules = []
        _rules = d.pop("rules")
        for rules_item_data in _rules:
            rules_item = FormRuleOut.from_dict(rules_item_data)

            rules.append(rules_item)

        has_expressions = d.pop("has_expressions")

        json_schema = FormOutJsonSchema.from_dict(d.pop("json_schema"))

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = FormStepOut.from_dict(steps_item_data)

            steps.append(steps_item)

        protection = FormProtectionOut.from_dict(d.pop("protection"))

        form_out = cls(
            slug=slug,
            version=version,
            language=language,
            direction=direction,
            languages=languages,
            words=words,
            title=title,
            intro=intro,
            submit_label=submit_label,
            minutes=minutes,
            organization=organization,
            look=look,
            sent=sent,
            state=state,
            state_text=state_text,
            pages=pages,
            questions=questions,
            rules=rules,
            has_expressions=has_expressions,
            json_schema=json_schema,
            steps=steps,
            protection=protection,
        )

        form_out.additional_properties = d
        return form_out

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
