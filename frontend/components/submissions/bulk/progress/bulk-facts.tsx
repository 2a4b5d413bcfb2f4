import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { BulkOut } from '@/lib/api/model';
import { words } from '../words';
import styles from './bulk-facts.module.css';

/** Who started it when, at which pace, and what was asked. */
export function BulkFacts({ bulk }: { bulk: BulkOut }) {
  const { facts, pace, decisions } = words.progress;
  const told: [string, React.ReactNode][] = [
    [facts.by, bulk.started_by],
    [facts.started, bulk.started_at && <RelativeTime value={bulk.started_at} />],
    [facts.ended, bulk.finished_at && <RelativeTime value={bulk.finished_at} />],
    [facts.pace, pace(bulk.rate_per_second)],
    [facts.newest, bulk.newest_version && facts.newestText],
    [facts.field, bulk.field && <code>{bulk.field}</code>],
    [facts.decision, bulk.decision && decisions[bulk.decision]],
  ];
  return (
    <dl className={styles.facts}>
      {told
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
