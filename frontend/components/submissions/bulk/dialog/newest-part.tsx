import { Checkbox } from '@mantine/core';
import { words } from '../words';

type Props = { newest: boolean; onChange: (newest: boolean) => void };

/** Whether what is taken up follows the newest version of its workflow. */
export function NewestPart({ newest, onChange }: Props) {
  return (
    <Checkbox
      label={words.dialog.newest}
      checked={newest}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
