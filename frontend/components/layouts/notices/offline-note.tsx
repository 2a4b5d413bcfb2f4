import { useOnline } from '@/lib/hooks/use-online';
import { words } from '../words';
import styles from './offline-note.module.css';

/** Says, quietly, that the network is away, and that nothing is lost by it. */
export function OfflineNote() {
  const online = useOnline();
  return (
    <div role="status" className={styles.place}>
      {!online && <p className={styles.note}>{words.offline}</p>}
    </div>
  );
}
