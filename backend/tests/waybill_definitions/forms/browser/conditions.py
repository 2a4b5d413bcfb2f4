"""Expressions over an answer, by its kind. `@` is where it stands, such as `input.age`."""

from __future__ import annotations

_TEXT = [
    "@ == 'a'",
    "@ != 'a'",
    "@ == null",
    "has(@)",
    "!has(@)",
    "@.startsWith('a')",
    "has(@) && @.contains('i')",
    "has(@) ? size(@) > 2 : true",
    "coalesce(@, 'a') == 'a'",
    "coalesce(@, '').upper().matches('^[A-Z]{2}')",
    "slug(coalesce(@, 'Zwei ß')).endsWith('n')",
    "coalesce(@, '😀b').lower().truncate(1) < 'b'",
    "@ in ['a', 'Wien', 'B']",
]
_CODE = ["@ == 'a'", "@ != 'B'", "has(@)", "@ == null", "coalesce(@, 'none') in ['a', 'none']"]
_DATE = [
    "@ < '2026-06-01'",
    "coalesce(@, '2026-01-31') >= '2026-01-31'",
    "has(@) && parseDate(@, 'yyyy-MM-dd', 'Europe/Vienna') < timestamp('2026-06-01T00:00:00Z')",
    "has(@) && addMonths(parseDate(@, 'yyyy-MM-dd', 'UTC'), 1, 'Europe/Vienna').getMonth() == 2",
    "formatDate(startOfDay(parseDate(@, 'yyyyMMdd', '-05:00'), 'UTC'), 'd', 'Asia/Kolkata') != ''",
    "has(@) && startOfDay(timestamp(@ + 'T05:00:00Z'), 'Asia/Kolkata').getHours() == 18",
    "has(@) && parseDate(@, 'yyyy-MM-dd', 'Europe/Vienna').getDayOfWeek('Europe/Vienna') == 1",
]
_ANY = ["has(@)", "@ == null", "@ != null"]

CONDITIONS: dict[str, list[str]] = {
    "text": _TEXT,
    "multiline": _TEXT,
    "hidden": _TEXT,
    "email": ["has(@)", "@.endsWith('.com')", "has(@) && @.contains('@')"],
    "phone": ["has(@)", "has(@) && @.startsWith('+43')"],
    "url": ["has(@)", "has(@) && @.startsWith('https://')"],
    "country": [*_CODE, "@ == 'AT'"],
    "choice": _CODE,
    "integer": [
        "@ > 3",
        "@ == 3",
        "@ != 3",
        "coalesce(@, 0) >= 2",
        "has(@) && @ % 2 == 0",
        "@ in [1, 2, 3]",
        "has(@) && @ * 4 / 3 > 3",
        "10 / coalesce(@, 0) > 1",
    ],
    "rating": ["@ > 1", "coalesce(@, 1) == 1", "has(@)"],
    "decimal": [
        "has(@) && decimal.compare(@, '2.2') >= 0",
        "decimal.compare(coalesce(@, '0'), '0') == 0",
        "@ == '2.50'",
        "decimal.compare(@, 2) < 0",
    ],
    "money": [
        "@.currency == 'EUR'",
        "@.currency != 'EUR'",
        "has(@) && decimal.compare(@.amount, '2') > 0",
        *_ANY,
    ],
    "date": [*_DATE, *_ANY],
    "time": ["@ < '12:00'", "coalesce(@, '08:00') == '08:00'", *_ANY],
    "datetime": ["@.zone == 'UTC'", "has(@) && @.at.startsWith('2026')", "@.at < '2026-06'", *_ANY],
    "boolean": ["@ == true", "@ != true", "coalesce(@, false)", "has(@) && @"],
    "consent": ["has(@)", "@.agreed == true", "@.language == 'en'"],
    "choices": [
        "has(@) && 'a' in @",
        "size(coalesce(@, [''])) > 1",
        "has(@) && @.exists(c, c == 'B')",
    ],
    "address": [
        "@.city == 'Wien'",
        "@.city != 'Wien'",
        "has(@.region)",
        "has(@) && @.country == 'AT'",
        "coalesce(@.region, @.city, '-') == 'Wien'",
        "@.more == null",
    ],
    "signature": ["has(@)", "has(@.path)", "@.name == 'a'"],
    "file": ["has(@)", "has(@) && size(@) == 1"],
    "group": [
        "has(@)",
        "has(@) && size(@) > 1",
        "has(@) && @.exists(line, has(line.r0))",
        "has(@) && @.all(line, coalesce(line.r0, 'a') == 'a')",
        "has(@) && @.filter(line, line.r0 != null).map(line, line.r0).size() == 1",
        "has(@) && @[0].r0 == 'a'",
        "has(@) && @.exists_one(line, line.r0 == @[0].r0)",
    ],
}
VALUES: dict[str, list[tuple[str, str]]] = {
    "any": [
        ("boolean", "has(@)"),
        ("text", "has(@) ? 'there' : 'none'"),
        ("integer", "has(@) ? 2 : 1"),
    ],
    "text": [
        ("text", "@"),
        ("text", "coalesce(@, '-') + '!'"),
        ("integer", "size(coalesce(@, ''))"),
        ("text", "coalesce(@, 'ab').reverse().replace('a', 'o').trim()"),
        ("text", "coalesce(@, 'a b').split(' ').join('-').substring(1)"),
        ("integer", "int(coalesce(@, '7'))"),
        ("text", "base64.encode(url.encode(coalesce(@, 'ä')))"),
    ],
    "integer": [
        ("integer", "coalesce(@, 0) * 2"),
        ("integer", "100 / coalesce(@, 0)"),
        ("decimal", "decimal.divide('10', coalesce(@, 3), 2)"),
        ("text", "string(coalesce(@, 0))"),
        ("integer", "@"),
        ("integer", "math.greatest(coalesce(@, 0), 2)"),
    ],
    "decimal": [
        ("decimal", "decimal.multiply(coalesce(@, '0'), '1.20')"),
        ("decimal", "decimal.round(decimal.subtract(coalesce(@, '1.005'), 2), 1)"),
        ("text", "decimal.format(coalesce(@, '1234.5'), 2, ',', '.')"),
    ],
    "money": [("decimal", "has(@) ? decimal.multiply(@.amount, 3) : '0'"), ("text", "@.currency")],
    "date": [
        ("text", "formatDate(addDays(parseDate(@, 'yyyy-MM-dd', 'UTC'), 9, 'UTC'), 'd.M.', 'UTC')"),
        ("text", "has(@) ? string(parseDate(@, 'yyyy-MM-dd', 'Europe/Vienna')) : ''"),
    ],
    "datetime": [("text", "has(@) ? @.at : ''"), ("text", "has(@) ? string(timestamp(@.at)) : ''")],
    "choices": [
        ("text", "coalesce(@, ['none']).join(', ')"),
        ("integer", "size(coalesce(@, ['']))"),
    ],
    "address": [("text", "coalesce(@.more, @.street, 'nowhere')")],
    "group": [
        ("integer", "has(@) ? size(@) : 0"),
        ("text", "has(@) ? @.map(line, string(coalesce(line.r0, '-'))).join(';') : ''"),
    ],
}  # fmt: skip
