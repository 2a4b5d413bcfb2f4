import type { Path } from '../../expressions/nodes';
import { findItem, type Group } from '../../scope/model/item';
import { words } from '../words';

/** What people call a path: “Address: City”. */
export function nameOfPath(path: Path, groups: readonly Group[]): string {
  const item = findItem(groups, path);
  if (!item) return words.pick.gone(path.slice(1).join('.') || path.join('.'));
  const whole = item.path.length > 2 ? findItem(groups, path.slice(0, -1)) : undefined;
  const step =
    path[0] === 'steps' ? groups.find(({ key }) => key === `steps.${path[1]}`) : undefined;
  if (step) return `${step.label}: ${item.label}`;
  return whole ? `${whole.label}: ${item.label}` : item.label;
}
