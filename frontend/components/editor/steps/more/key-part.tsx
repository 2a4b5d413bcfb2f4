import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useChange, useDraft, useSelection } from '../../store/context';
import { placeOf } from '../../store/place';
import { renameStep } from '../model/reads';
import { words as all } from '../words';
import styles from '../parts/parts.module.css';

const KEY = /^[a-z][a-z0-9_]{0,49}$/;

/** What the document calls a step; with it changes all that names the step. */
export function KeyPart({ step }: { step: string }) {
  const words = all.more;
  const change = useChange();
  const [, select] = useSelection();
  const [key, setKey] = useState(step);
  const isTaken = useDraft(({ steps }) => key !== step && key in steps);
  const wrong = KEY.test(key) ? (isTaken ? words.keyTaken : undefined) : words.keyWrong;
  const rename = () => {
    change(placeOf('steps', step, 'key'), (draft) => renameStep(draft, step, key));
    select(placeOf('steps', key));
  };
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong && key !== step) rename();
      }}
    >
      <TextInput
        label={words.key}
        description={words.keyHint}
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        value={key}
        error={wrong}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <div>
        <Button
          type="submit"
          size="compact-sm"
          variant="default"
          disabled={wrong !== undefined || key === step}
        >
          {words.rename}
        </Button>
      </div>
    </form>
  );
}
