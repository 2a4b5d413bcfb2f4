import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Place } from '../../store/place';

type Props = {
  place: Place;
  label: string;
  description?: string;
  value: string;
  error?: string | undefined;
  /** Takes it; a sentence says why it cannot be. */
  onCommit: (text: string) => string | undefined;
};

/** A name that others refer to: it changes when its input is left, and not at each key. */
export function CommittedText({ place, value, error, onCommit, ...named }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState<string>();
  function leave() {
    if (typed === null || typed === value) return setTyped(null);
    const refusal = onCommit(typed);
    setRefused(refusal);
    if (!refusal) setTyped(null);
  }
  return (
    <TextInput
      {...named}
      data-place={place}
      spellCheck={false}
      value={typed ?? value}
      error={refused ?? error}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={({ key }) => key === 'Enter' && leave()}
    />
  );
}
