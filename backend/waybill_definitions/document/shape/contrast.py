"""Whether a colour can be read: contrast as WCAG 2.2 counts it, from 1 to 21."""

from __future__ import annotations

from waybill_definitions.text.coded import Coded, FaultCode

LEAST = 4.5
"""For text (WCAG 2.2, 1.4.3)."""
_WHITE = "#ffffff"


def accent_read(colour: str) -> str:
    """The colour in small letters. Raises ValueError when white on it is too faint to read."""
    colour = colour.lower()
    found = contrast(colour, _WHITE)
    if found < LEAST:
        raise ValueError(
            Coded(
                FaultCode.CONTRAST_LOW,
                f"white text on {colour} has a contrast of {found:.1f} to 1, and {LEAST} are"
                " needed; choose a darker colour",
                contrast=round(found, 1),
                least=LEAST,
            )
        )
    return colour


def contrast(one: str, other: str) -> float:
    """Of two colours, `#rrggbb`."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
