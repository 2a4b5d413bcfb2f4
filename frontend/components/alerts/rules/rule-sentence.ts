import type { AlertKind, RuleValuesOut } from '@/lib/api/model';
import { fill } from '@/lib/words/fill';
import { number } from '@/lib/words/amounts/plural';
import { words } from '../words';
import { lengthOf } from './lengths';

/** When it is an alert, in a sentence. */
export function ruleSentence(kind: AlertKind, values: RuleValuesOut): string {
  const threshold = values.threshold ?? 1;
  const one = threshold === 1 ? words.rules.one[kind] : undefined;
  return fill(one ?? words.rules.when[kind], {
    threshold: number(threshold),
    window: words.rules.lasting(lengthOf(values.window_seconds ?? 0)),
  });
}
