import { Button } from '@mantine/core';
import { useState } from 'react';
import { useChange, useSelection } from '../store/context';
import { placeOf } from '../store/place';
import { ChooseAction } from './choose/choose-action';
import { useStepName } from './hooks/use-step';
import { addStep } from './model/edit';
import { words as all } from './words';

type Props = {
  /** The step behind which it comes, and for which it waits; null: right after the form. */
  after: string | null;
  /** A sign between two stops. */
  small?: boolean;
};

/** Adds a step: what can be done is chosen from what the connected systems can. */
export function AddStep({ after, small = false }: Props) {
  const words = all.add;
  const [isOpen, setOpen] = useState(false);
  const change = useChange();
  const [, select] = useSelection();
  const name = useStepName(after ?? '');
  const choose = (use: string) => {
    let key = '';
    change('steps', (draft) => {
      key = addStep(draft, use, after);
    });
    setOpen(false);
    select(placeOf('steps', key));
  };
  const label = after === null ? words.first : words.behind(name);
  return (
    <>
      <Button
        mt={small ? 0 : 'xs'}
        variant={small ? 'subtle' : 'default'}
        size={small ? 'compact-sm' : 'sm'}
        aria-label={label}
        data-adds={after === null ? 'steps' : undefined}
        onClick={() => setOpen(true)}
      >
        {small ? '+' : words.open}
      </Button>
      {isOpen && (
        <ChooseAction title={words.title} onChoose={choose} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
