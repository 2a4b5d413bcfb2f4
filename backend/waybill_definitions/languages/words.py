"""The built-in sentences by name. A file of `files/` holds them in one language.

Names in braces are filled in. A `Plural` has a form for each category that its language knows
(CLDR: zero, one, two, few, many, other), chosen by ``count``.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, RootModel


class Plural(RootModel[dict[str, str]]):
    """One sentence in the forms that a language needs for different counts, at least `other`."""

    model_config = ConfigDict(frozen=True)


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class QuestionWords(_Words):
    """Around one question of a form."""

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


class RowWords(_Words):
    """Around the rows of a repeating group."""

    row: str
    numbered: str
    add: str
    remove: str
    up: str
    down: str
    added: str
    removed: str
    moved: str
    none: str
    least: Plural
    most: Plural


class FileWords(_Words):
    choose: Plural
    drop: str
    any_kind: str
    size: str
    size_each: str
    most: Plural
    count: Plural
    list: str
    remove: str
    uploading: str
    uploaded: str
    refused: str
    is_uploaded: str
    was_removed: str
    told: str
    failed: str
    unfinished: str
    again: str


class FileKindWords(_Words):
    """What each `FileKind` of a form is called."""

    pdf: str
    png: str
    jpeg: str
    gif: str
    webp: str
    heic: str
    docx: str
    xlsx: str
    pptx: str
    odt: str
    zip: str
    csv: str
    txt: str


class SignatureWords(_Words):
    name: str
    hint: str
    area: str
    drawn: str
    undo: str
    clear: str


class AddressWords(_Words):
    street: str
    more: str
    postcode: str
    city: str
    region: str
    country: str


class AmountWords(_Words):
    amount: str
    currency: str


class MomentWords(_Words):
    date: str
    time: str
    zone: str


class CheckWords(_Words):
    """The last look before a form is sent."""

    title: str
    text: str
    change: str
    change_page: str
    empty: str


class DraftWords(_Words):
    kept: str
    kept_partly: str
    clear: str
    changed: str


class FaultWords(_Words):
    """What is wrong with the answers, or with sending them."""

    summary: Plural
    about: str
    failed: str
    offline: str
    unreachable: str
    server: str
    request: str
    stopped: str


class AfterWords(_Words):
    title: str
    steps: str
    note: str


class AlreadySentWords(_Words):
    title: str
    text: str
    fresh: str


class SentWords(_Words):
    title: str
    text: str
    link: str
    go_on: str


class FormStateWords(_Words):
    """Why a form takes nothing now."""

    not_yet: str
    closed: str
    full: str
    next: str


class ScriptWords(_Words):
    """For browsers without JavaScript."""

    needed: str
    mail: str
    mail_label: str
    mail_sent: str
    confirm: str
    confirm_send: str
    expired: str
    too_large: str
    unreadable: str
    elsewhere: str
    closed: str
    open_alone: str
    more_asked: str


class RefusalWords(_Words):
    """Why an answer is refused; said beside its question by the server and by the page."""

    needed: str
    unknown: str
    not_asked: str
    value: str
    computed: str
    calculated: str
    rule: str
    text: str
    list: str
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


class FormWords(_Words):
    """Everything that a public form says besides its own questions."""

    next: str
    back: str
    review: str
    send: str
    sending: str
    again: str
    reload: str
    update: str
    skip: str
    language: str
    carried_by: str
    light: str
    dark: str
    progress: str
    page: str
    effort: str
    questions: Plural
    minutes: Plural
    trap: str
    question: QuestionWords
    rows: RowWords
    file: FileWords
    kinds: FileKindWords
    signature: SignatureWords
    address: AddressWords
    amount: AmountWords
    moment: MomentWords
    check: CheckWords
    draft: DraftWords
    fault: FaultWords
    after: AfterWords
    already_sent: AlreadySentWords
    sent: SentWords
    state: FormStateWords
    script: ScriptWords
    refusals: RefusalWords


class LiveWords(_Words):
    connecting: str
    live: str
    polling: str
    off: str
    plain: str
    look_again: str


class StateWords(_Words):
    """The states of a submission and of its steps, for the person who sent it."""

    accepted: str
    upcoming: str
    transit: str
    waiting: str
    delivered: str
    needs: str
    failed: str
    cancelled: str
    skipped: str


class TrackingWords(_Words):
    """What the page of a submission says to its sender."""

    loading: str
    failed: str
    again: str
    title: str
    recipient: str
    sent: str
    state: str
    steps: str
    now: str
    next_try: str
    record: str
    copy_link: str
    copied: str
    print: str
    led_on: str
    go_on: str
    carried_by: str
    skip: str
    light: str
    dark: str
    live: LiveWords
    states: StateWords


class HeadlineWords(_Words):
    on_its_way: str
    succeeded: str
    not_needed: str
    needs_attention: str
    failed: str
    cancelled: str


class StepWords(_Words):
    blocked: str
    ready: str
    sending: str
    waiting: str
    done: str
    failed: str
    unknown: str
    not_needed: str
    skipped: str
    cancelled: str


class ReasonWords(_Words):
    """Why a step waits, by the kind of its last error."""

    earlier: str
    transient: str
    rate_limited: str
    auth_failed: str
    outcome_unknown: str
    internal: str


class WaitWords(_Words):
    order: str
    rate_limit: str
    breaker: str
    paused: str
    no_worker: str


class ProgressWords(_Words):
    """How far a submission is."""

    headlines: HeadlineWords
    steps: StepWords
    reasons: ReasonWords
    waits: WaitWords


class LimitWords(_Words):
    """What came too often, and for how long to wait."""

    address: str
    form: str
    form_check: str
    form_address: str
    uploads: str
    confirmation: str
    ticket: str
    wait: Plural


class ProblemWords(_Words):
    """Why a form as a whole was refused, by the code of the problem."""

    not_found: str
    answers: str
    too_long: str
    undeliverable: str
    file: str
    form_changed: str
    not_taken: str
    too_quick: Plural
    ticket_needed: str
    ticket_expired: str
    proof_needed: str
    idempotency_key_in_progress: str
    idempotency_key_reused: str
    tracking_link: str
    confirmation_expired: str
    origin_unknown: str
    origin_hidden: str
    origin_other: str
    away: str
    broken: str
    limits: LimitWords


class AwayWords(_Words):
    """Pages that cannot be made because the API does not answer. The web process has a copy."""

    title: str
    text: str
    unsent: str
    again: str
    request: str


class MailWords(_Words):
    """Messages to somebody who fills in a form."""

    confirm_subject: str
    confirm_text: str


class Words(_Words):
    """One language. ``done``: by connector and action, as `tryton.party.create`."""

    form: FormWords
    problems: ProblemWords
    away: AwayWords
    tracking: TrackingWords
    progress: ProgressWords
    mails: MailWords
    done: dict[str, str]
