import type { Path } from '../../expressions/nodes';
import type { Question } from '../../model/draft';
import { wordsShown } from '../../model/texts';
import type { Item, Type } from './item';

const TYPES: Record<string, Type> = {
  integer: 'int',
  rating: 'int',
  decimal: 'decimal',
  boolean: 'bool',
  date: 'day',
  time: 'time',
  choices: 'texts',
  file: 'files',
  group: 'rows',
  money: 'record',
  datetime: 'record',
  consent: 'record',
  address: 'record',
  signature: 'record',
};

/** The parts of answers that have some: key, type, and whether it may be absent. */
const PARTS: Record<string, [string, Type, boolean?][]> = {
  money: [
    ['amount', 'decimal'],
    ['currency', 'text'],
  ],
  datetime: [
    ['at', 'moment'],
    ['zone', 'text'],
  ],
  consent: [
    ['agreed', 'bool'],
    ['text', 'text'],
    ['language', 'text'],
  ],
  address: [
    ['street', 'text'],
    ['more', 'text', true],
    ['postcode', 'text'],
    ['city', 'text'],
    ['region', 'text', true],
    ['country', 'text'],
  ],
  signature: [['name', 'text']],
};
const CALCULATED: Record<string, Type> = { integer: 'int', decimal: 'decimal', boolean: 'bool' };

export type Speech = {
  /** In which texts are shown, and all of the form. */
  language: string;
  languages: readonly string[];
  part(key: string): string;
};

export function mayBeAbsent(question: Question): boolean {
  const isConditional = question.show_if !== undefined && !['', true].includes(question.show_if);
  if (question.kind === 'calculated') return isConditional || question.optional === true;
  return isConditional || question.required === false;
}

export function answerItem(key: string, question: Question, root: Path, speech: Speech): Item {
  const path = [...root, key];
  const optional = mayBeAbsent(question);
  const { kind } = question;
  const label = wordsShown(question.label, speech.language, speech.languages) || key;
  const type =
    kind === 'calculated' ? (CALCULATED[String(question.type)] ?? 'text') : (TYPES[kind] ?? 'text');
  const parts = partsOf(question, path, optional, speech);
  const choices = question.choices?.map(({ value, label: said }) => ({
    value,
    label: wordsShown(said, speech.language, speech.languages) || value,
  }));
  return {
    path,
    label,
    kind,
    type,
    optional,
    ...(parts && { parts }),
    ...(choices && { choices }),
  };
}

function partsOf(
  question: Question,
  path: Path,
  optional: boolean,
  speech: Speech,
): Item[] | undefined {
  if (question.kind === 'group') {
    return Object.entries(question.fields ?? {}).map(([key, each]) =>
      answerItem(key, each, ['row'], speech),
    );
  }
  return PARTS[question.kind]?.map(([key, type, isOptional = false]) => ({
    path: [...path, key],
    label: speech.part(key),
    kind: type,
    type,
    optional: optional || isOptional,
  }));
}

/** The questions in the order in which they are asked. */
export function askedOrder(
  fields: Readonly<Record<string, Question>>,
  pages: readonly { fields: readonly string[] }[] | undefined,
): string[] {
  if (!pages || pages.length === 0) return Object.keys(fields);
  return pages.flatMap((page) => page.fields).filter((key) => key in fields);
}
