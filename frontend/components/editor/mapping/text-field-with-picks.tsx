import { TextInput, Textarea } from '@mantine/core';
import { useChange, useDraft, useFaults } from '../store/context';
import type { Place } from '../store/place';
import { valueAt, writeAt } from './at';

type Props = { place: Place; label: string; description?: string; multiline?: boolean };

/** A text with expressions in it, as it is written. */
export function TemplateField({ place, label, description, multiline = false }: Props) {
  const change = useChange();
  const value = useDraft((draft) => valueAt(draft, place));
  const error = useFaults(place)
    .map(({ message }) => message)
    .join(' ');
  const Input = multiline ? Textarea : TextInput;
  return (
    <Input
      label={label}
      description={description}
      data-place={place}
      error={error || undefined}
      value={typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)}
      onChange={(event: { currentTarget: { value: string } }) => {
        const text = event.currentTarget.value;
        change(place, (draft) => writeAt(draft, place, text || undefined));
      }}
    />
  );
}
