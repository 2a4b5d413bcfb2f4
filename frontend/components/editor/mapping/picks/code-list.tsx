import { Button, CloseButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Treatment } from '../../expressions/treatments';
import type { Item } from '../../scope/model/item';
import { useChange, useDraft, useFaults } from '../../store/context';
import { words as all } from '../words';
import { LiteralInput } from './otherwise';
import styles from './picks.module.css';

type Lookup = Extract<Treatment, { do: 'lookup' }>;
type Props = { treatment: Lookup; item: Item; name: string; onChange: (next: Lookup) => void };

const NOTHING = {};

/** One code list in terms of another, as a table of the definition, and what all others become. */
export function CodeList({ treatment, item, name, onChange }: Props) {
  const words = all.codes;
  const place = `tables.${treatment.table}`;
  const codes: Readonly<Record<string, unknown>> = useDraft(
    ({ tables }) => tables?.[treatment.table] ?? NOTHING,
  );
  const change = useChange();
  const faults = useFaults(place);
  const [added, setAdded] = useState('');
  const isNumber = typeof treatment.otherwise === 'number';
  const write = (next: Record<string, unknown>) =>
    change(place, (draft) => {
      draft.tables = { ...draft.tables, [treatment.table]: next };
    });
  const labels = new Map(item.choices?.map((each) => [each.value, each.label]));
  const keys = [...new Set([...labels.keys(), ...Object.keys(codes)])];
  const valueOf = (text: string) => (isNumber ? Math.trunc(Number(text)) || 0 : text);
  const add = () => {
    if (added && !(added in codes)) write({ ...codes, [added]: isNumber ? 0 : '' });
    setAdded('');
  };
  return (
    <div className={styles.codes}>
      <table>
        <caption dir="auto">{words.title(name)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.answer}</th>
            <th scope="col">{words.sent}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row" dir="auto">
                {labels.get(key) ?? key}
              </th>
              <td>
                <div className={styles.line}>
                  <TextInput
                    aria-label={words.sentFor(labels.get(key) ?? key)}
                    data-place={`${place}.${key}`}
                    value={String(codes[key] ?? '')}
                    {...(isNumber && { type: 'number' })}
                    onChange={(event) =>
                      write({ ...codes, [key]: valueOf(event.currentTarget.value) })
                    }
                  />
                  {key in codes && (
                    <CloseButton
                      aria-label={all.remove(labels.get(key) ?? key)}
                      onClick={() => {
                        const { [key]: _, ...rest } = codes;
                        write(rest);
                      }}
                    />
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!item.choices && (
        <div className={styles.otherwise}>
          <TextInput
            label={words.code}
            value={added}
            onChange={(event) => setAdded(event.currentTarget.value)}
          />
          <Button variant="default" onClick={add}>
            {words.add}
          </Button>
        </div>
      )}
      {treatment.otherwise !== null && (
        <LiteralInput
          label={words.others}
          value={treatment.otherwise}
          onChange={(otherwise) => onChange({ ...treatment, otherwise })}
        />
      )}
      {faults.map(({ message }) => (
        <p key={message} className={styles.fault}>
          {message}
        </p>
      ))}
    </div>
  );
}
