import type { Path } from '../../expressions/nodes';
import { writePick } from '../../expressions/picks';
import { writeLines } from '../../expressions/rows';
import { itemsOf, type Group, type Item } from '../../scope/model/item';
import { linesOf } from '../lines/start';
import { fits, pickFor } from '../picks/fitting';
import { nameOfPath } from '../picks/pick-name';
import type { Input } from '../schema/inputs';
import { words as all } from '../words';
import { likely } from './likely';

/** A first guess for one input: in words, and what it would write. */
export type Guess = { input: Input; said: string; value: string; from?: Path };

/** The best guess for an input among what can be picked; undefined: nothing goes with it. */
export function guessFor(input: Input, groups: readonly Group[]): Guess | undefined {
  const items = itemsOf(groups);
  if (input.takes === 'rows') return linesGuess(input, items);
  const accepts = (item: Item) =>
    !['anything', 'map'].includes(input.takes) &&
    item.type !== 'anything' &&
    fits(item, { input, within: 'whole' });
  const item = input.choices ? undefined : likely(input, items, accepts);
  if (!item) return undefined;
  const pick = pickFor(item, { input, within: 'whole' });
  return {
    input,
    said: all.suggest.pair(input.title, nameOfPath(item.path, groups)),
    value: `\${{ ${writePick(pick)} }}`,
    from: item.path,
  };
}

/** Of groups of steps, those of the steps that stand above one. */
export const groupsAbove = (
  groups: readonly Group[],
  keys: readonly string[],
  step: string,
): Group[] => {
  const above = keys.slice(0, keys.indexOf(step)).map((key) => `steps.${key}`);
  return groups.filter(({ key }) => above.includes(key));
};

/** The record of a step that is not waited for yet, for an input that is useless without one. */
export const recordGuess = (input: Input, groups: readonly Group[]): Guess | undefined =>
  input.required && input.takes === 'int' ? guessFor(input, groups) : undefined;

/** One record for each row of the group that has the most of its parts. */
function linesGuess(input: Input, items: readonly Item[]): Guess | undefined {
  const [best] = items
    .filter(({ type }) => type === 'rows')
    .map((source) => ({ source, lines: linesOf(source, input) }))
    .map((each) => ({ ...each, count: Object.keys(each.lines.cells).length }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  if (!best) return undefined;
  const parts = input.parts.filter(({ key }) => key in best.lines.cells).map(({ title }) => title);
  return {
    input,
    said: all.suggest.lines(input.title, best.source.label, parts.join(', ')),
    value: `\${{ ${writeLines(best.lines)} }}`,
  };
}
