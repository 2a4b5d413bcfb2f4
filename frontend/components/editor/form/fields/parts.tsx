import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { HTMLInputTypeAttribute } from 'react';
import type { Place } from '../../store/place';
import { useFaultText, usePart } from './use-part';

type Named = { place: Place; label: string; description?: string | undefined };

/** A text that is the same in every language. */
export function TextPart({
  place,
  type = 'text',
  placeholder,
  needed,
  ...named
}: Named & {
  type?: HTMLInputTypeAttribute;
  placeholder?: string;
  /** It stays there when it is empty. */
  needed?: boolean;
}) {
  const [value = '', write] = usePart<unknown>(place);
  return (
    <TextInput
      {...named}
      type={type}
      placeholder={placeholder}
      dir={type === 'text' ? 'auto' : undefined}
      data-place={place}
      value={String(value ?? '')}
      error={useFaultText(place)}
      onChange={(event) => write(event.currentTarget.value || (needed ? '' : undefined))}
    />
  );
}

/** A number; none where nothing is written. `scale`: what one of it stands for. */
export function NumberPart({
  place,
  scale = 1,
  step = 1,
  placeholder,
  ...named
}: Named & { scale?: number; step?: number | 'any'; placeholder?: string | undefined }) {
  const [value, write] = usePart<number | string>(place);
  return (
    <TextInput
      {...named}
      type="number"
      step={step}
      placeholder={placeholder}
      data-place={place}
      value={value === undefined || value === null ? '' : String(Number(value) / scale)}
      error={useFaultText(place)}
      onChange={({ currentTarget: { value: text } }) =>
        write(text === '' ? undefined : Number(text) * scale)
      }
    />
  );
}

/** Yes or no. What it is by itself (`normally`) is not written. */
export function CheckPart({ place, normally, ...named }: Named & { normally: boolean }) {
  const [value = normally, write] = usePart<boolean>(place);
  return (
    <Checkbox
      {...named}
      data-place={place}
      checked={value}
      error={useFaultText(place)}
      onChange={({ currentTarget: { checked } }) =>
        write(checked === normally ? undefined : checked)
      }
    />
  );
}

/** One of several. The first, with the value '', stands for none. */
export function SelectPart({
  place,
  data,
  ...named
}: Named & { data: { value: string; label: string }[] }) {
  const [value, write] = usePart<unknown>(place);
  return (
    <NativeSelect
      {...named}
      data={data}
      data-place={place}
      value={String(value ?? '')}
      error={useFaultText(place)}
      onChange={(event) => write(event.currentTarget.value || undefined)}
    />
  );
}
