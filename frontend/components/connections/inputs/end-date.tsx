import { TextInput } from '@mantine/core';
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

/** The end of that day here; null where none is said. */
export function endOf(day: string): string | null {
  const end = new Date(`${day}T23:59:59`);
  return day === '' || Number.isNaN(end.getTime()) ? null : end.toISOString();
}
