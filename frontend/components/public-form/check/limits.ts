import type { Data } from '../answers/data';
import { dayLimit } from '../answers/moments';
import { nameOf } from '../answers/names';
import { compareDecimals, decimalsOf } from '../answers/numbers';
import type { Issue, Question } from '../form';
import type { Say } from '../words';

/** Limits that a JSON Schema cannot state: of amounts that are text, and of dates and times. */
export function limitIssues(
  questions: readonly Question[],
  data: Data,
  context: { say: Say; today: string },
  parent = '',
): Issue[] {
  return questions.flatMap((question) => {
    const value = data[question.key];
    const field = nameOf(parent, question.key);
    if (value === undefined) return [];
    if (question.kind === 'group')
      return (Array.isArray(value) ? (value as Data[]) : []).flatMap((row, index) =>
        limitIssues(question.questions ?? [], row, context, nameOf(field, index)),
      );
    const message = broken(question, value, context);
    return message === null ? [] : [{ field, message }];
  });
}

function broken(
  question: Question,
  value: unknown,
  { say, today }: { say: Say; today: string },
): string | null {
  switch (question.kind) {
    case 'decimal':
      return amount(question, value, say);
    case 'money':
      return amount(question, (value as { amount?: unknown }).amount, say);
    case 'date':
    case 'time':
      return when(question, value, today, say);
    default:
      return null;
  }
}

function amount(question: Question, value: unknown, say: Say): string | null {
  const { minimum, maximum, decimals, kind } = question;
  if (typeof value !== 'string' || compareDecimals(value, '0') === null)
    return say('refusals.number');
  // How many places money has is its currency's matter, which the server knows.
  const most = kind === 'money' ? null : (decimals ?? 2);
  if (most !== null && decimalsOf(value) > most) return say('refusals.decimals', { count: most });
  if (isLimit(minimum) && compareDecimals(value, String(minimum)) === -1)
    return say('refusals.least', { least: minimum });
  if (isLimit(maximum) && compareDecimals(value, String(maximum)) === 1)
    return say('refusals.most', { most: maximum });
  return null;
}

function when({ minimum, maximum }: Question, value: unknown, today: string, say: Say) {
  if (typeof value !== 'string') return null;
  const [least, most] = [dayLimit(minimum, today), dayLimit(maximum, today)];
  if (least !== undefined && value < least) return say('refusals.earliest', { least });
  if (most !== undefined && value > most) return say('refusals.latest', { most });
  return null;
}

const isLimit = (limit: Question['minimum']): limit is number | string =>
  limit !== undefined && limit !== null && limit !== '';
