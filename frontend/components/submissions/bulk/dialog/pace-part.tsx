import '@mantine/core/styles/Group.css';
import '@mantine/core/styles/Radio.css';
import { Group, Radio } from '@mantine/core';
import { words } from '../words';

export const USUAL_PACE = 10;
const PACES = [1, USUAL_PACE, 50] as const;
/** What the API takes at most. */
const ALL = 1000;

type Props = { rate: number; onChange: (rate: number) => void };

/** How many submissions a second are treated at most. */
export function PacePart({ rate, onChange }: Props) {
  const { legend, perSecond, all } = words.dialog.pace;
  return (
    <Radio.Group label={legend} value={String(rate)} onChange={(value) => onChange(Number(value))}>
      <Group gap="0.5rem 1.25rem" mt="0.5rem">
        {PACES.map((pace) => (
          <Radio key={pace} value={String(pace)} label={perSecond(pace)} />
        ))}
        <Radio value={String(ALL)} label={all} />
      </Group>
    </Radio.Group>
  );
}
