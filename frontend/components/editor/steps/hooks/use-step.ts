import type { StepDraft } from '../../model/draft';
import { useChange, useSettled } from '../../store/context';
import { placeOf } from '../../store/place';
import { stepName } from '../model/edit';
import { useSystems } from './use-systems';

/** Change a part of a step. */
export function useEditStep(step: string) {
  const change = useChange();
  return (part: string, recipe: (step: StepDraft) => void) =>
    change(placeOf('steps', step, part), (draft) => {
      const found = draft.steps[step];
      if (found) recipe(found);
    });
}

/** What a step is called. */
export function useStepName(step: string): string {
  const { actionOf } = useSystems();
  return useSettled((draft) => stepName(draft, step, actionOf));
}
