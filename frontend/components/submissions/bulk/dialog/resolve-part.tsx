import '@mantine/core/styles/Radio.css';
import '@mantine/core/styles/Stack.css';
import { Radio, Stack, TextInput } from '@mantine/core';
import { Decision } from '@/lib/api/model';
import { words } from '../words';
import type { Said } from './asked';

const LONGEST_RECORD = 200;
const LONGEST_NOTE = 500;

type Props = { said: Said; onChange: (more: Partial<Said>) => void };

/** What a person found out about the steps whose outcome is unknown. */
export function ResolvePart({ said, onChange }: Props) {
  const { legend, options, record, note } = words.dialog.decision;
  return (
    <>
      <Radio.Group
        label={legend}
        value={said.decision}
        onChange={(value) => onChange({ decision: value as Decision })}
      >
        <Stack gap="0.5rem" mt="0.5rem">
          {Object.values(Decision).map((decision) => (
            <Radio key={decision} value={decision} label={options[decision]} />
          ))}
        </Stack>
      </Radio.Group>
      {said.decision === 'delivered' && (
        <TextInput
          label={record}
          maxLength={LONGEST_RECORD}
          value={said.record}
          onChange={(event) => onChange({ record: event.currentTarget.value })}
        />
      )}
      {said.decision !== null && (
        <TextInput
          label={note}
          maxLength={LONGEST_NOTE}
          value={said.note}
          onChange={(event) => onChange({ note: event.currentTarget.value })}
        />
      )}
    </>
  );
}
