import { Button } from '@mantine/core';
import Link from 'next/link';
import { TimePager } from '@/components/ui/cursor-pager/cursor-pager';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { Phrase } from '@/components/ui/phrase/phrase';
import { useFilters } from '../hooks/use-filters';
import { useSomeForm } from '../hooks/use-some-form';
import { useSubmissions, type SubmissionFilters } from '../hooks/use-submissions';
import { words as all } from '../words';
import { FilterBar } from './filter-bar';
import { SubmissionSkeleton, SubmissionTable } from './submission-table';
import styles from './submission-list.module.css';

const words = all.list;

/** Find this one; what failed? */
export function SubmissionList() {
  const { filters, change, ready } = useFilters();
  return (
    <>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        <PagePart what={words.filters}>
          <FilterBar filters={filters} onChange={change} />
        </PagePart>
      </div>
      {ready ? <Page filters={filters} onChange={change} /> : <SubmissionSkeleton />}
    </>
  );
}

type Props = { filters: SubmissionFilters; onChange: (next: Partial<SubmissionFilters>) => void };

function Page({ filters, onChange }: Props) {
  const { data, error, isPending, isPlaceholderData, refetch } = useSubmissions(filters);
  const retry = () => void refetch();
  if (isPending) return <SubmissionSkeleton />;
  if (data === undefined) return <ErrorNotice error={error} what={words.failed} onRetry={retry} />;
  if (data.items.length === 0) return <Empty filters={filters} onChange={onChange} />;
  const { items, next_cursor: next } = data;
  return (
    <>
      {error && <ErrorNotice error={error} what={words.stale} onRetry={retry} />}
      <PagePart what={words.title}>
        <SubmissionTable items={items} stale={isPlaceholderData} />
      </PagePart>
      {(filters.cursor !== null || next !== null) && (
        <div className={styles.pager}>
          <TimePager
            cursor={filters.cursor}
            next={next}
            onChange={(cursor) => onChange({ cursor })}
          />
        </div>
      )}
    </>
  );
}

function Empty({ filters, onChange }: Props) {
  if (filters.status !== null || filters.search !== '') {
    return (
      <EmptyNote title={words.unmatched}>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => onChange({ status: null, search: '' })}
        >
          {words.clear}
        </Button>
      </EmptyNote>
    );
  }
  return <Nothing />;
}

/** Leads to a form of this organization, if it has one. */
function Nothing() {
  const { form, isPending } = useSomeForm();
  if (isPending) return <EmptyNote title={words.empty.title} />;
  return (
    <EmptyNote title={words.empty.title}>
      <p>
        {form === null ? (
          words.empty.without
        ) : (
          <Phrase
            text={words.empty.next}
            parts={{ form: <Link href={`/f/${form.slug}`}>{form.name}</Link> }}
          />
        )}
      </p>
    </EmptyNote>
  );
}
