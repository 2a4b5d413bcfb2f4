import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { TimePager } from '@/components/ui/cursor-pager/cursor-pager';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { SeparatorChoice } from '@/components/ui/separator-choice/separator-choice';
import { usualSeparator } from '@/lib/words/catalogues/separators';
import { AuditSkeleton, AuditTable } from './audit-table';
import { ChainStatus } from './chain-status';
import { FilterBar } from './filter-bar';
import { auditFile, useAuditPage } from './hooks/use-audit';
import {
  narrowed,
  toExport,
  toParams,
  useAuditFilters,
  type AuditFilters,
} from './hooks/use-filters';
import { words } from './words';
import styles from './audit-log.module.css';

const EntryDetail = dynamic(
  () => import('./entry/entry-detail').then((module) => module.EntryDetail),
  { ssr: false },
);

/** Who did what to which thing, when and from where. */
export function AuditLog() {
  const { filters, change, ready } = useAuditFilters();
  return (
    <>
      <PagePart what={words.parts.chain}>
        <ChainStatus />
      </PagePart>
      <PagePart what={words.parts.filters}>
        <FilterBar filters={filters} onChange={change} />
      </PagePart>
      {ready ? <Page filters={filters} onChange={change} /> : <AuditSkeleton />}
      <PagePart what={words.parts.entry}>
        {filters.entry !== null && (
          <EntryDetail
            id={filters.entry}
            onClose={() => change({ cursor: filters.cursor, entry: null })}
            onOnly={(object) =>
              change({ action: '', actor: '', text: '', object, from: '', to: '' })
            }
          />
        )}
      </PagePart>
    </>
  );
}

type Props = { filters: AuditFilters; onChange: (next: Partial<AuditFilters>) => void };

function Page({ filters, onChange }: Props) {
  const { data, error, isPending, isPlaceholderData, refetch } = useAuditPage(toParams(filters));
  const retry = () => void refetch();
  if (isPending) return <AuditSkeleton />;
  if (data === undefined) return <ErrorNotice error={error} what={words.failed} onRetry={retry} />;
  if (data.items.length === 0) return <Empty filters={filters} />;
  return (
    <>
      {error && <ErrorNotice error={error} what={words.stale} onRetry={retry} />}
      <PagePart what={words.parts.entries}>
        <AuditTable
          items={data.items}
          stale={isPlaceholderData}
          onOpen={(entry) => onChange({ cursor: filters.cursor, entry })}
        />
      </PagePart>
      <Foot filters={filters} next={data.next_cursor} onChange={onChange} />
    </>
  );
}

function Empty({ filters }: { filters: AuditFilters }) {
  const { title, next } = narrowed(filters) ? words.unmatched : words.empty;
  return (
    <EmptyNote title={title}>
      <p>{next}</p>
    </EmptyNote>
  );
}

function Foot({ filters, next, onChange }: Props & { next: string | null }) {
  const [separator, setSeparator] = useState(usualSeparator);
  const file = (format: 'csv' | 'jsonl') =>
    auditFile({ ...toExport(filters), format, ...(format === 'csv' ? { separator } : {}) });
  return (
    <div className={styles.foot}>
      <div className={styles.exports}>
        <SeparatorChoice value={separator} onChange={setSeparator} />
        {(['csv', 'jsonl'] as const).map((format) => (
          <Button
            key={format}
            component="a"
            href={file(format)}
            download
            variant="default"
            size="compact-sm"
          >
            {words[format]}
          </Button>
        ))}
      </div>
      <TimePager cursor={filters.cursor} next={next} onChange={(cursor) => onChange({ cursor })} />
    </div>
  );
}
