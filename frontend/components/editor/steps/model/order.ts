import type { Draft, StepDraft } from '../../model/draft';
import { readingOf } from './reads';

type Steps = Readonly<Draft['steps']>;

const needsOf = (steps: Steps, key: string): readonly string[] => steps[key]?.needs ?? [];

/** Every step that has ended when this one begins. */
export function before(steps: Steps, key: string): Set<string> {
  const found = new Set<string>();
  const look = (at: string) =>
    needsOf(steps, at).forEach((need) => {
      if (found.has(need)) return;
      found.add(need);
      look(need);
    });
  look(key);
  return found;
}

/** The steps that it can wait for: those that do not wait for it. */
export const mayNeed = (steps: Steps, key: string): string[] =>
  Object.keys(steps).filter((each) => each !== key && !before(steps, each).has(key));

/** The steps that are skipped when this one is: all that they need is skipped. */
export function skippedWith(steps: Steps, key: string): string[] {
  const gone = new Set([key]);
  for (let size = 0; size !== gone.size;) {
    size = gone.size;
    for (const each of Object.keys(steps)) {
      const needs = needsOf(steps, each);
      if (needs.length > 0 && needs.every((need) => gone.has(need))) gone.add(each);
    }
  }
  gone.delete(key);
  return [...gone];
}

/** The steps that wait for this one themselves. */
export const waitingFor = (steps: Steps, key: string): string[] =>
  Object.keys(steps).filter((each) => needsOf(steps, each).includes(key));

/** Whether it says nothing new that the step comes after these: it follows the one above. */
export function followsAbove(steps: Steps, key: string): boolean {
  const keys = Object.keys(steps);
  const above = keys[keys.indexOf(key) - 1];
  const needs = needsOf(steps, key);
  return above === undefined ? needs.length === 0 : needs.length === 1 && needs[0] === above;
}

/** An empty list is not written. */
export function setNeeds(step: StepDraft, needs: readonly string[]): void {
  const once = [...new Set(needs)];
  if (once.length > 0) step.needs = once;
  else delete step.needs;
}

/** Take a step out. Those that waited for it come after what it came after, or do not wait. */
export function withoutStep(draft: Draft, key: string, isBridged: boolean): void {
  const instead = isBridged ? [...needsOf(draft.steps, key)] : [];
  for (const step of Object.values(draft.steps)) {
    if (step.needs?.includes(key))
      setNeeds(
        step,
        step.needs.flatMap((need) => (need === key ? instead : [need])),
      );
  }
  draft.steps = Object.fromEntries(Object.entries(draft.steps).filter(([each]) => each !== key));
}

/** Whether a step uses what another one gives, and knows it only by waiting for that one itself. */
export function isReadOnlyBy({ steps }: Draft, key: string, need: string): boolean {
  const step = steps[key];
  if (!step || !readingOf(step, key, need)) return false;
  const others = needsOf(steps, key).filter((each) => each !== need);
  return !others.some((each) => before(steps, each).has(need));
}
