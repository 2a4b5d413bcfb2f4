import { Button } from '@mantine/core';
import Link from 'next/link';
import { useSubmissions, type SubmissionFilters } from '@/lib/hooks/use-submissions';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { FilterBar } from './filter-bar';
import { ListSkeleton } from './list-skeleton';
import { SubmissionTable } from './submission-table';
import { useFilters } from './use-filters';
import styles from './list.module.css';

/** Find this one; what failed? */
export function SubmissionList() {
  const { filters, change, ready } = useFilters();
  return (
    <>
      <div className={styles.head}>
        <h1>Submissions</h1>
        <FilterBar filters={filters} onChange={change} />
      </div>
      {ready ? <Page filters={filters} onChange={change} /> : <ListSkeleton />}
    </>
  );
}

type Props = { filters: SubmissionFilters; onChange: (next: Partial<SubmissionFilters>) => void };

function Page({ filters, onChange }: Props) {
  const { data, error, isPending, isPlaceholderData, refetch } = useSubmissions(filters);
  if (isPending) return <ListSkeleton />;
  if (data === undefined) {
    return (
      <ErrorNotice
        error={error}
        what="The submissions could not be loaded"
        onRetry={() => void refetch()}
      />
    );
  }
  if (data.items.length === 0) return <Empty filters={filters} onChange={onChange} />;
  return (
    <>
      {error && (
        <ErrorNotice
          error={error}
          what="The list could not be refreshed"
          onRetry={() => void refetch()}
        />
      )}
      <SubmissionTable items={data.items} stale={isPlaceholderData} />
      <Pager filters={filters} next={data.next_cursor} onChange={onChange} />
    </>
  );
}

function Empty({ filters, onChange }: Props) {
  if (filters.status !== null || filters.search !== '') {
    return (
      <EmptyNote title="No submission fits these filters">
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => onChange({ status: null, search: '' })}
        >
          Clear the filters
        </Button>
      </EmptyNote>
    );
  }
  return (
    <EmptyNote title="Nothing has been submitted yet">
      <p>
        Send the <Link href="/f/new-customer">demo form</Link>, or submit through the API. It shows
        up here at once.
      </p>
    </EmptyNote>
  );
}

function Pager({ filters, next, onChange }: Props & { next: string | null }) {
  if (filters.cursor === null && next === null) return null;
  return (
    <nav className={styles.pager} aria-label="Pages">
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
  );
}
