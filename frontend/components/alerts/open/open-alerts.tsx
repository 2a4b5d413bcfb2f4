import { Link } from '@/components/ui/link/link';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { useOpenAlerts } from './use-open-alerts';
import { words } from './words';
import styles from './open-alerts.module.css';

/** What needs a person, above everything else; nothing when all is well or not yet known. */
export function OpenAlerts() {
  const { data } = useOpenAlerts();
  if (!data || data.items.length === 0) return null;
  return (
    <section className={styles.alerts} aria-label={words.label}>
      <ul>
        {data.items.map((alert) => (
          <li key={alert.id} dir="auto">
            <Link href={`/alerts?alert=${alert.id}`}>{alert.title}</Link> {alert.do}{' '}
            <RelativeTime value={alert.opened_at} />
          </li>
        ))}
      </ul>
      {data.next_cursor !== null && <Link href="/alerts">{words.more}</Link>}
    </section>
  );
}
