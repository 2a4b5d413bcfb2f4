export const KINDS = [
  'text',
  'multiline',
  'email',
  'phone',
  'url',
  'date',
  'integer',
  'decimal',
  'boolean',
  'country',
  'choice',
] as const;
export type Kind = (typeof KINDS)[number];

const FEW = 8;
const LONG = 120;
/** With fewer answers, few different ones say nothing. */
const ENOUGH = 6;

const YES_OR_NO = /^(yes|no|ja|nein|true|false|wahr|falsch|y|n|j)$/i;
const DAY = /^(\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{1,2}\/\d{1,2}\/\d{2,4})$/;

/** How the answers of a kind look, the strictest first. */
const LOOKS: [Kind, RegExp][] = [
  ['email', /^[^@\s]+@[^@\s]+\.[^@\s]+$/],
  ['url', /^https?:\/\/\S+$/],
  ['date', DAY],
  ['phone', /^(\+|00)\d[\d ()/.-]{5,}$/],
  ['boolean', YES_OR_NO],
];
const WHOLE = /^-?(0|[1-9]\d{0,14})$/;
const FRACTION = /^-?(0|[1-9]\d{0,14}|[1-9]\d{0,2}([.,]\d{3})+)([.,]\d{1,6})?$/;
const ANY_PHONE = /^[+(]?\d[\d ()/.-]{4,}$/;
const CODE_OF_COUNTRY = /^[A-Za-z]{2}$/;

/** Words of a column's name that tell its kind where its answers do not say otherwise. */
const NAMED: [Kind, RegExp][] = [
  ['email', /(^| )e ?mail/],
  ['phone', /(^| )(phone|telephone|telefon|telefonnummer|tel|mobile|mobil|handy|fax)( |$)/],
  ['url', /(^| )(url|website|webseite|homepage)( |$)/],
  ['date', /(^| )(date|datum|birthday|geburtstag|geburtsdatum|\w+datum|\w+date)( |$)/],
  ['country', /(^| )(country|land|staat)( |$)/],
  [
    'multiline',
    /(^| )(comments?|notes?|message|remarks?|bemerkung(en)?|kommentar|nachricht|anmerkung(en)?|beschreibung|description)( |$)/,
  ],
  ['integer', /(^| )(quantity|qty|count|anzahl|menge|age|alter)( |$)/],
  ['decimal', /(^| )(amount|price|total|betrag|preis|summe|weight|gewicht)( |$)/],
];
/** Digits that nobody counts with. */
const NO_NUMBER =
  /(^| )(zip|postcode|postal|plz|postleitzahl|id|no|nr|code|number|nummer|\w*nummer)( |$)/;

/** The kind of question whose answers these are; of the name alone where there are none. */
export function kindOf(name: string, values: readonly string[]): Kind {
  const given = values.filter(Boolean);
  const words = ` ${name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')} `;
  const named = NAMED.find(([, looks]) => looks.test(words))?.[0] ?? null;
  if (given.length === 0) return named ?? 'text';
  const all = (looks: RegExp) => given.every((value) => looks.test(value));
  const look = LOOKS.find(([, looks]) => all(looks))?.[0];
  if (look) return look;
  if (named === 'phone' && all(ANY_PHONE)) return 'phone';
  if (named === 'country' && all(CODE_OF_COUNTRY)) return 'country';
  if (!NO_NUMBER.test(words)) {
    if (all(WHOLE)) return named === 'decimal' ? 'decimal' : 'integer';
    if (all(FRACTION)) return 'decimal';
  }
  if (named === 'multiline' || given.some((value) => value.includes('\n') || value.length > LONG))
    return 'multiline';
  if (isFew(given)) return 'choice';
  return 'text';
}

/** The different answers, as they came first. */
export const differentOf = (values: readonly string[]) => [...new Set(values.filter(Boolean))];

function isFew(given: readonly string[]): boolean {
  const different = differentOf(given).length;
  return (
    given.length >= ENOUGH && different > 1 && different <= FEW && different * 2 <= given.length
  );
}
