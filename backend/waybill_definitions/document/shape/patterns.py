"""Patterns of texts: RE2, and no more of it than browsers understand in the same way."""

from __future__ import annotations

import re

import re2

from waybill_definitions.text.coded import Coded, FaultCode

_OTHERWISE = re.compile(
    r"\\(?P<escape>[^\W_dDwWsSbBtnrfv])|(?P<group>\(\?(?!:))"
    r"|\\.|(?P<class>\[\^?\]?(?:(?P<within>\[:|\\[SDWb])|\\.|[^\]\\])*\])"
    r"|\{\d+(?:,\d*)?\}|(?P<brace>[{}\]])",
    re.DOTALL,
)
"""Flags, named groups, classes and escapes that JavaScript lacks or reads in another way."""


def pattern_read(pattern: str) -> str:
    """The pattern. Raises ValueError when RE2 or browsers do not take it."""
    for found in _OTHERWISE.finditer(pattern):
        other = found["within"] or ((found["escape"] or found["group"]) and found[0])
        if other:
            raise ValueError(
                Coded(
                    FaultCode.PATTERN_UNLIKE,
                    f"`{other}` is not read alike everywhere; write it with plain characters,"
                    " classes such as [A-Za-z] and (?:…)",
                    text=other,
                )
            )
        if found["brace"]:
            raise ValueError(
                Coded(
                    FaultCode.PATTERN_STANDS_ALONE,
                    f"write a backslash in front of `{found[0]}`, which stands alone here",
                    text=found[0],
                )
            )
    try:
        pattern_compile(pattern)
    except re2.error as error:
        raise ValueError(
            Coded(FaultCode.PATTERN_BROKEN, f"this is no pattern: {_said(error)}")
        ) from None
    return pattern


def pattern_compile(pattern: str) -> re2._Regexp:
    """A pattern for `fullmatch`, in time linear to the text. Raises re2.error."""
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 20
    return re2.compile(pattern, options)


def pattern_for_browsers(pattern: str) -> str:
    r"""The same for JavaScript with the flag `u`, for the whole text.

    There `\s` and `.` mean other characters than in RE2, and only signs of the syntax are escaped.
    """
    return f"^(?:{_TOKENS.sub(_for_browsers, pattern)})$"


_TOKENS = re.compile(
    r"\\(?P<escaped>.)|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<dot>\.)", re.DOTALL
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SPACES = r"\t\n\f\r "
_SYNTAX = "^$\\.*+?()[]{}|/"


def _for_browsers(found: re.Match[str]) -> str:
    if found["class"]:
        start = 2 if found["class"].startswith("[^") else 1
        inside = found["class"][start:-1]
        first = r"\]" if inside.startswith("]") else ""
        rest = _ESCAPED.sub(lambda each: _escaped(each[1], in_class=True), inside[bool(first) :])
        return f"{found['class'][:start]}{first}{rest}]"
    return r"[^\n]" if found["dot"] else _escaped(found["escaped"], in_class=False)


def _escaped(sign: str, *, in_class: bool) -> str:
    match sign:
        case "s":
            return _SPACES if in_class else f"[{_SPACES}]"
        case "S" if not in_class:
            return f"[^{_SPACES}]"
    needed = sign.isalnum() or sign in _SYNTAX or (in_class and sign == "-")
    return f"\\{sign}" if needed else sign


def _said(error: Exception) -> str:
    said = error.args[0] if error.args else ""
    return said.decode() if isinstance(said, bytes) else str(said)
