import { Button } from '@mantine/core';
import { useState } from 'react';
import { CursorPager } from '@/components/ui/cursor-pager/cursor-pager';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { PageHead } from '@/components/ui/page-head/page-head';
import { useAlert, useAlerts, type Chosen } from '../hooks/use-alerts';
import { useChosen } from '../hooks/use-chosen';
import { words } from '../words';
import { AlertCard } from './alert-card';
import { AlertSkeleton } from './alert-skeleton';
import { Kinds } from './kinds';
import styles from './alert-list.module.css';

/** What is wrong now, or what was: by kind, a page at a time. */
export function AlertList() {
  const { chosen, alert, change, ready } = useChosen();
  const [done, setDone] = useState('');
  return (
    <>
      <PageHead title={words.list.title} lead={words.list.lead}>
        <div role="group" aria-label={words.list.which} className={styles.which}>
          {[true, false].map((open) => (
            <Button
              key={String(open)}
              size="compact-sm"
              variant={chosen.open === open ? 'filled' : 'default'}
              aria-pressed={chosen.open === open}
              onClick={() => change({ open, kind: null })}
            >
              {open ? words.list.open : words.list.history}
            </Button>
          ))}
        </div>
      </PageHead>
      <PagePart what={words.list.kinds}>
        <Kinds chosen={chosen} onChange={change} />
      </PagePart>
      <DoneNote text={done} />
      {alert && <Linked id={alert} onDone={setDone} />}
      {ready ? (
        <Page chosen={chosen} linked={alert} onChange={change} onDone={setDone} />
      ) : (
        <AlertSkeleton />
      )}
    </>
  );
}

/** The one that a link is about, above the others, open. */
function Linked({ id, onDone }: { id: string; onDone: (what: string) => void }) {
  const { data, error, refetch } = useAlert(id);
  if (error && !data)
    return <ErrorNotice error={error} what={words.list.failed} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <ul className={styles.list}>
      <AlertCard alert={data} opened onDone={onDone} />
    </ul>
  );
}

type Props = {
  chosen: Chosen;
  linked: string | null;
  onChange: (next: Partial<Chosen>) => void;
  onDone: (what: string) => void;
};

function Page({ chosen, linked, onChange, onDone }: Props) {
  const { data, error, isPending, isPlaceholderData, refetch } = useAlerts(chosen);
  const retry = () => void refetch();
  if (isPending) return <AlertSkeleton />;
  if (data === undefined)
    return <ErrorNotice error={error} what={words.list.failed} onRetry={retry} />;
  if (data.items.length === 0) return <Empty chosen={chosen} onChange={onChange} />;
  return (
    <>
      {error && <ErrorNotice error={error} what={words.list.stale} onRetry={retry} />}
      <ul className={styles.list} aria-busy={isPlaceholderData} aria-label={words.list.title}>
        {data.items
          .filter(({ id }) => id !== linked)
          .map((alert) => (
            <AlertCard key={alert.id} alert={alert} onDone={onDone} />
          ))}
      </ul>
      <CursorPager
        cursor={chosen.cursor}
        next={data.next_cursor}
        what={words.list.what}
        onChange={(cursor) => onChange({ cursor })}
      />
    </>
  );
}

function Empty({ chosen, onChange }: Pick<Props, 'chosen' | 'onChange'>) {
  if (chosen.kind !== null) {
    return (
      <EmptyNote title={words.list.noneOfKind}>
        <Button variant="default" size="compact-sm" onClick={() => onChange({ kind: null })}>
          {words.list.clear}
        </Button>
      </EmptyNote>
    );
  }
  const said = chosen.open ? words.list.none : words.list.noHistory;
  return (
    <EmptyNote title={said.title}>
      <p>{said.text}</p>
    </EmptyNote>
  );
}
