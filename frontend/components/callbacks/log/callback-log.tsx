import { Button } from '@mantine/core';
import { CursorPager } from '@/components/ui/cursor-pager/cursor-pager';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { useEndpoints } from '../hooks/use-endpoints';
import { useLog, type LogFilters } from '../hooks/use-log';
import { useLogFilters } from '../hooks/use-log-filters';
import { words } from '../words';
import { CallbackDialog } from './callback-dialog';
import { LogFilterBar } from './log-filter-bar';
import { LogSkeleton, LogTable } from './log-table';
import styles from './callback-log.module.css';

/** What was sent to all endpoints or to one, with what they answered. */
export function CallbackLog({ endpoint }: { endpoint: string | null }) {
  const { filters, open, change, ready } = useLogFilters(endpoint);
  return (
    <section className={styles.log} aria-labelledby="log">
      <div className={styles.head}>
        <h2 id="log">{words.log.title}</h2>
        <PagePart what={words.log.filters}>
          <LogFilterBar filters={filters} ofOne={endpoint !== null} onChange={change} />
        </PagePart>
      </div>
      {ready ? (
        <Page
          filters={filters}
          ofOne={endpoint !== null}
          onChange={change}
          onOpen={(callback) => change({ callback, cursor: filters.cursor })}
        />
      ) : (
        <LogSkeleton />
      )}
      {open && (
        <PagePart what={words.parts.one}>
          <CallbackDialog
            id={open}
            onClose={() => change({ callback: null, cursor: filters.cursor })}
          />
        </PagePart>
      )}
    </section>
  );
}

type Props = {
  filters: LogFilters;
  ofOne: boolean;
  onChange: (next: Partial<LogFilters>) => void;
  onOpen: (id: string) => void;
};

function Page({ filters, ofOne, onChange, onOpen }: Props) {
  const { data, error, isPending, isPlaceholderData, refetch } = useLog(filters);
  const endpoints = useEndpoints();
  const retry = () => void refetch();
  if (isPending) return <LogSkeleton />;
  if (data === undefined)
    return <ErrorNotice error={error} what={words.log.failed} onRetry={retry} />;
  if (data.items.length === 0) return <Empty filters={filters} ofOne={ofOne} onChange={onChange} />;
  const names = new Map(
    endpoints.data?.items.map(({ id, url, description }) => [id, description || url]),
  );
  return (
    <>
      {error && <ErrorNotice error={error} what={words.log.stale} onRetry={retry} />}
      <PagePart what={words.log.title}>
        <LogTable
          items={data.items}
          names={ofOne ? null : names}
          stale={isPlaceholderData}
          onOpen={onOpen}
        />
      </PagePart>
      <CursorPager
        cursor={filters.cursor}
        next={data.next_cursor}
        what={words.log.what}
        onChange={(cursor) => onChange({ cursor })}
      />
    </>
  );
}

function Empty({ filters, ofOne, onChange }: Omit<Props, 'onOpen'>) {
  const narrowed = filters.status ?? filters.kind ?? (ofOne ? null : filters.endpoint);
  if (narrowed === null) {
    return (
      <EmptyNote title={words.log.none.title}>
        <p>{words.log.none.text}</p>
      </EmptyNote>
    );
  }
  return (
    <EmptyNote title={words.log.unmatched}>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => onChange({ status: null, kind: null, endpoint: null })}
      >
        {words.log.clear}
      </Button>
    </EmptyNote>
  );
}
