"""A shorter way through the validation of phone numbers, by the plans that phonenumbers brings."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata, PhoneNumberDesc

_INTERNATIONAL = re.compile(r"\+[0-9 ().\-]{1,40}")
_NO_DIGIT = str.maketrans("", "", "+ ().-")


def phone_plain(typed: str) -> str | None:
    """``typed`` in E.164 if it is plainly a valid number with its country code, else None.

    It takes phonenumbers ten times as long to parse, judge and write such a number: it looks for
    national habits and for its region. None is no refusal. A number with a national prefix, or of
    a region that shares the country code of a larger one, goes the whole way.
    """
    if _INTERNATIONAL.fullmatch(typed) is None:
        return None
    digits = typed.translate(_NO_DIGIT)
    for length in (1, 2, 3):  # no country code begins with another one
        plan = _plan(digits[:length])
        if plan is not None:
            return f"+{digits}" if plan.gives_out(digits[length:]) else None
    return None


@dataclass(frozen=True, slots=True)
class _Plan:
    """The numbers of a country code's main region, with the patterns of phonenumbers."""

    general: _Numbers
    kinds: tuple[_Numbers, ...]
    prefix: re.Pattern[str]
    beginning: re.Pattern[str]

    def gives_out(self, national: str) -> bool:
        """What `is_valid_number` says, where no prefix has to be taken off and the region is sure.

        False for any doubt.
        """
        prefix = self.prefix.match(national)
        return (
            (prefix is None or not prefix.end())
            and self.beginning.match(national) is not None
            and self.general.hold(national)
            and any(kind.hold(national) for kind in self.kinds)
        )


@dataclass(frozen=True, slots=True)
class _Numbers:
    lengths: frozenset[int]
    pattern: re.Pattern[str]

    def hold(self, national: str) -> bool:
        # A kind without lengths has those of all kinds.
        fits = not self.lengths or len(national) in self.lengths
        return fits and self.pattern.fullmatch(national) is not None


@functools.cache
def _plan(code: str) -> _Plan | None:
    """None if ``code``, of at most three digits, is no country code."""
    regions = COUNTRY_CODE_TO_REGION_CODE.get(int(code or "0"))
    if regions is None or code.startswith("0"):
        return None
    main = PhoneMetadata.metadata_for_region_or_calling_code(int(code), regions[0])
    if main is None:
        return None
    (general,) = _numbers(main.general_desc)
    # The commonest first.
    kinds = _numbers(main.mobile, main.fixed_line, main.toll_free, main.voip, main.shared_cost,
                     main.premium_rate, main.personal_number, main.uan, main.pager,
                     main.voicemail)  # fmt: skip
    return _Plan(
        general=general,
        kinds=tuple(kinds),
        prefix=re.compile(main.national_prefix_for_parsing or ""),
        beginning=re.compile((len(regions) > 1 and main.leading_digits) or ""),
    )


def _numbers(*descriptions: PhoneNumberDesc | None) -> Iterator[_Numbers]:
    for each in descriptions:
        if each is not None and each.national_number_pattern:
            yield _Numbers(
                frozenset(each.possible_length), re.compile(each.national_number_pattern)
            )
