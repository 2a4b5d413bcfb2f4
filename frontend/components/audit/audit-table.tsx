import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { AuditEntryOut } from '@/lib/api/model';
import { actionWords, actorName, thingHref, thingName } from '@/lib/words/audit';
import styles from './audit.module.css';

const COLUMNS = ['Who', 'What', 'Thing', 'When', 'From where'];
const WIDTHS = ['6rem', '11rem', '8rem', '6rem', '6rem'];

type Props = { items: AuditEntryOut[]; stale: boolean; onOpen: (id: string) => void };

/** Rows at a desk, cards on a phone; what was done opens its before and after. */
export function AuditTable({ items, stale, onOpen }: Props) {
  return (
    <table className={styles.table} aria-busy={stale}>
      <Head />
      <tbody>
        {items.map((entry) => (
          <Row key={entry.id} entry={entry} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ entry, onOpen }: { entry: AuditEntryOut; onOpen: (id: string) => void }) {
  const href = thingHref(entry);
  const name = thingName(entry);
  return (
    <tr>
      <td className={styles.who}>{actorName(entry)}</td>
      <td className={styles.what}>
        <button type="button" className={styles.open} onClick={() => onOpen(entry.id)}>
          {actionWords(entry.action)}
        </button>
      </td>
      <td className={styles.thing}>{href ? <Link href={href}>{name}</Link> : name}</td>
      <td className={styles.when}>
        <RelativeTime value={entry.at} />
      </td>
      <td className={styles.where}>
        <code>{entry.address || '—'}</code>
      </td>
    </tr>
  );
}

/** The layout of the table, before its rows are known. */
export function AuditSkeleton() {
  return (
    <table className={styles.table} aria-label="Loading the audit log" aria-busy="true">
      <Head />
      <tbody>
        {Array.from({ length: 10 }, (_, row) => (
          <tr key={row}>
            {WIDTHS.map((width, column) => (
              <td key={column}>
                <Skeleton width={width} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head() {
  return (
    <thead>
      <tr>
        {COLUMNS.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}
