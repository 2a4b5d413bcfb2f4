import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Place } from '../../store/place';
import type { Input } from '../schema/inputs';
import { words } from '../words';

type Props = {
  place: Place;
  input: Input;
  value: unknown;
  error?: string | undefined;
  onChange: (value: unknown) => void;
};

const YES_NO = () => [
  { value: '', label: words.choose },
  { value: 'true', label: words.yes },
  { value: 'false', label: words.no },
];

/** A value that is always the same, by what the input takes. */
export function FixedValue({ place, input, value, error, onChange }: Props) {
  const common = { 'aria-label': words.value(input.title), 'data-place': place, error };
  if (input.choices) {
    const choices = input.choices.map((each) => ({ value: each, label: each }));
    return (
      <NativeSelect
        {...common}
        value={typeof value === 'string' ? value : ''}
        data={[{ value: '', label: words.choose }, ...choices]}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      />
    );
  }
  if (input.takes === 'bool' || typeof value === 'boolean') {
    return (
      <NativeSelect
        {...common}
        value={typeof value === 'boolean' ? String(value) : ''}
        data={YES_NO()}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange(chosen ? chosen === 'true' : undefined);
        }}
      />
    );
  }
  return <NumberValue {...common} input={input} value={value} onChange={onChange} />;
}

type NumberProps = Omit<Props, 'place'>;

/** Kept as it is typed until it is a number: “1.” is on the way to one. */
function NumberValue({ input, value, onChange, ...common }: NumberProps) {
  const [typed, type] = useState(String(value ?? ''));
  const shown = numberOf(typed, input) === value ? typed : String(value ?? '');
  return (
    <TextInput
      {...common}
      inputMode={input.takes === 'int' ? 'numeric' : 'decimal'}
      value={shown}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const next = numberOf(text, input);
        if (text !== '' && next === undefined && !/^-?\d*[.,]?\d*$/.test(text)) return;
        type(text);
        onChange(next);
      }}
    />
  );
}

/** A number that must stay exact is kept as it is written. */
function numberOf(text: string, { takes, decimal }: Input): number | string | undefined {
  const plain = text.trim().replace(',', '.');
  if (!(takes === 'int' ? /^-?\d{1,15}$/ : /^-?\d{1,15}(\.\d+)?$/).test(plain)) return undefined;
  return decimal && plain.includes('.') ? plain : Number(plain);
}
