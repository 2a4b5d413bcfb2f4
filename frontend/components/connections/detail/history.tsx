import { useState } from 'react';
import { TimePager } from '@/components/ui/cursor-pager/cursor-pager';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { StateMark } from '@/components/ui/state-mark/state-mark';
import type { ConnectionOut } from '@/lib/api/model';
import { useHistory } from '../hooks/use-connections';
import { words as all } from '../words';
import { HistoryEntry, markOf } from './history-entry';
import { Section } from '../parts/section';
import styles from './history.module.css';

/** A line of time: what people did to it, and when it was closed by itself. */
export function History({ connection }: { connection: ConnectionOut }) {
  const words = all.detail.history;
  return (
    <Section title={words.title}>
      <Line slug={connection.slug} />
    </Section>
  );
}

function Line({ slug }: { slug: string }) {
  const words = all.detail.history;
  const [before, setBefore] = useState<string | null>(null);
  const { data, error, refetch } = useHistory(slug, before);
  if (error && !data)
    return <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton width="70%" />;
  if (data.items.length === 0) return <p>{words.none}</p>;
  return (
    <>
      <ol className={styles.line}>
        {data.items.map((entry) => (
          <li key={`${entry.at} ${entry.what}`}>
            <StateMark state={markOf(entry)} size={16} />
            <div>
              <HistoryEntry entry={entry} />
            </div>
          </li>
        ))}
      </ol>
      {(before !== null || data.next_before !== null) && (
        <TimePager cursor={before} next={data.next_before} onChange={setBefore} />
      )}
    </>
  );
}
