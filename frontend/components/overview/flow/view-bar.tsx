import { Button, NativeSelect } from '@mantine/core';
import { Period, type OverviewOut } from '@/lib/api/model';
import type { View } from '../hooks/use-view';
import { words } from '../words';
import styles from './flow.module.css';

const LONGEST_NAME = 60;

type Props = {
  view: View;
  data: OverviewOut | undefined;
  onChange: (next: Partial<View>) => void;
};

/** The time, and whether only one workflow or connection is counted. */
export function ViewBar({ view, data, onChange }: Props) {
  return (
    <div className={styles.bar} role="group" aria-label={words.view.label}>
      <div className={styles.periods} role="group" aria-label={words.view.period}>
        {Object.values(Period).map((period) => (
          <Button
            key={period}
            size="compact-sm"
            variant={period === view.period ? 'filled' : 'default'}
            aria-pressed={period === view.period}
            onClick={() => onChange({ period })}
          >
            {words.view.periods[period]}
          </Button>
        ))}
      </div>
      <NativeSelect
        className={styles.choice ?? ''}
        aria-label={words.view.workflow}
        data={choices(words.view.everyWorkflow, view.workflow, data?.workflows)}
        value={view.workflow ?? ''}
        onChange={(event) =>
          onChange({ workflow: event.currentTarget.value || null, connection: null })
        }
      />
      <NativeSelect
        className={styles.choice ?? ''}
        aria-label={words.view.connection}
        data={choices(words.view.everyConnection, view.connection, data?.connections)}
        value={view.connection ?? ''}
        onChange={(event) =>
          onChange({ connection: event.currentTarget.value || null, workflow: null })
        }
      />
    </div>
  );
}

type Named = { slug: string; name: string };

/** What is chosen stays a choice, also where it has nothing to count. */
function choices(every: string, chosen: string | null, counted: readonly Named[] = []) {
  const found = counted.map(({ slug, name }) => ({ value: slug, label: shortened(name) }));
  const missing = chosen !== null && !found.some(({ value }) => value === chosen);
  return [
    { value: '', label: every },
    ...(missing ? [{ value: chosen, label: chosen }] : []),
    ...found,
  ];
}

function shortened(name: string): string {
  const letters = Array.from(name);
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : name;
}
