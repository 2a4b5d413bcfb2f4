import { NativeSelect } from '@mantine/core';
import { Separator } from '@/lib/api/model';
import { SEPARATOR_WORDS } from '@/lib/words/catalogues/separators';

type Props = { value: Separator; onChange: (separator: Separator) => void };

/** What stands between the cells of a CSV file that is asked for. */
export function SeparatorChoice({ value, onChange }: Props) {
  return (
    <NativeSelect
      label={SEPARATOR_WORDS.label}
      data={Object.values(Separator).map((each) => ({ value: each, label: SEPARATOR_WORDS[each] }))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Separator)}
    />
  );
}
