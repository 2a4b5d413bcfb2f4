const TYPED = ['placeholder', 'default', 'autocomplete'] as const;
const LIMITS = ['minimum', 'maximum'] as const;
const TEXT = [...TYPED, 'min_length', 'max_length', 'pattern', 'pattern_message'] as const;

/** What a question of each kind may say, besides what all of them may. */
const OWN = {
  text: TEXT,
  multiline: TEXT,
  email: TYPED,
  phone: [...TYPED, 'region'],
  url: TYPED,
  integer: [...TYPED, ...LIMITS],
  decimal: [...TYPED, ...LIMITS, 'decimals'],
  money: [...TYPED, ...LIMITS, 'currencies'],
  date: [...TYPED, ...LIMITS],
  time: [...TYPED, ...LIMITS],
  datetime: ['zone'],
  boolean: ['default'],
  consent: ['text'],
  choice: ['choices', 'from', 'default', 'autocomplete'],
  choices: ['choices', 'from', ...LIMITS],
  country: ['default', 'autocomplete'],
  address: [],
  rating: ['most'],
  signature: [],
  file: ['accept', 'max_bytes', 'max_files'],
  calculated: ['value', 'type', 'optional'],
  hidden: ['query', 'max_length'],
  group: [...LIMITS, 'row_label', 'fields'],
} as const satisfies Record<string, readonly string[]>;

export type Kind = keyof typeof OWN;

export const isKind = (kind: string): kind is Kind => Object.hasOwn(OWN, kind);

export const says = (kind: string, part: string): boolean =>
  isKind(kind) && (OWN[kind] as readonly string[]).includes(part);

/** The kinds as the menu shows them. */
export const KIND_GROUPS = [
  { id: 'texts', kinds: ['text', 'multiline', 'email', 'phone', 'url'] },
  { id: 'numbers', kinds: ['integer', 'decimal', 'money', 'rating'] },
  { id: 'times', kinds: ['date', 'time', 'datetime'] },
  { id: 'choosing', kinds: ['choice', 'choices', 'boolean', 'consent', 'country'] },
  {
    id: 'others',
    kinds: ['address', 'file', 'signature', 'group', 'calculated', 'hidden'],
  },
] as const satisfies { id: string; kinds: Kind[] }[];

const NOT_IN_ROWS = new Set<Kind>(['file', 'hidden', 'group']);

export const fitsIn = (scope: string, kind: Kind): boolean =>
  scope === 'form.fields' || !NOT_IN_ROWS.has(kind);

/** Kinds that ask for the same in another way. */
const ALIKE: Kind[][] = [
  ['text', 'multiline', 'email', 'phone', 'url'],
  ['integer', 'decimal', 'money'],
  ['date', 'datetime'],
  ['choice', 'choices'],
];

/** What a question can become without being another one; its own kind is among them. */
export const kindsLike = (kind: Kind): Kind[] =>
  ALIKE.find((some) => some.includes(kind)) ?? [kind];

const COMMON = new Set(['kind', 'label', 'help', 'required', 'show_if', 'sensitive']);

/** A question made one of another kind, with everything that still says something. */
export function withKind<T extends { kind: string }>(question: T, kind: Kind): T {
  const kept = Object.entries(question).filter(([part]) => COMMON.has(part) || says(kind, part));
  return { ...(Object.fromEntries(kept) as T), kind };
}
