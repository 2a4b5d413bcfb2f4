import { Button } from '@mantine/core';
import { Link } from '@/components/ui/link/link';
import { useState } from 'react';
import { CursorPager } from '@/components/ui/cursor-pager/cursor-pager';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { useAwaitsMe } from '@/lib/hooks/person/use-may';
import { useAllowed } from '../hooks/use-allowed';
import { useConnections } from '../hooks/use-connections';
import { words as all } from '../words';
import { ConnectionSkeleton, ConnectionTable } from './connection-table';
import styles from './connection-list.module.css';

/** Whom do we talk to, and are they well? */
export function ConnectionList() {
  const words = all.list;
  const { manages } = useAllowed();
  const awaits = useAwaitsMe();
  return (
    <>
      <div className={styles.head} data-awaits={awaits}>
        <h1>{all.title}</h1>
        {manages && (
          <Button component={Link} href="/connections/new">
            {words.connect}
          </Button>
        )}
      </div>
      <Page />
    </>
  );
}

function Page() {
  const words = all.list;
  const { known, manages } = useAllowed();
  const [cursor, setCursor] = useState<string | null>(null);
  const { data, error, isPending, isPlaceholderData, refetch } = useConnections(cursor);
  const retry = () => void refetch();
  if (isPending) return <ConnectionSkeleton />;
  if (data === undefined) return <ErrorNotice error={error} what={words.failed} onRetry={retry} />;
  if (data.items.length === 0)
    return (
      <EmptyNote title={words.empty}>
        <p>{words.emptyNext}</p>
        {known && !manages && <p>{words.emptyReader}</p>}
        {manages && (
          <Button component={Link} href="/connections/new">
            {words.connect}
          </Button>
        )}
      </EmptyNote>
    );
  return (
    <>
      {error && <ErrorNotice error={error} what={words.stale} onRetry={retry} />}
      <PagePart what={all.title}>
        <ConnectionTable items={data.items} stale={isPlaceholderData} />
      </PagePart>
      <CursorPager cursor={cursor} next={data.next_cursor} what={words.what} onChange={setCursor} />
    </>
  );
}
