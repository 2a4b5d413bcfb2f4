from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.address_words import AddressWords
    from ..models.after_words import AfterWords
    from ..models.already_sent_words import AlreadySentWords
    from ..models.amount_words import AmountWords
    from ..models.check_words import CheckWords
    from ..models.draft_words import DraftWords
    from ..models.fault_words import FaultWords
    from ..models.file_kind_words import FileKindWords
    from ..models.file_words import FileWords
    from ..models.form_state_words import FormStateWords
    from ..models.moment_words import MomentWords
    from ..models.plural import Plural
    from ..models.question_words import QuestionWords
    from ..models.refusal_words import RefusalWords
    from ..models.row_words import RowWords
    from ..models.script_words import ScriptWords
    from ..models.sent_words import SentWords
    from ..models.signature_words import SignatureWords


T = TypeVar("T", bound="FormWords")


@_attrs_define
class FormWords:
    """Everything that a public form says besides its own questions.

    Attributes:
        next_ (str):
        back (str):
        review (str):
        send (str):
        sending (str):
        again (str):
        reload (str):
        update (str):
        skip (str):
        language (str):
        carried_by (str):
        light (str):
        dark (str):
        progress (str):
        page (str):
        effort (str):
        questions (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        minutes (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        trap (str):
        question (QuestionWords): Around one question of a form.
        rows (RowWords): Around the rows of a repeating group.
        file (FileWords):
        kinds (FileKindWords): What each `FileKind` of a form is called.
        signature (SignatureWords):
        address (AddressWords):
        amount (AmountWords):
        moment (MomentWords):
        check (CheckWords): The last look before a form is sent.
        draft (DraftWords):
        fault (FaultWords): What is wrong with the answers, or with sending them.
        after (AfterWords):
        already_sent (AlreadySentWords):
        sent (SentWords):
        state (FormStateWords): Why a form takes nothing now.
        script (ScriptWords): For browsers without JavaScript.
        refusals (RefusalWords): Why an answer is refused; said beside its question by the server and by the page.
    """

    next_: str
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

    def to_dict(self) -> dict[str, Any]:
        next_ = self.next_

        back = self.back

        review = self.review

        send = self.send

        sending = self.sending

        again = self.again

        reload = self.reload

        update = self.update

        skip = self.skip

        language = self.language

        carried_by = self.carried_by

        light = self.light

        dark = self.dark

        progress = self.progress

        page = self.page

        effort = self.effort

        questions = self.questions.to_dict()

        minutes = self.minutes.to_dict()

        trap = self.trap

        question = self.question.to_dict()

        rows = self.rows.to_dict()

        file = self.file.to_dict()

        kinds = self.kinds.to_dict()

        signature = self.signature.to_dict()

        address = self.address.to_dict()

        amount = self.amount.to_dict()

        moment = self.moment.to_dict()

        check = self.check.to_dict()

        draft = self.draft.to_dict()

        fault = self.fault.to_dict()

        after = self.after.to_dict()

        already_sent = self.already_sent.to_dict()

        sent = self.sent.to_dict()

        state = self.state.to_dict()

        script = self.script.to_dict()

        refusals = self.refusals.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "next": next_,
                "back": back,
                "review": review,
                "send": send,
                "sending": sending,
                "again": again,
                "reload": reload,
                "update": update,
                "skip": skip,
                "language": language,
                "carried_by": carried_by,
                "light": light,
                "dark": dark,
                "progress": progress,
                "page": page,
                "effort": effort,
                "questions": questions,
                "minutes": minutes,
                "trap": trap,
                "question": question,
                "rows": rows,
                "file": file,
                "kinds": kinds,
                "signature": signature,
                "address": address,
                "amount": amount,
                "moment": moment,
                "check": check,
                "draft": draft,
                "fault": fault,
                "after": after,
                "already_sent": already_sent,
                "sent": sent,
                "state": state,
                "script": script,
                "refusals": refusals,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.address_words import AddressWords
        from ..models.after_words import AfterWords
        from ..models.already_sent_words import AlreadySentWords
        from ..models.amount_words import AmountWords
        from ..models.check_words import CheckWords
        from ..models.draft_words import DraftWords
        from ..models.fault_words import FaultWords
        from ..models.file_kind_words import FileKindWords
        from ..models.file_words import FileWords
        from ..models.form_state_words import FormStateWords
        from ..models.moment_words import MomentWords
        from ..models.plural import Plural
        from ..models.question_words import QuestionWords
        from ..models.refusal_words import RefusalWords
        from ..models.row_words import RowWords
        from ..models.script_words import ScriptWords
        from ..models.sent_words import SentWords
        from ..models.signature_words import SignatureWords

        d = dict(src_dict)
        next_ = d.pop("next")

        back = d.pop("back")

        review = d.pop("review")

        send = d.pop("send")

        sending = d.pop("sending")

        again = d.pop("again")

        reload = d.pop("reload")

        update = d.pop("update")

        skip = d.pop("skip")

        language = d.pop("language")

        carried_by = d.pop("carried_by")

        light = d.pop("light")

        dark = d.pop("dark")

        progress = d.pop("progress")

        page = d.pop("page")

        effort = d.pop("effort")

        questions = Plural.from_dict(d.pop("questions"))

        minutes = Plural.from_dict(d.pop("minutes"))

        trap = d.pop("trap")

        question = QuestionWords.from_dict(d.pop("question"))

        rows = RowWords.from_dict(d.pop("rows"))

        file = FileWords.from_dict(d.pop("file"))

        kinds = FileKindWords.from_dict(d.pop("kinds"))

        signature = SignatureWords.from_dict(d.pop("signature"))

        address = AddressWords.from_dict(d.pop("address"))

        amount = AmountWords.from_dict(d.pop("amount"))

        moment = MomentWords.from_dict(d.pop("moment"))

        check = CheckWords.from_dict(d.pop("check"))

        draft = DraftWords.from_dict(d.pop("draft"))

        fault = FaultWords.from_dict(d.pop("fault"))

        after = AfterWords.from_dict(d.pop("after"))

        already_sent = AlreadySentWords.from_dict(d.pop("already_sent"))

        sent = SentWords.from_dict(d.pop("sent"))

        state = FormStateWords.from_dict(d.pop("state"))

        script = ScriptWords.from_dict(d.pop("script"))

        refusals = RefusalWords.from_dict(d.pop("refusals"))

        form_words = cls(
            next_=next_,
            back=back,
            review=review,
            send=send,
            sending=sending,
            again=again,
            reload=reload,
            update=update,
            skip=skip,
            language=language,
            carried_by=carried_by,
            light=light,
            dark=dark,
            progress=progress,
            page=page,
            effort=effort,
            questions=questions,
            minutes=minutes,
            trap=trap,
            question=question,
            rows=rows,
            file=file,
            kinds=kinds,
            signature=signature,
            address=address,
            amount=amount,
            moment=moment,
            check=check,
            draft=draft,
            fault=fault,
            after=after,
            already_sent=already_sent,
            sent=sent,
            state=state,
            script=script,
            refusals=refusals,
        )

        return form_words
