import { useState } from 'react';
import { CursorPager } from '@/components/ui/cursor-pager/cursor-pager';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { useRetention } from './hooks/use-retention';
import { RetentionDialog } from './retention-dialog';
import { RetentionSkeleton, RetentionTable, type Chosen } from './retention-table';
import { words } from './words';
import styles from './retention.module.css';

/** How long ended submissions are kept, by the organization and by each workflow. */
export function Retention() {
  const [done, setDone] = useState('');
  return (
    <section className={styles.section} aria-labelledby="kept">
      <h2 id="kept">{words.title}</h2>
      <p className={styles.lead}>{words.lead}</p>
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
    return <ErrorNotice error={error} what={words.notLoaded} onRetry={() => void refetch()} />;
  if (!data) return <RetentionSkeleton />;
  return (
    <>
      <PagePart what={words.title}>
        <RetentionTable page={data} onOpen={setChosen} />
      </PagePart>
      {data.items.length === 0 && (
        <EmptyNote title={words.empty.title}>
          <p>{words.empty.text}</p>
        </EmptyNote>
      )}
      <CursorPager cursor={cursor} next={data.next_cursor} what={words.what} onChange={setCursor} />
      {chosen && (
        <PagePart what={words.list.change}>
          <RetentionDialog
            chosen={chosen}
            organizationDays={data.days}
            onClose={() => setChosen(null)}
            onDone={onDone}
          />
        </PagePart>
      )}
    </>
  );
}
