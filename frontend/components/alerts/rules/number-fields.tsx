import { NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { words } from '../words';
import { UNITS, unitOf, type Unit } from './lengths';
import styles from './rule-dialog.module.css';

type Props = {
  label: string;
  value?: number | null;
  error?: ReactNode;
  onChange?: (value: number | null) => void;
};

/** A whole number. */
export function NumberField({ label, value, error, onChange }: Props) {
  return (
    <TextInput
      label={label}
      type="number"
      inputMode="numeric"
      min={1}
      value={value ?? ''}
      error={error}
      onChange={(event) => onChange?.(numberIn(event.currentTarget.value))}
    />
  );
}

/** A length of time in the unit that a person chooses; its value is in seconds. */
export function LengthField({ label, value, error, onChange }: Props) {
  const [unit, setUnit] = useState<Unit>(unitOf(value ?? 0));
  const count =
    value === null || value === undefined ? '' : Number((value / UNITS[unit]).toFixed(2));
  const change = (text: string, next: Unit) => {
    const typed = numberIn(text);
    setUnit(next);
    onChange?.(typed === null ? null : Math.round(typed * UNITS[next]));
  };
  return (
    <div className={styles.length}>
      <TextInput
        label={label}
        type="number"
        inputMode="numeric"
        min={1}
        step="any"
        value={count}
        error={error}
        onChange={(event) => change(event.currentTarget.value, unit)}
      />
      <NativeSelect
        aria-label={`${label}: ${words.rules.form.unit}`}
        value={unit}
        data={(Object.keys(UNITS) as Unit[]).map((each) => ({
          value: each,
          label: words.rules.form.units[each],
        }))}
        onChange={(event) => change(String(count), event.currentTarget.value as Unit)}
      />
    </div>
  );
}

const numberIn = (text: string): number | null => (text === '' ? null : Number(text));
