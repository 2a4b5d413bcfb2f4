import type { Asking } from '../answers/asked';
import type { Form, Issue } from '../form';
import type { Expressions } from '../expressions/expressions';
import type { Typed } from '../answers/typed';
import { wordsOf } from '../words';
import { isWithin } from '../answers/names';
import { limitIssues } from './limits';
import { missingIssues } from './missing';
import { pathsOf } from './paths';
import { schemaIssues } from './schema';

/**
 * What the browser itself finds wrong with the answers, in the order of the form: at most one thing
 * about each. The server judges again; this exists so that people hear of a slip at once.
 */
export function check(
  form: Form,
  typed: Typed,
  { data, hidden }: Asking,
  { expressions, today }: { expressions: Expressions | null; today: string },
): Issue[] {
  const say = wordsOf(form);
  const found = new Map<string, string>();
  const note = ({ field, message }: Issue) => {
    const known = [...found.keys()].some((path) => isWithin(path, field) || isWithin(field, path));
    if (!known) found.set(field, message);
  };
  missingIssues(form.questions, { typed, data, hidden, say }).forEach(note);
  schemaIssues(form, data, say).forEach(note);
  limitIssues(form.questions, data, { say, today }).forEach(note);
  ruleIssues(form, data, expressions).forEach(note);
  return inOrder(form, typed, found);
}

/** Rules across several answers. One that cannot be told is left to the server. */
function ruleIssues({ rules, questions }: Form, input: Asking['data'], cel: Expressions | null) {
  if (cel === null) return [];
  return rules
    .filter(({ check: source }) => cel.evaluate(source, { input }) === false)
    .map(({ question, message }) => ({ field: question ?? questions[0]?.key ?? '', message }));
}

function inOrder({ questions }: Form, typed: Typed, found: ReadonlyMap<string, string>): Issue[] {
  const order = new Map(pathsOf(questions, typed).map((path, index) => [path, index]));
  const place = (field: string): number => {
    const known = order.get(field);
    if (known !== undefined) return known;
    const cut = field.lastIndexOf('.');
    return cut < 0 ? order.size : place(field.slice(0, cut)) + 0.5;
  };
  return [...found]
    .map(([field, message]) => ({ field, message }))
    .sort((a, b) => place(a.field) - place(b.field));
}
