import { Button, CloseButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRecord } from '../../model/alike';
import { setAt } from '../../scope/model/at-place';
import { useChange } from '../../store/context';
import type { Place } from '../../store/place';
import { freeInput } from '../schema/inputs';
import { words } from '../words';
import styles from './inputs.module.css';
import type { ValueProps } from './value-props';

type Props = Pick<ValueProps, 'place' | 'input' | 'connection' | 'value' | 'error' | 'Row'>;

/** An object, value by value: those that the action knows, or any names. */
export function RecordInput({ place, input, connection, value, error, Row }: Props) {
  const change = useChange();
  const record = isRecord(value) ? value : {};
  const known = input.parts.map(({ key }) => key);
  const free = Object.keys(record).filter((key) => !known.includes(key));
  const isOpen = input.takes !== 'record';
  const inner = input.takes === 'map' ? 'scalar' : 'anything';
  return (
    <div className={styles.nested}>
      {error && <p className={styles.missing}>{error}</p>}
      {input.parts.map((part) => (
        <Row key={part.key} place={`${place}.${part.key}`} input={part} connection={connection} />
      ))}
      {free.map((key) => (
        <div key={key} className={styles.free}>
          <Row place={`${place}.${key}`} input={freeInput(key, inner)} connection={connection} />
          <CloseButton
            aria-label={words.remove(key)}
            onClick={() => change(place, (draft) => setAt(draft, `${place}.${key}`, undefined))}
          />
        </div>
      ))}
      {isOpen && (
        <AddName
          place={place}
          onAdd={(key) => {
            if (!(key in record)) {
              change(place, (draft) => setAt(draft, place, { ...record, [key]: '' }));
            }
          }}
        />
      )}
    </div>
  );
}

function AddName({ place, onAdd }: { place: Place; onAdd: (key: string) => void }) {
  const [name, setName] = useState('');
  const add = () => {
    if (name.trim()) onAdd(name.trim());
    setName('');
  };
  return (
    <div className={styles.add}>
      <TextInput
        label={words.name}
        value={name}
        data-place={place}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add();
        }}
      />
      <Button variant="default" onClick={add}>
        {words.addValue}
      </Button>
    </div>
  );
}
