import { Button } from '@mantine/core';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { auditFile, useAuditPage } from '@/lib/hooks/use-audit';
import { AuditSkeleton, AuditTable } from './audit-table';
import { ChainStatus } from './chain-status';
import { EntryDetail } from './entry-detail';
import { FilterBar } from './filter-bar';
import { narrowed, toExport, toParams, useAuditFilters, type AuditFilters } from './use-filters';
import styles from './audit.module.css';

/** Who did what to which thing, when and from where. */
export function AuditLog() {
  const { filters, change, ready } = useAuditFilters();
  return (
    <>
      <ChainStatus />
      <FilterBar filters={filters} onChange={change} />
      {ready ? <Page filters={filters} onChange={change} /> : <AuditSkeleton />}
      <EntryDetail
        id={filters.entry}
        onClose={() => change({ cursor: filters.cursor, entry: null })}
        onOnly={(object) => change({ action: '', actor: '', text: '', object, from: '', to: '' })}
      />
    </>
  );
}

type Props = { filters: AuditFilters; onChange: (next: Partial<AuditFilters>) => void };

function Page({ filters, onChange }: Props) {
  const { data, error, isPending, isPlaceholderData, refetch } = useAuditPage(toParams(filters));
  if (isPending) return <AuditSkeleton />;
  if (data === undefined) {
    return (
      <ErrorNotice
        error={error}
        what="The audit log could not be loaded"
        onRetry={() => void refetch()}
      />
    );
  }
  if (data.items.length === 0) return <Empty filters={filters} />;
  return (
    <>
      {error && (
        <ErrorNotice
          error={error}
          what="The audit log could not be refreshed"
          onRetry={() => void refetch()}
        />
      )}
      <AuditTable
        items={data.items}
        stale={isPlaceholderData}
        onOpen={(entry) => onChange({ cursor: filters.cursor, entry })}
      />
      <Foot filters={filters} next={data.next_cursor} onChange={onChange} />
    </>
  );
}

function Empty({ filters }: { filters: AuditFilters }) {
  if (narrowed(filters)) {
    return (
      <EmptyNote title="No entry fits these filters">
        <p>Widen the days, or clear the filters above.</p>
      </EmptyNote>
    );
  }
  return (
    <EmptyNote title="Nothing is written down yet">
      <p>The next change that somebody makes shows up here at once.</p>
    </EmptyNote>
  );
}

function Foot({ filters, next, onChange }: Props & { next: string | null }) {
  const file = (format: 'csv' | 'jsonl') => auditFile({ ...toExport(filters), format });
  return (
    <div className={styles.foot}>
      <div className={styles.exports}>
        <Button component="a" href={file('csv')} download variant="default" size="compact-sm">
          Export as CSV
        </Button>
        <Button component="a" href={file('jsonl')} download variant="default" size="compact-sm">
          Export as JSON Lines
        </Button>
      </div>
      <nav aria-label="Pages" className={styles.pager}>
        <Button
          variant="default"
          size="compact-sm"
          disabled={filters.cursor === null}
          onClick={() => onChange({ cursor: null })}
        >
          Newest
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={next === null}
          onClick={() => onChange({ cursor: next })}
        >
          Older
        </Button>
      </nav>
    </div>
  );
}
