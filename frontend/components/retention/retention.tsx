import { useState } from 'react';
import { CursorPager } from '@/components/ui/cursor-pager/cursor-pager';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { useRetention } from './hooks/use-retention';
import { RetentionDialog } from './retention-dialog';
import { RetentionTable, type Chosen } from './retention-table';
import styles from './retention.module.css';

/** How long ended submissions are kept, by the organization and by each workflow. */
export function Retention() {
  const [done, setDone] = useState('');
  return (
    <section className={styles.section} aria-labelledby="kept">
      <h2 id="kept">How long submissions are kept</h2>
      <p className={styles.lead}>
        Counted from the day a submission ended. After it, Waybill deletes the submission whole:
        answers, steps, evidence, events, callbacks and files. What was delivered stays in the other
        systems, and the audit log keeps the count.
      </p>
      <DoneNote text={done} />
      <Said onDone={setDone} />
    </section>
  );
}

function Said({ onDone }: { onDone: (what: string) => void }) {
  const [cursor, setCursor] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { data, error, refetch } = useRetention(cursor);
  if (error)
    return (
      <ErrorNotice
        error={error}
        what="How long submissions are kept could not be loaded"
        onRetry={() => void refetch()}
      />
    );
  if (!data) return <Skeleton width="100%" height="8rem" />;
  return (
    <>
      <RetentionTable page={data} onOpen={setChosen} />
      {data.items.length === 0 && (
        <EmptyNote title="No workflows yet">
          <p>What you say above holds for each one that you publish.</p>
        </EmptyNote>
      )}
      <CursorPager cursor={cursor} next={data.next_cursor} what="workflows" onChange={setCursor} />
      {chosen && (
        <RetentionDialog
          chosen={chosen}
          organizationDays={data.days}
          onClose={() => setChosen(null)}
          onDone={onDone}
        />
      )}
    </>
  );
}
