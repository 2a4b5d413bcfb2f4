from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.plural import Plural


T = TypeVar("T", bound="RefusalWords")


@_attrs_define
class RefusalWords:
    """Why an answer is refused; said beside its question by the server and by the page.

    Attributes:
        needed (str):
        unknown (str):
        not_asked (str):
        value (str):
        computed (str):
        calculated (str):
        rule (str):
        text (str):
        list_ (str):
        group (str):
        number (str):
        whole_number (str):
        decimal_whole (str):
        decimals (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        digits (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        least (str):
        most (str):
        above (str):
        below (str):
        multiple (str):
        earliest (str):
        latest (str):
        too_short (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        too_long (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        too_few (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        too_many (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        pattern (str):
        email (str):
        email_alone (str):
        email_letters (str):
        phone (str):
        phone_home (str):
        phone_extension (str):
        phone_invalid (str):
        url (str):
        url_password (str):
        date (str):
        time (str):
        moment (str):
        moment_skipped (str):
        zone (str):
        boolean (str):
        consent (str):
        choice (str):
        gone (str):
        repeated (str):
        country (str):
        currency (str):
        signature (str):
        signature_long (str):
        file (str):
        file_gone (str):
        file_empty (str):
        file_large (str):
        file_kind (str):
        file_no_ending (str):
        file_named (str):
        file_misnamed (str):
        file_other (str):
        file_two_kinds (str):
        file_macros (str):
        file_damaged (str):
        file_takes (str):
        language (str):
    """

    needed: str
    unknown: str
    not_asked: str
    value: str
    computed: str
    calculated: str
    rule: str
    text: str
    list_: str
    group: str
    number: str
    whole_number: str
    decimal_whole: str
    decimals: Plural
    digits: Plural
    least: str
    most: str
    above: str
    below: str
    multiple: str
    earliest: str
    latest: str
    too_short: Plural
    too_long: Plural
    too_few: Plural
    too_many: Plural
    pattern: str
    email: str
    email_alone: str
    email_letters: str
    phone: str
    phone_home: str
    phone_extension: str
    phone_invalid: str
    url: str
    url_password: str
    date: str
    time: str
    moment: str
    moment_skipped: str
    zone: str
    boolean: str
    consent: str
    choice: str
    gone: str
    repeated: str
    country: str
    currency: str
    signature: str
    signature_long: str
    file: str
    file_gone: str
    file_empty: str
    file_large: str
    file_kind: str
    file_no_ending: str
    file_named: str
    file_misnamed: str
    file_other: str
    file_two_kinds: str
    file_macros: str
    file_damaged: str
    file_takes: str
    language: str

    def to_dict(self) -> dict[str, Any]:
        needed = self.needed

        unknown = self.unknown

        not_asked = self.not_asked

        value = self.value

        computed = self.computed

        calculated = self.calculated

        rule = self.rule

        text = self.text

        list_ = self.list_

        group = self.group

        number = self.number

        whole_number = self.whole_number

        decimal_whole = self.decimal_whole

        decimals = self.decimals.to_dict()

        digits = self.digits.to_dict()

        least = self.least

        most = self.most

        above = self.above

        below = self.below

        multiple = self.multiple

        earliest = self.earliest

        latest = self.latest

        too_short = self.too_short.to_dict()

        too_long = self.too_long.to_dict()

        too_few = self.too_few.to_dict()

        too_many = self.too_many.to_dict()

        pattern = self.pattern

        email = self.email

        email_alone = self.email_alone

        email_letters = self.email_letters

        phone = self.phone

        phone_home = self.phone_home

        phone_extension = self.phone_extension

        phone_invalid = self.phone_invalid

        url = self.url

        url_password = self.url_password

        date = self.date

        time = self.time

        moment = self.moment

        moment_skipped = self.moment_skipped

        zone = self.zone

        boolean = self.boolean

        consent = self.consent

        choice = self.choice

        gone = self.gone

        repeated = self.repeated

        country = self.country

        currency = self.currency

        signature = self.signature

        signature_long = self.signature_long

        file = self.file

        file_gone = self.file_gone

        file_empty = self.file_empty

        file_large = self.file_large

        file_kind = self.file_kind

        file_no_ending = self.file_no_ending

        file_named = self.file_named

        file_misnamed = self.file_misnamed

        file_other = self.file_other

        file_two_kinds = self.file_two_kinds

        file_macros = self.file_macros

        file_damaged = self.file_damaged

        file_takes = self.file_takes

        language = self.language

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "needed": needed,
                "unknown": unknown,
                "not_asked": not_asked,
                "value": value,
                "computed": computed,
                "calculated": calculated,
                "rule": rule,
                "text": text,
                "list": list_,
                "group": group,
                "number": number,
                "whole_number": whole_number,
                "decimal_whole": decimal_whole,
                "decimals": decimals,
                "digits": digits,
                "least": least,
                "most": most,
                "above": above,
                "below": below,
                "multiple": multiple,
                "earliest": earliest,
                "latest": latest,
                "too_short": too_short,
                "too_long": too_long,
                "too_few": too_few,
                "too_many": too_many,
                "pattern": pattern,
                "email": email,
                "email_alone": email_alone,
                "email_letters": email_letters,
                "phone": phone,
                "phone_home": phone_home,
                "phone_extension": phone_extension,
                "phone_invalid": phone_invalid,
                "url": url,
                "url_password": url_password,
                "date": date,
                "time": time,
                "moment": moment,
                "moment_skipped": moment_skipped,
                "zone": zone,
                "boolean": boolean,
                "consent": consent,
                "choice": choice,
                "gone": gone,
                "repeated": repeated,
                "country": country,
                "currency": currency,
                "signature": signature,
                "signature_long": signature_long,
                "file": file,
                "file_gone": file_gone,
                "file_empty": file_empty,
                "file_large": file_large,
                "file_kind": file_kind,
                "file_no_ending": file_no_ending,
                "file_named": file_named,
                "file_misnamed": file_misnamed,
                "file_other": file_other,
                "file_two_kinds": file_two_kinds,
                "file_macros": file_macros,
                "file_damaged": file_damaged,
                "file_takes": file_takes,
                "language": language,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.plural import Plural

        d = dict(src_dict)
        needed = d.pop("needed")

        unknown = d.pop("unknown")

        not_asked = d.pop("not_asked")

        value = d.pop("value")

        computed = d.pop("computed")

        calculated = d.pop("calculated")

        rule = d.pop("rule")

        text = d.pop("text")

        list_ = d.pop("list")

        group = d.pop("group")

        number = d.pop("number")

        whole_number = d.pop("whole_number")

        decimal_whole = d.pop("decimal_whole")

        decimals = Plural.from_dict(d.pop("decimals"))

        digits = Plural.from_dict(d.pop("digits"))

        least = d.pop("least")

        most = d.pop("most")

        above = d.pop("above")

        below = d.pop("below")

        multiple = d.pop("multiple")

        earliest = d.pop("earliest")

        latest = d.pop("latest")

        too_short = Plural.from_dict(d.pop("too_short"))

        too_long = Plural.from_dict(d.pop("too_long"))

        too_few = Plural.from_dict(d.pop("too_few"))

        too_many = Plural.from_dict(d.pop("too_many"))

        pattern = d.pop("pattern")

        email = d.pop("email")

        email_alone = d.pop("email_alone")

        email_letters = d.pop("email_letters")

        phone = d.pop("phone")

        phone_home = d.pop("phone_home")

        phone_extension = d.pop("phone_extension")

        phone_invalid = d.pop("phone_invalid")

        url = d.pop("url")

        url_password = d.pop("url_password")

        date = d.pop("date")

        time = d.pop("time")

        moment = d.pop("moment")

        moment_skipped = d.pop("moment_skipped")

        zone = d.pop("zone")

        boolean = d.pop("boolean")

        consent = d.pop("consent")

        choice = d.pop("choice")

        gone = d.pop("gone")

        repeated = d.pop("repeated")

        country = d.pop("country")

        currency = d.pop("currency")

        signature = d.pop("signature")

        signature_long = d.pop("signature_long")

        file = d.pop("file")

        file_gone = d.pop("file_gone")

        file_empty = d.pop("file_empty")

        file_large = d.pop("file_large")

        file_kind = d.pop("file_kind")

        file_no_ending = d.pop("file_no_ending")

        file_named = d.pop("file_named")

        file_misnamed = d.pop("file_misnamed")

        file_other = d.pop("file_other")

        file_two_kinds = d.pop("file_two_kinds")

        file_macros = d.pop("file_macros")

        file_damaged = d.pop("file_damaged")

        file_takes = d.pop("file_takes")

        language = d.pop("language")

        refusal_words = cls(
            needed=needed,
            unknown=unknown,
            not_asked=not_asked,
            value=value,
            computed=computed,
            calculated=calculated,
            rule=rule,
            text=text,
            list_=list_,
            group=group,
            number=number,
            whole_number=whole_number,
            decimal_whole=decimal_whole,
            decimals=decimals,
            digits=digits,
            least=least,
            most=most,
            above=above,
            below=below,
            multiple=multiple,
            earliest=earliest,
            latest=latest,
            too_short=too_short,
            too_long=too_long,
            too_few=too_few,
            too_many=too_many,
            pattern=pattern,
            email=email,
            email_alone=email_alone,
            email_letters=email_letters,
            phone=phone,
            phone_home=phone_home,
            phone_extension=phone_extension,
            phone_invalid=phone_invalid,
            url=url,
            url_password=url_password,
            date=date,
            time=time,
            moment=moment,
            moment_skipped=moment_skipped,
            zone=zone,
            boolean=boolean,
            consent=consent,
            choice=choice,
            gone=gone,
            repeated=repeated,
            country=country,
            currency=currency,
            signature=signature,
            signature_long=signature_long,
            file=file,
            file_gone=file_gone,
            file_empty=file_empty,
            file_large=file_large,
            file_kind=file_kind,
            file_no_ending=file_no_ending,
            file_named=file_named,
            file_misnamed=file_misnamed,
            file_other=file_other,
            file_two_kinds=file_two_kinds,
            file_macros=file_macros,
            file_damaged=file_damaged,
            file_takes=file_takes,
            language=language,
        )

        return refusal_words
