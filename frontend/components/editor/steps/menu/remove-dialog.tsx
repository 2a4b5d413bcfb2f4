import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import { Dialog } from '@/components/ui/dialog/dialog';
import { useChange, useDraft, useSelection } from '../../store/context';
import { placeOf } from '../../store/place';
import { useSystems } from '../hooks/use-systems';
import { neighbourOf, stepName } from '../model/edit';
import { waitingFor, withoutStep } from '../model/order';
import { readersOf } from '../model/reads';
import { partsOf } from '../parts/reading';
import { words as all } from '../words';
import styles from '../parts/parts.module.css';

type Props = { step: string; name: string; onClose: () => void };

/** What removing a step does to the others, before it is done. */
export function RemoveDialog({ step, name, onClose }: Props) {
  const words = all.remove;
  const { actionOf } = useSystems();
  const draft = useDraft((all) => all);
  const change = useChange();
  const [, select] = useSelection();
  const [isBridged, setBridged] = useState(true);
  const nameOf = (key: string) => stepName(draft, key, actionOf);
  const waiting = waitingFor(draft.steps, step).map(nameOf);
  const needs = (draft.steps[step]?.needs ?? []).map(nameOf);
  const readers = readersOf(draft, step);
  const remove = () => {
    const next = neighbourOf(draft, step);
    onClose();
    change(placeOf('steps', step, 'removed'), (changed) => withoutStep(changed, step, isBridged));
    select(next === null ? 'form' : placeOf('steps', next));
  };
  return (
    <Dialog title={words.title(name)} onClose={onClose}>
      <div className={styles.stack}>
        {readers.length > 0 && (
          <>
            <p>{words.read}</p>
            <ul>
              {readers.map((each) => (
                <li key={each.step}>{all.reading.of(nameOf(each.step), partsOf(each))}</li>
              ))}
            </ul>
          </>
        )}
        {waiting.length > 0 && needs.length > 0 && (
          <Checkbox
            label={words.bridge(waiting, needs)}
            checked={isBridged}
            onChange={(event) => setBridged(event.currentTarget.checked)}
          />
        )}
        {waiting.length > 0 && needs.length === 0 && <p>{words.free(waiting)}</p>}
        <p className={styles.quiet}>{words.undo}</p>
        <ButtonRow>
          <DangerButton autoFocus onClick={remove}>
            {words.do}
          </DangerButton>
          <Button variant="default" onClick={onClose}>
            {words.leave}
          </Button>
        </ButtonRow>
      </div>
    </Dialog>
  );
}
