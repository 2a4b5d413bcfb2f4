import type { Question } from '../form';
import { newRow, rowsOf, type Entry, type Typed } from '../answers/typed';

/**
 * The answers that may be kept on a device: of questions that the form still has, none of them
 * sensitive. A signature is given anew, files are chosen anew, and a link brings its own answers.
 */
export function keepable(questions: readonly Question[], typed: Typed): Typed {
  const entries = questions.flatMap((question) => {
    const entry = typed[question.key];
    if (entry === undefined || question.sensitive || NEVER.has(question.kind)) return [];
    return [[question.key, kept(question, entry)] as const];
  });
  return Object.fromEntries(entries);
}

const NEVER = new Set(['file', 'signature', 'calculated', 'hidden']);

function kept(question: Question, entry: Entry): Entry {
  if (question.kind !== 'group') return entry;
  return rowsOf(entry).map(({ answers }) => newRow(keepable(question.questions ?? [], answers)));
}

/** Whether a form asks for something that is kept nowhere. */
export const hasSensitive = (questions: readonly Question[]): boolean =>
  questions.some((each) => each.sensitive || hasSensitive(each.questions ?? []));
