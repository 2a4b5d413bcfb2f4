import { Textarea, TextInput } from '@mantine/core';
import type { Place } from '../store/place';
import { useFaultText, usePart } from '../form/fields/use-part';

type Props = { place: Place; label: string; description?: string; multiline?: boolean };

/** A text with expressions in it. */
export function TemplateField({ place, label, description, multiline }: Props) {
  const [value = '', write] = usePart<string>(place);
  const Input = multiline ? Textarea : TextInput;
  return (
    <Input
      label={label}
      description={description}
      data-place={place}
      value={value}
      error={useFaultText(place)}
      onChange={(event) => write(event.currentTarget.value || undefined)}
    />
  );
}
