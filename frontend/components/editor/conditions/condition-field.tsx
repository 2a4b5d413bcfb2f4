import { TextInput } from '@mantine/core';
import type { Condition } from '../model/draft';
import type { Place } from '../store/place';
import { useFaultText, usePart } from '../form/fields/use-part';

type Props = { place: Place; label: string; description?: string };

/** A condition at a place, as its expression. */
export function ConditionField({ place, label, description }: Props) {
  const [value = '', write] = usePart<Condition>(place);
  return (
    <TextInput
      label={label}
      description={description}
      data-place={place}
      value={String(value)}
      error={useFaultText(place)}
      onChange={(event) => write(event.currentTarget.value || undefined)}
    />
  );
}
