import type { Cell, Lines } from '../../expressions/rows';
import type { Item } from '../../scope/model/item';
import { fits, pickFor } from '../picks/fitting';
import type { Input } from '../schema/inputs';
import { likely } from '../suggest/likely';

/** One record for each row: where a part has the name of an input, it is taken. */
export function linesOf(source: Item, input: Input): Lines {
  const cells: Record<string, Cell> = {};
  for (const part of input.parts) {
    const target = { input: part, within: 'row' } as const;
    const found = likely(part, source.parts ?? [], (item) => fits(item, target));
    if (found) cells[part.key] = { pick: pickFor(found, target) };
  }
  return { rows: source.path, optional: source.optional, cells };
}
