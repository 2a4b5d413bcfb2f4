import type { FaultOut } from '@/lib/api/model';
import { words as all } from '../words';
import styles from './fault-list.module.css';

/** What the publish check found, each with its place. */
export function FaultList({ faults, what }: { faults: FaultOut[]; what: string }) {
  const words = all.faults;
  return (
    <div className={styles.faults} role="alert">
      <p className={styles.what}>{what}</p>
      <ul>
        {faults.map(({ field, message, line }, index) => (
          <li key={index}>
            {field && <code>{field}</code>}
            <span>{words.sentence(message)}</span>
            {line !== null && <span className={styles.line}>{words.line(line)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
