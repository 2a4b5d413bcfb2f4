import type { StepRunOut, SubmissionDetailOut } from '@/lib/api/model';
import { stepState } from '@/lib/words/catalogues/states/states';
import { words as all } from './words';

/**
 * What is done and what is not, step by step, while only a part of it has arrived; null where all
 * or nothing has.
 */
export function partly({ steps }: SubmissionDetailOut): string | null {
  const done = steps.filter((step) => step.status === 'succeeded');
  const others = steps.filter((step) => step.status !== 'succeeded');
  const open = others.filter((step) => step.status !== 'skipped' || step.reason);
  if (done.length === 0 || open.length === 0) return null;
  const told = [...done, ...open].map(sentence);
  return all.partly.whole(told);
}

function sentence(step: StepRunOut): string {
  const words = all.partly;
  if (step.status === 'succeeded') return words.delivered(step.title, step.system);
  const held = step.wait !== null && step.wait !== 'dependency' && step.wait !== 'turn';
  const state = held ? 'waiting' : stepState(step.status);
  return words[state](step.title, step.system);
}
