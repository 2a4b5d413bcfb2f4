import { isRecord } from '../../model/alike';
import type { Draft, StepDraft } from '../../model/draft';
import { PASSED_OVER, templateParts } from './template';

/** Where an expression names the output of a step; texts and comments are passed over. */
const named = (key: string) =>
  new RegExp(
    String.raw`(?<![\w.])(steps\s*\.\s*)${key}(?!\w)|(?<![\w.])(steps\s*\[\s*["'])${key}(?=["']\s*\])|${PASSED_OVER}`,
    'gs',
  );

const isNamed = (expression: string, key: string): boolean =>
  [...expression.matchAll(named(key))].some(([, dotted, indexed]) => dotted ?? indexed);

const renamed = (expression: string, from: string, to: string): string =>
  expression.replace(
    named(from),
    (whole: string, dotted: string | undefined, indexed: string | undefined) =>
      dotted || indexed ? `${dotted ?? indexed ?? ''}${to}` : whole,
  );

/** A condition may stand without `${{ }}` around it. */
const isBare = (text: string, part: string) => part === 'when' && !text.includes('${{');

export function textReads(text: string, key: string, part = ''): boolean {
  if (isBare(text, part)) return isNamed(text, key);
  return templateParts(text).some((part) => part.isExpression && isNamed(part.text, key));
}

function textRenamed(text: string, from: string, to: string, part: string): string {
  if (isBare(text, part)) return renamed(text, from, to);
  return templateParts(text)
    .map((each) => (each.isExpression ? renamed(each.text, from, to) : each.text))
    .join('');
}

/** Whether a value or anything in it reads the output of a step. */
export function valueReads(value: unknown, key: string): boolean {
  if (typeof value === 'string') return textReads(value, key);
  if (Array.isArray(value)) return value.some((each) => valueReads(each, key));
  return isRecord(value) && Object.values(value).some((each) => valueReads(each, key));
}

/** What of a step reads another one. `inputs`: the names of what it sends. */
export type Reading = { step: string; inputs: string[]; when: boolean; ordering: boolean };

export function readingOf(step: StepDraft, name: string, key: string): Reading | null {
  const inputs = Object.entries(step.with ?? {})
    .filter(([, value]) => valueReads(value, key))
    .map(([input]) => input);
  const when = typeof step.when === 'string' && textReads(step.when, key, 'when');
  const ordering = textReads(step.ordering ?? '', key);
  return inputs.length > 0 || when || ordering ? { step: name, inputs, when, ordering } : null;
}

/** Every other step that reads the output of this one. */
export const readersOf = (draft: Draft, key: string): Reading[] =>
  Object.entries(draft.steps)
    .filter(([name]) => name !== key)
    .map(([name, step]) => readingOf(step, name, key))
    .filter((each) => each !== null);

/** Give a step another key, also where others wait for it or read what it gave. */
export function renameStep(draft: Draft, from: string, to: string): void {
  draft.steps = Object.fromEntries(
    Object.entries(draft.steps).map(([key, step]) => [
      key === from ? to : key,
      stepRenamed(step, from, to),
    ]),
  );
}

function stepRenamed(step: StepDraft, from: string, to: string): StepDraft {
  const next = { ...step };
  if (step.needs) next.needs = step.needs.map((need) => (need === from ? to : need));
  if (step.with) next.with = valueRenamed(step.with, from, to) as Record<string, unknown>;
  if (typeof step.when === 'string') next.when = textRenamed(step.when, from, to, 'when');
  if (step.ordering) next.ordering = textRenamed(step.ordering, from, to, '');
  return next;
}

function valueRenamed(value: unknown, from: string, to: string): unknown {
  if (typeof value === 'string') return textRenamed(value, from, to, '');
  if (Array.isArray(value)) return value.map((each) => valueRenamed(each, from, to));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, valueRenamed(each, from, to)]),
  );
}
