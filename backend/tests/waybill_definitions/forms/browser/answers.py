"""What a page, or somebody in its place, could send: good, nearly good, absent, of a wrong kind."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from waybill_definitions.document import FormDefinition

NOTHING: list[Any] = [None, "", "  ", [], {}, "\u200b", "\u2800\u200d", {"currency": "EUR"}]
ABSENT = st.sampled_from(NOTHING)
WRONG = st.sampled_from([1, -3, 0.5, True, False, "x", "7", ["a"], [1], {"a": 1}, [[]]])
_TYPED = ["a", "A", "Wien", "AB12", "12-3", " a\t", "a\nb", "ä", "a\u0308", "😀", "x\u202ey"]
_TYPED += ["\u200dq", "ab\u00a0", "\x1c", "abcdefghij", "ß", "B", "ﬁ", "a.", "Zwei ß"]
TEXTS = st.one_of(
    st.sampled_from(_TYPED), st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
)
NUMBERS = st.one_of(st.integers(-12, 12), st.sampled_from([2**53 - 1, -(2**53) + 1, 0.5, 1e21]))
AMOUNTS = ["2.50", "0", "-0", "007.5", " 3 ", "2.255", "1e3", "9.9990", "-1.50", "1,5", "+1"]
AMOUNTS += [".5", "5.", "\u0663", "2.2500", "10.000", "12345678901234567"]
DAYS = ["2026-01-31", "2026-02-28", "2026-02-30", "2024-02-29", "2027-03-01", " 2026-06-01 "]
DAYS += ["2026-6-1", "0999-01-01", "9999-12-31", "2026-01-31T00:00", "20260131", "2026-10-25"]
TIMES = ["08:00", "12:30:59", "24:00", "7:00", " 17:45 ", "17:46", "00:00", "12:60"]
MOMENTS = ["2026-03-29T02:30", "2026-10-25T02:30", "2026-06-01T12:00:00+02:00", "2026-06-01T12:00Z"]
MOMENTS += ["2026-06-01", "2026-06-01 12:00", "2026-13-01T12:00", "2026-02-30T12:00", "x"]
MOMENTS += ["2026-06-01T25:00", "2026-06-01T12:00:30.250Z", "2026-06-01T12", "1850-01-01T00:00"]
MOMENTS += ["2026-03-08T02:15", "2026-03-29T02:30"]
ZONES = ["UTC", "Europe/Vienna", "America/New_York", "Asia/Kolkata", "Mars/Olympus", "", 3]
URLS = ["https://www.example.com", "example.com/a b", "http://localhost", "ftp://example.com"]
URLS += ["https://u:p@example.com", "https://user@example.com/", "https://", "x", "a.b", "1.2.3.4"]
URLS += ["HTTPS://EXAMPLE.COM:8080/?q=1", "https://[::1]/", "//example.com", "mailto:a@b.example"]
URLS += ["https://exa mple.com", "https://example.com:99999", "https://münchen.example"]
URLS += ["https://a..b", "javascript://x.y"]
EMAILS = ["ada@example.com", "ADA@Example.COM", "x", "a@b", "a@b.example", " ada@example.com "]
EMAILS += ["a b@c.com", "mailto:ada@example.com", "Ada <ada@example.com>", "ada@ex_ample.com"]
EMAILS += ["ä@example.com", "a@@b.com", "ada@example.test", "a..b@example.com", ".a@example.com"]
EMAILS += ["ada@example.com.", "a@-b.com", "@b.com", "ada@\u200bexample.com", "a@b.c"]
PHONES = ["+43 1 588580", "01 588580", "+442079460958", "x", "+43", "12345", "+1 555 010 9999"]
PHONES += ["ring me", "tel:+4315885800", "+43 1 588580 ext. 12", "0043 1 588580"]
FILES = ["0198a7de-0000-7000-8000-000000000001", "0198A7DE-0000-7000-8000-000000000001", "x", 3]
FILES += ["0198a7de000070008000000000000002", "urn:uuid:0198a7de-0000-7000-8000-000000000003"]
AGREED: list[Any] = [True, True, True, False, {"agreed": True, "text": "x"}, {"agreed": True}]
AGREED += [{"agreed": True, "text": "I agree.", "language": "en"}]


def _record(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[Any]:
    """With its parts; now and then one is missing, or one is too many."""
    whole = st.fixed_dictionaries(required, optional=optional)
    return st.one_of(
        whole,
        st.tuples(whole, st.sampled_from(sorted(required))).map(
            lambda parts: {key: value for key, value in parts[0].items() if key != parts[1]}
        ),
        whole.map(lambda made: made | {"extra": "x"}),
        st.fixed_dictionaries({}, optional={key: st.one_of(ABSENT, WRONG) for key in required}),
    )


PARTS = st.one_of(st.sampled_from(["Wien", "a", " Ring 1 ", "", None, 3]), TEXTS)
CODES = st.sampled_from(["AT", "at", " de ", "XX", "Austria", "", "XK", 5])


_ANSWERS: dict[str, st.SearchStrategy[Any]] = {
    "text": TEXTS,
    "multiline": TEXTS,
    "hidden": TEXTS,
    "email": st.sampled_from(EMAILS),
    "phone": st.sampled_from(PHONES),
    "url": st.sampled_from(URLS),
    "integer": NUMBERS,
    "rating": NUMBERS,
    "decimal": st.sampled_from([*AMOUNTS, 2, 2.5, 0.1, 1e-7, -3, 1e21]),
    "date": st.sampled_from(DAYS),
    "time": st.sampled_from(TIMES),
    "datetime": _record({"at": st.sampled_from(MOMENTS)}, {"zone": st.sampled_from(ZONES)}),
    "boolean": st.booleans(),
    "consent": st.sampled_from(AGREED),
    "country": CODES,
    "address": _record(
        {"street": PARTS, "postcode": PARTS, "city": PARTS, "country": CODES},
        {"more": PARTS, "region": PARTS},
    ),
    "signature": _record(
        {"name": PARTS},
        {"path": st.sampled_from(["M1 2L3 4", "M1 2", "x", "", None, "M1 2L3", "M12345 1.5L1 1"])},
    ),
    "file": st.lists(st.sampled_from(FILES), max_size=4),
    "calculated": st.sampled_from([None, "", "x", 1, 2, True, "there"]),
}


def likely(question: Any) -> st.SearchStrategy[Any]:
    """Answers of the question's kind, most of them good."""
    match question.kind:
        case "money":
            currency = st.sampled_from([*question.currencies, " eur ", "JPY", "XXX", "", 3])
            return _record({"amount": st.sampled_from([*AMOUNTS, 2, 2.5])}, {"currency": currency})
        case "choice":
            return _chosen(question)
        case "choices":
            return st.lists(_chosen(question), max_size=4)
    return _ANSWERS[question.kind]


