import type { FormQuestionOut, SubmissionDetailOut } from '@/lib/api/model';

export type Values = Record<string, unknown>;

/** Kinds whose answers are no text to correct: they stay as they were sent. */
const KEPT = new Set(['file', 'signature', 'consent']);
/** Kinds that nobody types: computed or brought along. */
const COMPUTED = new Set(['calculated']);

export type Editing = 'typed' | 'kept' | 'computed';

/** How a question is corrected here. */
export function editing({ kind, live }: FormQuestionOut): Editing {
  if (KEPT.has(kind) || (kind === 'choices' && live)) return 'kept';
  return COMPUTED.has(kind) ? 'computed' : 'typed';
}

/** What the fields begin with. A sensitive answer begins empty, and empty keeps it. */
export function valuesOf(questions: FormQuestionOut[], data: Values, sensitive: string[]): Values {
  return Object.fromEntries(
    questions
      .filter((question) => editing(question) === 'typed')
      .map((question) => [
        question.key,
        sensitive.includes(question.key)
          ? blankOf(question)
          : inField(question, data[question.key]),
      ]),
  );
}

/** An answer as its field holds it: texts, lists of texts, or parts of those. */
function inField(question: FormQuestionOut, answer: unknown): unknown {
  if (answer === undefined || answer === null) return blankOf(question);
  switch (question.kind) {
    case 'group': {
      const rows = Array.isArray(answer) ? (answer as Values[]) : [];
      return rows.map((row) => valuesOf(question.questions ?? [], row, []));
    }
    case 'choices':
      return Array.isArray(answer) ? answer.map(String) : [];
    case 'boolean':
      return answer === true ? 'yes' : 'no';
    case 'money':
    case 'datetime':
    case 'address':
      return { ...(blankOf(question) as Values), ...(answer as Values) };
    default:
      return String(answer);
  }
}

export function blankOf(question: FormQuestionOut): unknown {
  switch (question.kind) {
    case 'group':
    case 'choices':
      return [];
    case 'money':
      return { amount: '', currency: question.currencies?.[0] ?? '' };
    case 'datetime':
      return { at: '', zone: question.zone ?? 'UTC' };
    case 'address':
      return { street: '', more: '', postcode: '', city: '', region: '', country: '' };
    default:
      return '';
  }
}

/** All answers as they are sent: those that were corrected, and the others as they were. */
export function dataOf(
  questions: FormQuestionOut[],
  submission: Pick<SubmissionDetailOut, 'data' | 'sensitive'>,
  values: Values,
): Values {
  const data = { ...submission.data };
  for (const question of questions) {
    if (editing(question) !== 'typed') continue;
    const { key } = question;
    const answer = answerOf(question, values[key]);
    // Empty keeps a hidden answer: its mask stands for it.
    if (answer === undefined && submission.sensitive.includes(key)) continue;
    if (answer === undefined) Reflect.deleteProperty(data, key);
    else data[key] = answer;
  }
  return data;
}

/** What a field says as an answer; undefined: none is given. */
function answerOf(question: FormQuestionOut, value: unknown): unknown {
  switch (question.kind) {
    case 'group': {
      const rows = value as Values[];
      return rows.length > 0 ? rows.map((row) => rowOf(question, row)) : undefined;
    }
    case 'choices':
      return (value as string[]).length > 0 ? value : undefined;
    case 'boolean':
      return value === '' ? undefined : value === 'yes';
    case 'integer':
    case 'rating':
      return wholeNumber(value as string);
    case 'money': {
      const { amount, currency } = value as Record<string, string>;
      return amount ? { amount, currency } : undefined;
    }
    case 'datetime': {
      const { at, zone } = value as Record<string, string>;
      return at ? { at, zone } : undefined;
    }
    case 'address':
      return filled(value as Values);
    default:
      return value === '' ? undefined : value;
  }
}

function rowOf(question: FormQuestionOut, row: Values): Values {
  return dataOf(question.questions ?? [], { data: {}, sensitive: [] }, row);
}

/** What is no whole number goes as it was typed, so that the server says what is wrong with it. */
function wholeNumber(text: string): number | string | undefined {
  if (text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}

function filled(parts: Values): Values | undefined {
  const given = Object.entries(parts).filter(([, part]) => part !== '' && part !== null);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}
