import { Button } from '@mantine/core';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { useDraft } from '../../store/context';
import { useEditStep } from '../hooks/use-step';
import { withoutInputs } from '../model/edit';
import { setNeeds } from '../model/order';
import { readingOf } from '../model/reads';
import { words as all } from '../words';
import { partsOf } from './reading';
import styles from './parts.module.css';

type Props = {
  step: string;
  /** The step that it is not to wait for any more, though it uses what that one gives. */
  need: string;
  name: string;
  onKeep: () => void;
  onLeave: () => void;
};

/** What to do about what a step uses of another one, before it stops waiting for that. */
export function StillRead({ step, need, name, onKeep, onLeave }: Props) {
  const words = all.after;
  const edit = useEditStep(step);
  const found = useDraft(({ steps }) => steps[step]);
  const reading = found && readingOf(found, step, need);
  if (!reading) return null;
  const clear = () => {
    edit('needs', (draft) => {
      setNeeds(
        draft,
        (draft.needs ?? []).filter((each) => each !== need),
      );
      withoutInputs(draft, reading.inputs);
      if (reading.when) delete draft.when;
      if (reading.ordering) delete draft.ordering;
    });
    onKeep();
  };
  return (
    <div className={styles.note} role="alert">
      <p>{words.reads(name)}</p>
      <ul>
        {partsOf(reading).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <ButtonRow>
        <Button size="compact-sm" onClick={onKeep}>
          {words.keep}
        </Button>
        <Button size="compact-sm" variant="default" onClick={clear}>
          {words.clear}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onLeave}>
          {words.leave}
        </Button>
      </ButtonRow>
    </div>
  );
}
