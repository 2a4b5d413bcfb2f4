import '@mantine/core/styles/Progress.css';
import { Button, Progress } from '@mantine/core';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { PageHead } from '@/components/ui/page-head/page-head';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { BulkOut } from '@/lib/api/model';
import { useMe } from '@/lib/hooks/person/use-me';
import { ApiError } from '@/lib/http/api-error';
import { isRunning, useBulk, useBulkStop } from '../hooks/use-bulk';
import { roughly } from '../time';
import { words } from '../words';
import { BulkFacts } from './bulk-facts';
import { Outcomes } from './outcomes';
import styles from './bulk-progress.module.css';

/** How far one bulk action is, and what became of its submissions. */
export function BulkProgress({ id }: { id: string }) {
  const { data, error, refetch, dataUpdatedAt } = useBulk(id);
  if (error && !data) {
    if (error instanceof ApiError && [404, 422].includes(error.status)) return <Unknown />;
    return (
      <ErrorNotice error={error} what={words.progress.failed} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <ProgressSkeleton />;
  return (
    <>
      <PageHead title={words.kinds[data.kind]} lead={words.progress.lead}>
        {isRunning(data) && <Stop bulk={data} />}
      </PageHead>
      <HowFar bulk={data} at={dataUpdatedAt} />
      <PagePart what={words.progress.asked}>
        <BulkFacts bulk={data} />
      </PagePart>
      <PagePart what={words.outcomes.title}>
        <Outcomes key={data.status} bulk={data} />
      </PagePart>
    </>
  );
}

/** `at`: when this was so, in milliseconds. */
function HowFar({ bulk, at }: { bulk: BulkOut; at: number }) {
  const { total, done, refused } = bulk;
  const handled = done + refused;
  const share = (count: number) => (total === 0 ? 100 : (100 * count) / total);
  const ended = endOf(bulk);
  return (
    <div className={styles.progress}>
      <Progress.Root size="lg">
        <Progress.Section
          value={share(done)}
          color="var(--delivered)"
          aria-label={words.progress.bar}
        />
        <Progress.Section value={share(refused)} color="var(--needs)" withAria={false} />
      </Progress.Root>
      <p className={styles.said}>
        <strong>{ended ?? words.progress.said(handled, total)}</strong>
        {ended === null && <span>{leftToDo(bulk, at)}</span>}
      </p>
      <LiveRegion text={ended ?? ''} />
    </div>
  );
}

function endOf({ status, done, refused }: BulkOut): string | null {
  if (status === 'done') return words.progress.finished(done, refused);
  return status === 'stopped' ? words.progress.stopped : null;
}

/** At its pace until now, which is its rate at most. */
function leftToDo(bulk: BulkOut, at: number): string {
  const handled = bulk.done + bulk.refused;
  if (handled === 0) return words.progress.waiting;
  const seconds = (at - Date.parse(bulk.started_at ?? bulk.created_at)) / 1000;
  const pace = seconds > 0 ? handled / seconds : Infinity;
  const left = bulk.total - handled;
  return words.progress.remaining(roughly(left / Math.min(pace, bulk.rate_per_second)));
}

function Stop({ bulk }: { bulk: BulkOut }) {
  const operates = useMe().data?.permissions.includes('submissions:operate');
  const stop = useBulkStop();
  if (!operates) return null;
  return (
    <div className={styles.stop}>
      <Button
        variant="default"
        loading={stop.isPending}
        onClick={() => stop.mutate({ bulkId: bulk.id })}
      >
        {words.progress.stop}
      </Button>
      {stop.error && <ErrorNotice error={stop.error} what={words.progress.stopFailed} />}
    </div>
  );
}

function Unknown() {
  return (
    <EmptyNote title={words.progress.unknown.title}>
      <p>{words.progress.unknown.text}</p>
    </EmptyNote>
  );
}

/** The page before anything is known. */
export function ProgressSkeleton() {
  return (
    <div aria-busy="true" aria-label={words.progress.loading} role="status">
      <PageHead title={words.progress.title} lead={words.progress.lead} />
      <div className={styles.progress}>
        <Skeleton width="100%" height="0.75rem" />
        <Skeleton width="12rem" />
      </div>
      <Skeleton width="100%" height="8rem" />
    </div>
  );
}
