import { TextInput } from '@mantine/core';
import { startOfDay } from '@/lib/zones/days';
import { words as all } from '../words';

type Props = { value: string; onChange: (value: string) => void };

/** The day on which credentials end, for those who know it. */
export function EndDate({ value, onChange }: Props) {
  const words = all.create.settings;
  return (
    <TextInput
      type="date"
      label={words.ends}
      description={words.endsHint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The last second of that day in the person's zone; null where none is said. */
export function endOf(day: string): string | null {
  if (Number.isNaN(Date.parse(day))) return null;
  return new Date(Date.parse(startOfDay(day, 1)) - 1000).toISOString();
}
