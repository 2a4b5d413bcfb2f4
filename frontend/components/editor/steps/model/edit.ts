import type { ActionOut } from '@/lib/api/model';
import { language } from '@/lib/words/languages';
import type { Draft, StepDraft } from '../../model/draft';
import { freeKey, withEntry } from '../../model/records';
import { wordsShown } from '../../model/texts';
import { setNeeds } from './order';
import { actionIn } from './use';

const ENGLISH = ['en'];

/** What a step is called: by its title, or by its action, or by its key. */
export function stepName(
  draft: Draft,
  key: string,
  actionOf: (use: string) => ActionOut | undefined,
): string {
  const step = draft.steps[key];
  if (!step) return key;
  const title = wordsShown(step.title, language(), draft.form.languages ?? ENGLISH);
  return title || actionOf(step.use)?.title || key;
}

/** `party.upsert` makes a step `party`. */
const keyFrom = (draft: Draft, use: string) =>
  freeKey(draft.steps, actionIn(use).split('.')[0] ?? '', 'step');

/** A new step behind another one, which it waits for; gives its key. */
export function addStep(draft: Draft, use: string, after: string | null): string {
  const key = keyFrom(draft, use);
  const step: StepDraft = { use };
  setNeeds(step, after !== null && after in draft.steps ? [after] : []);
  draft.steps = withEntry(draft.steps, key, step, after);
  return key;
}

/** The same step once more, behind it; gives its key. */
export function duplicateStep(draft: Draft, key: string): string {
  const step = draft.steps[key];
  const copy = freeKey(draft.steps, key, 'step');
  if (step) draft.steps = withEntry(draft.steps, copy, plain(step), key);
  return copy;
}

/** As it is in the document: a part of a draft that is being changed cannot be cloned. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The step above or below, to be open when this one is gone; null: there is none. */
export function neighbourOf(draft: Draft, key: string): string | null {
  const keys = Object.keys(draft.steps);
  const at = keys.indexOf(key);
  return keys[at - 1] ?? keys[at + 1] ?? null;
}

/** What a step sends that its action does not know. */
export function unknownInputs(
  sent: Readonly<Record<string, unknown>> | undefined,
  action: ActionOut | undefined,
): string[] {
  const { properties, additionalProperties } = action?.input_schema ?? {};
  if (additionalProperties !== false || typeof properties !== 'object' || !properties) return [];
  return Object.keys(sent ?? {}).filter((each) => !(each in properties));
}

/** Take some of what a step sends out. */
export function withoutInputs(step: StepDraft, names: readonly string[]): void {
  const kept = Object.entries(step.with ?? {}).filter(([name]) => !names.includes(name));
  if (kept.length > 0) step.with = Object.fromEntries(kept);
  else delete step.with;
}
