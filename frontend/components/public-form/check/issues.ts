import type { FieldProblem } from '@/lib/http/problem';
import { isWithin, questionOf } from '../answers/names';
import type { Form, Issue } from '../form';
import type { Say } from '../words';
import { questionAt } from './paths';

/** What the server found wrong: `data.lines.0.part` is the answer `lines.0.part`. */
export function issuesOf(errors: readonly FieldProblem[]): Issue[] {
  return errors.map(({ field, message }) => ({ field: field.replace(/^data\./, ''), message }));
}

/** Only an answer that was left, or refused by the server, shows what is wrong with it. */
export function visibleIssues(
  local: readonly Issue[],
  touched: ReadonlySet<string>,
  refused: readonly Issue[],
): ReadonlyMap<string, string> {
  const seen = (field: string) => [...touched].some((name) => isWithin(field, name));
  const shown = new Map(local.filter(({ field }) => seen(field)).map((each) => entry(each)));
  for (const issue of refused) if (!shown.has(issue.field)) shown.set(...entry(issue));
  return shown;
}

const entry = ({ field, message }: Issue) => [field, message] as const;

/** The sentence that stands beside the answer of this name; of several controls, what is said of any. */
export function errorAt(
  issues: ReadonlyMap<string, string>,
  name: string,
  own: boolean,
): string | undefined {
  const exact = issues.get(name);
  if (exact !== undefined || own) return exact;
  for (const [field, message] of issues) if (isWithin(field, name)) return message;
  return undefined;
}

/** A sentence that says what it is about, for a list that stands apart from the questions. */
export function toldApart({ questions }: Form, { field, message }: Issue, say: Say): string {
  const found = questionAt(questions, field);
  const row = /^([^.]+)\.(\d+)(?=\.|$)/.exec(field);
  const group = row && questions.find(({ key, kind }) => key === row[1] && kind === 'group');
  const part = found?.question.kind === 'address' && found.rest[0];
  const label = [
    group
      ? say('rows.numbered', {
          row: group.row_label || group.label,
          number: Number(row[2]) + 1,
        })
      : '',
    found && !(group && found.question === group) ? found.question.label : '',
    part ? say(`address.${part}`) : '',
  ].filter(Boolean);
  const about = label.join(', ');
  if (ENDED.test(about)) return `${about} ${message}`;
  return about ? say('fault.about', { label: about, message }) : message;
}

/** The page that asks for this answer. */
export function pageOf({ pages }: Form, field: string): number {
  const key = questionOf(field);
  return Math.max(
    pages.findIndex(({ questions }) => questions.includes(key)),
    0,
  );
}

/** Gives the focus to the control of an answer, or to the one that is nearest to it. */
export function focusOn(field: string, idOf: (name: string) => string): void {
  const found = document.getElementById(idOf(field));
  if (!found) {
    const cut = field.lastIndexOf('.');
    if (cut > 0) focusOn(field.slice(0, cut), idOf);
    return;
  }
  const control = 'input:not([type=hidden]), select, textarea';
  const inner = found.matches('fieldset') ? found.querySelector<HTMLElement>(control) : null;
  (inner ?? found).focus();
}

/** A label that needs no colon after it: “Express?”. */
const ENDED = /[?!:.…]$/;
