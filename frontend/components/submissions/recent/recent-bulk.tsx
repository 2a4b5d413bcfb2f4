import { Link } from '@/components/ui/link/link';
import { isRunning, useBulkList } from '../bulk/hooks/use-bulk';
import { words } from './words';
import styles from './recent-bulk.module.css';

/** The way to the bulk actions, which says when some are running. Nothing before there was one. */
export function RecentBulk() {
  const { data } = useBulkList(null);
  if (!data || data.items.length === 0) return null;
  const running = data.items.filter(isRunning).length;
  return (
    <p className={styles.recent}>
      <Link href="/submissions/bulk">{words.way(running)}</Link>
    </p>
  );
}
