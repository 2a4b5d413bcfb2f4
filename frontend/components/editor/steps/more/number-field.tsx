import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Place } from '../../store/place';
import { useFaultText } from '../hooks/use-fault-text';
import { words as all } from '../words';

type Props = {
  place: Place;
  label: string;
  description: string;
  /** As it is written; undefined: nothing is, and the usual one holds. */
  value: number | undefined;
  usual: number;
  least: number;
  most: number;
  /** `above`: the least itself is too little. */
  kind: 'whole' | 'from' | 'above';
  onChange: (value: number | undefined) => void;
};

/** A number within bounds. What cannot be one is told, and not kept. */
export function NumberField(props: Props) {
  const { place, label, description, value, usual, onChange } = props;
  const words = all.more;
  const [typed, setTyped] = useState<string | null>(null);
  const fault = useFaultText(place);
  const text = typed ?? (value === undefined ? '' : String(value));
  const wrong = typed !== null && readNumber(typed, props) === null ? boundsOf(props) : undefined;
  return (
    <TextInput
      label={label}
      description={`${description} ${words.usual(usual)}`}
      inputMode={props.kind === 'whole' ? 'numeric' : 'decimal'}
      dir="ltr"
      autoComplete="off"
      data-place={place}
      value={text}
      error={wrong ?? fault}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const read = readNumber(next, props);
        if (read !== null) onChange(read);
      }}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
    />
  );
}

/** null: it is no number that is possible here. */
function readNumber(text: string, { least, most, kind }: Props): number | undefined | null {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return undefined;
  const value = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  const isPossible = kind === 'above' ? value > least : value >= least;
  const isFitting = kind !== 'whole' || Number.isInteger(value);
  return isPossible && isFitting && value <= most ? value : null;
}

function boundsOf({ least, most, kind }: Props): string {
  const words = all.more;
  if (kind === 'above') return words.above(most);
  return kind === 'whole' ? words.whole(least, most) : words.between(least, most);
}
