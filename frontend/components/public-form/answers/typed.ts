import type { Question } from '../form';

/** A choice that was looked up: its value is sent, its label is shown. */
export type Picked = { value: string; label: string };

/** One row of a group. Its number tells rows apart while they are moved. */
export type Row = { id: number; answers: Typed };

/** Answers of several parts, such as an address: the text of each part. */
export type Parts = Record<string, string>;

/** What one question has in its controls. */
export type Entry = string | string[] | Parts | Picked[] | Row[];

/** What stands in the controls of a form, before it becomes the data that is sent. */
export type Typed = { [key: string]: Entry };

export type PartsKind = 'money' | 'address' | 'datetime' | 'signature';

const PARTS: Record<PartsKind, readonly string[]> = {
  money: ['amount', 'currency'],
  address: ['street', 'more', 'postcode', 'city', 'region', 'country'],
  datetime: ['at', 'zone'],
  signature: ['name', 'path'],
};

/** The parts that a kind is answered in, in the order of the form; none for most kinds. */
export function partsOf(kind: string): readonly string[] {
  return PARTS[kind as PartsKind] ?? [];
}

export const textOf = (entry: Entry | undefined): string =>
  typeof entry === 'string' ? entry : '';

export const partsIn = (entry: Entry | undefined): Parts =>
  typeof entry === 'object' && !Array.isArray(entry) ? entry : {};

export const listOf = (entry: Entry | undefined): string[] =>
  Array.isArray(entry) ? entry.filter((each) => typeof each === 'string') : [];

export const pickedIn = (entry: Entry | undefined): Picked[] =>
  Array.isArray(entry)
    ? entry.filter((each): each is Picked => typeof each === 'object' && 'value' in each)
    : [];

export const rowsOf = (entry: Entry | undefined): Row[] =>
  Array.isArray(entry)
    ? entry.filter((each): each is Row => typeof each === 'object' && 'answers' in each)
    : [];

let lastRow = 0;

/** A row with a number that no other row of this page has. */
export function newRow(answers: Typed): Row {
  lastRow += 1;
  return { id: lastRow, answers };
}

/** A form nobody has answered yet: what its definition proposes, and the rows that must be there. */
export function emptyAnswers(questions: readonly Question[]): Typed {
  const entries = questions.flatMap((question) => {
    const entry = proposal(question);
    return entry === undefined ? [] : [[question.key, entry] as const];
  });
  return Object.fromEntries(entries);
}

function proposal(question: Question): Entry | undefined {
  const { kind, default: given } = question;
  if (kind === 'group') {
    const rows = Math.max(Number(question.minimum ?? 0), question.required === false ? 0 : 1);
    return Array.from({ length: rows }, () => newRow(emptyAnswers(question.questions ?? [])));
  }
  if (kind === 'money') return { currency: question.currencies?.[0] ?? '' };
  if (kind === 'datetime') return { zone: question.zone ?? 'UTC' };
  return given === null || given === '' ? undefined : String(given);
}
