import { withMoved } from '../../model/records';
import { useChange } from '../../store/context';
import { placeOf } from '../../store/place';

/** Move a step in the order in which steps are shown; what waits for what stays as it is. */
export function useMoveStep(): (step: string, by: number) => void {
  const change = useChange();
  return (step, by) =>
    change(placeOf('steps', step, 'order'), (draft) => {
      const keys = Object.keys(draft.steps);
      const to = keys.indexOf(step) + by;
      if (to >= 0 && to < keys.length) draft.steps = withMoved(draft.steps, step, to);
    });
}
