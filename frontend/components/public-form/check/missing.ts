import type { Data } from '../answers/data';
import { nameOf } from '../answers/names';
import { rowsOf, type Typed } from '../answers/typed';
import type { Issue, Question } from '../form';
import type { Say } from '../words';

type Answers = { typed: Typed; data: Data; hidden: ReadonlySet<string>; say: Say };

const ADDRESS = ['street', 'postcode', 'city', 'country'];

/** Questions that have to be answered and are not. */
export function missingIssues(
  questions: readonly Question[],
  { typed, data, hidden, say }: Answers,
  parent = '',
): Issue[] {
  return questions.flatMap((question) => {
    const path = nameOf(parent, question.key);
    if (hidden.has(path) || question.kind === 'calculated' || question.kind === 'hidden') return [];
    const value = data[question.key];
    if (question.kind === 'group') {
      const rows = rowsOf(typed[question.key]);
      if (value === undefined || rows.length === 0) return none(question, path, say);
      return rows.flatMap(({ answers }, index) => {
        const row = ((value as Data[])[index] ?? {}) satisfies Data;
        const inner = { typed: answers, data: row, hidden, say };
        return missingIssues(question.questions ?? [], inner, nameOf(path, index));
      });
    }
    if (value === undefined) return none(question, path, say);
    return [...missingParts(question, value, path, say)];
  });
}

function none({ kind, required }: Question, field: string, say: Say): Issue[] {
  if (required === false) return [];
  return [{ field, message: say(kind === 'consent' ? 'refusals.consent' : 'refusals.needed') }];
}

function missingParts({ kind }: Question, value: unknown, path: string, say: Say): Issue[] {
  const parts = value as Record<string, unknown>;
  if (kind === 'address')
    return ADDRESS.filter((part) => !parts[part]).map((part) => ({
      field: nameOf(path, part),
      message: say('refusals.needed'),
    }));
  if (kind === 'signature' && !parts.name)
    return [{ field: nameOf(path, 'name'), message: say('refusals.needed') }];
  return [];
}
