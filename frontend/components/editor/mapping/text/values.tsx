import { useState } from 'react';
import { readPick, writePick } from '../../expressions/picks';
import type { Placed } from '../../expressions/template';
import type { Group } from '../../scope/model/item';
import { StillButton, StillClose } from '../../still/still';
import type { Place } from '../../store/place';
import { PickEditor } from '../picks/pick-editor';
import { freeInput } from '../schema/inputs';
import { words as all } from '../words';
import styles from './text.module.css';

type Props = {
  place: Place;
  parts: readonly Placed[];
  groups: readonly Group[];
  nameOf: (expression: string) => string;
  onChange: (index: number, expression: string | null) => void;
};

const TARGET = { input: freeInput('text', 'text'), within: 'text' } as const;

/** The values in a text: each can be changed and taken away without touching the text. */
export function Values({ place, parts, groups, nameOf, onChange }: Props) {
  const words = all.text;
  const [open, setOpen] = useState<number | null>(null);
  const computed = parts.flatMap((part, index) => (part.computed ? [{ part, index }] : []));
  if (computed.length === 0) return null;
  return (
    <ul className={styles.values} aria-label={words.values}>
      {computed.map(({ part, index }) => {
        const name = nameOf(part.text);
        const pick = readPick(part.text);
        return (
          <li key={index}>
            <div className={styles.value}>
              {pick ? (
                <StillButton
                  variant="subtle"
                  aria-label={words.change(name)}
                  aria-expanded={open === index}
                  onClick={() => setOpen(open === index ? null : index)}
                >
                  {name}
                </StillButton>
              ) : (
                <code dir="ltr">{part.text}</code>
              )}
              <StillClose aria-label={all.remove(name)} onClick={() => onChange(index, null)} />
            </div>
            {pick && open === index && (
              <PickEditor
                place={place}
                groups={groups}
                target={TARGET}
                pick={pick}
                onChange={(next) => onChange(index, writePick(next))}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
