import { Button, CloseButton, Textarea } from '@mantine/core';
import { isRecord } from '../../model/alike';
import { words } from '../words';
import type { ValueProps } from './value-props';
import styles from './inputs.module.css';
import { RecordInput } from './record-input';

/** A list that is always the same: records one by one, or texts line by line. */
export function ListInput({ place, input, connection, value, error, onChange, Row }: ValueProps) {
  const items: unknown[] = Array.isArray(value) ? value : [];
  const isOfRecords = input.takes === 'rows' || items.some(isRecord);
  if (!isOfRecords) {
    return (
      <Textarea
        aria-label={words.value(input.title)}
        description={words.oneEachLine}
        data-place={place}
        value={items.join('\n')}
        error={error}
        autosize
        minRows={2}
        dir="auto"
        onChange={(event) => {
          const text = event.currentTarget.value;
          onChange(text === '' ? undefined : text.split('\n'));
        }}
      />
    );
  }
  return (
    <div className={styles.nested}>
      {error && <p className={styles.missing}>{error}</p>}
      {items.map((item, index) => (
        <fieldset key={index} className={styles.record}>
          <legend>
            {words.recordOf(index + 1)}{' '}
            <CloseButton
              aria-label={words.remove(words.recordOf(index + 1))}
              onClick={() => {
                const rest = items.toSpliced(index, 1);
                onChange(rest.length > 0 ? rest : undefined);
              }}
            />
          </legend>
          <RecordInput
            place={`${place}.${index}`}
            input={{ ...input, takes: input.takes === 'rows' ? 'record' : 'anything' }}
            connection={connection}
            value={item}
            error=""
            Row={Row}
          />
        </fieldset>
      ))}
      <Button variant="default" data-place={place} onClick={() => onChange([...items, {}])}>
        {words.addRecord}
      </Button>
    </div>
  );
}