def _chosen(question: Any) -> st.SearchStrategy[Any]:
    offered = [choice.value for choice in question.choices]
    near = [value.upper() for value in offered] + [f" {value}  " for value in offered]
    return st.sampled_from([*offered, *offered, *offered, *near, "other", "", 1])


@st.composite
def answers(draw: st.DrawFn, definition: FormDefinition) -> Any:
    """The data of one submission."""
    if draw(st.integers(0, 60)) == 0:
        return draw(WRONG)
    return draw(_of_questions(definition.fields))


@st.composite
def _of_questions(draw: st.DrawFn, questions: Any) -> Any:
    care = draw(st.integers(0, 10))
    data: dict[str, Any] = {}
    for key, question in questions.items():
        roll = draw(st.integers(0, 19))
        if roll >= 18 and care < 8:
            data[key] = draw(WRONG)
        elif roll >= 15 or question.kind == "calculated":
            if draw(st.booleans()) and care < 8:
                data[key] = draw(ABSENT)
        elif question.kind == "group":
            data[key] = draw(_rows(question))
        else:
            data[key] = draw(likely(question))
        if question.kind == "calculated" and roll < 3:
            data[key] = draw(likely(question))
    if draw(st.integers(0, 25)) == 0:
        data["stranger"] = draw(st.sampled_from(["x", None, ""]))
    return data


@st.composite
def _rows(draw: st.DrawFn, question: Any) -> Any:
    rows = draw(st.lists(_of_questions(question.fields), max_size=4))
    if rows and draw(st.integers(0, 9)) == 0:
        rows[0] = draw(st.sampled_from([None, "x", []]))
    return rows
