import { Button } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { useChange, useDraft, useSelection } from '../../store/context';
import { placeOf } from '../../store/place';
import { useMoveStep } from '../hooks/use-move-step';
import { duplicateStep } from '../model/edit';
import { words as all } from '../words';
import { RemoveDialog } from './remove-dialog';

/** What can be done with a whole step. */
export function StepMenu({ step, name }: { step: string; name: string }) {
  const words = all.menu;
  const change = useChange();
  const move = useMoveStep();
  const [, select] = useSelection();
  const [isRemoving, setRemoving] = useState(false);
  const at = useDraft(({ steps }) => Object.keys(steps).indexOf(step));
  const last = useDraft(({ steps }) => Object.keys(steps).length - 1);
  const duplicate = () => {
    let copy = step;
    change(placeOf('steps', step, 'copy'), (draft) => {
      copy = duplicateStep(draft, step);
    });
    select(placeOf('steps', copy));
  };
  return (
    <div role="group" aria-label={words.label(name)}>
      <ButtonRow>
        <Do disabled={at <= 0} onClick={() => move(step, -1)}>
          {words.up}
        </Do>
        <Do disabled={at >= last} onClick={() => move(step, 1)}>
          {words.down}
        </Do>
        <Do onClick={duplicate}>{words.duplicate}</Do>
        <Do onClick={() => setRemoving(true)}>{words.remove}</Do>
      </ButtonRow>
      {isRemoving && <RemoveDialog step={step} name={name} onClose={() => setRemoving(false)} />}
    </div>
  );
}

type DoProps = { children: string; disabled?: boolean; onClick: () => void };

const Do = ({ children, disabled = false, onClick }: DoProps) => (
  <Button size="compact-sm" variant="default" disabled={disabled} onClick={onClick}>
    {children}
  </Button>
);
