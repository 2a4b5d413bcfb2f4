import type { Question } from '../form';
import { nameOf } from './names';
import { plainDecimal, wholeNumber } from './numbers';
import {
  listOf,
  partsIn,
  partsOf,
  pickedIn,
  rowsOf,
  textOf,
  type Entry,
  type Typed,
} from './typed';

/** The answers of a form as they are sent. */
export type Data = Record<string, unknown>;

type Reading = {
  language: string;
  /** Whether the question at this path is asked with the answers there are. */
  asked: (question: Question, path: string) => boolean;
};

/**
 * What is sent for these answers. An answer that is missing, blank or not asked for is left out.
 * What does not fit its kind stays the text that was typed, for the check to name.
 */
export function dataOf(
  questions: readonly Question[],
  typed: Typed,
  reading: Reading,
  parent = '',
): Data {
  const entries = questions.flatMap((question) => {
    const path = nameOf(parent, question.key);
    if (question.kind === 'calculated' || !reading.asked(question, path)) return [];
    const value = valueOf(question, typed[question.key], reading, path);
    return value === undefined ? [] : [[question.key, value] as const];
  });
  return Object.fromEntries(entries);
}

function valueOf(question: Question, entry: Entry | undefined, reading: Reading, path: string) {
  if (question.kind === 'group') return rows(question, entry, reading, path);
  if (partsOf(question.kind).length > 0) return ofParts(question, entry, reading.language);
  if (question.live) return ofPicked(question, entry);
  if (question.kind === 'choices' || question.kind === 'file') return some(listOf(entry));
  const text = textOf(entry);
  return text.trim() === '' ? undefined : ofText(question, text, reading.language);
}

function ofText({ kind, type }: Question, text: string, language: string): unknown {
  if (kind === 'integer' || kind === 'rating') return wholeNumber(text);
  if (kind === 'decimal') return plainDecimal(text, language);
  if (kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (kind === 'consent') return text === 'true' ? true : undefined;
  return type === 'integer' ? wholeNumber(text) : text;
}

function ofPicked({ kind }: Question, entry: Entry | undefined): unknown {
  // What was typed and not chosen is sent as it stands, for the check to name.
  const values = [...pickedIn(entry).map(({ value }) => value), ...listOf(entry)];
  if (kind === 'choices') return some(values);
  const [first] = values;
  return first ?? (textOf(entry).trim() || undefined);
}

function ofParts({ kind }: Question, entry: Entry | undefined, language: string): unknown {
  const parts = partsIn(entry);
  const filled = Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value.trim() !== ''),
  );
  if (kind === 'money') {
    const { amount, currency } = filled;
    return amount ? { amount: plainDecimal(amount, language), currency } : undefined;
  }
  if (kind === 'datetime') {
    const { at, zone = 'UTC' } = filled;
    return at ? { at, zone } : undefined;
  }
  if (kind === 'signature') return filled.name || filled.path ? filled : undefined;
  return Object.keys(filled).some((part) => part !== 'country') ? filled : undefined;
}

function rows(question: Question, entry: Entry | undefined, reading: Reading, path: string) {
  const inner = question.questions ?? [];
  const all = rowsOf(entry).map(({ answers }, index) =>
    dataOf(inner, answers, reading, nameOf(path, index)),
  );
  const optional = question.required === false;
  return optional && all.every((row) => Object.keys(row).length === 0) ? undefined : all;
}

const some = <Value>(list: Value[]): Value[] | undefined => (list.length > 0 ? list : undefined);

/** The answers without those at these paths, in rows too. */
export function withoutPaths(data: Data, paths: ReadonlySet<string>, parent = ''): Data {
  if (paths.size === 0) return data;
  const kept = Object.entries(data).flatMap(([key, value]): [string, unknown][] => {
    const path = nameOf(parent, key);
    if (paths.has(path)) return [];
    if (!Array.isArray(value)) return [[key, value]];
    return [[key, value.map((row: unknown, index) => inRow(row, paths, nameOf(path, index)))]];
  });
  return Object.fromEntries(kept);
}

function inRow(row: unknown, paths: ReadonlySet<string>, path: string): unknown {
  return typeof row === 'object' && row !== null ? withoutPaths(row as Data, paths, path) : row;
}
