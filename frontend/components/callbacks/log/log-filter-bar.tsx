import { NativeSelect } from '@mantine/core';
import { CallbackKind, CallbackStatus } from '@/lib/api/model';
import { useEndpoints } from '../hooks/use-endpoints';
import type { LogFilters } from '../hooks/use-log';
import { words } from '../words';
import styles from './callback-log.module.css';

const LONGEST_NAME = 60;
const PING = 'ping';

type Props = {
  filters: LogFilters;
  /** The page is about one endpoint already. */
  ofOne: boolean;
  onChange: (next: Partial<LogFilters>) => void;
};

export function LogFilterBar({ filters, ofOne, onChange }: Props) {
  const said = words.log;
  const endpoints = useEndpoints();
  return (
    <div role="search" className={styles.filters} aria-label={said.filters}>
      {!ofOne && (
        <NativeSelect
          label={said.endpoint}
          value={filters.endpoint ?? ''}
          data={[
            { value: '', label: said.everyEndpoint },
            ...(endpoints.data?.items ?? []).map(({ id, url, description }) => ({
              value: id,
              label: (description || url).slice(0, LONGEST_NAME),
            })),
          ]}
          onChange={(event) => onChange({ endpoint: event.currentTarget.value || null })}
        />
      )}
      <NativeSelect
        label={said.state}
        value={filters.status ?? ''}
        data={[
          { value: '', label: said.everyState },
          ...Object.values(CallbackStatus).map((value) => ({ value, label: said.states[value] })),
        ]}
        onChange={(event) =>
          onChange({ status: (event.currentTarget.value || null) as CallbackStatus | null })
        }
      />
      <NativeSelect
        label={said.kind}
        value={filters.kind ?? ''}
        data={[
          { value: '', label: said.everyKind },
          ...[...Object.values(CallbackKind), PING].map((value) => ({
            value,
            label: words.kinds[value] ?? value,
          })),
        ]}
        onChange={(event) => onChange({ kind: event.currentTarget.value || null })}
      />
    </div>
  );
}
