import type { Path } from '../../expressions/nodes';
import { before, mayNeed, setNeeds } from '../../steps/model/order';
import { useChange } from '../../store/context';
import type { Place } from '../../store/place';

/** Makes the step of a place wait for the steps that values are from, where it does not yet. */
export function useWaitFor(place: Place): (paths: readonly Path[]) => void {
  const change = useChange();
  const [first, key = ''] = place.split('.');
  return (paths) => {
    const wanted = paths.flatMap(([root, need]) => (root === 'steps' && need ? [need] : []));
    if (first !== 'steps' || wanted.length === 0) return;
    change(place, ({ steps }) => {
      const step = steps[key];
      if (!step) return;
      const known = before(steps, key);
      const possible = mayNeed(steps, key);
      const missing = wanted.filter((need) => !known.has(need) && possible.includes(need));
      if (missing.length > 0) setNeeds(step, [...(step.needs ?? []), ...missing]);
    });
  };
}
