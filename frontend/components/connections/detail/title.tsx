import type { ConnectionOut } from '@/lib/api/model';
import { useConnector } from '../hooks/use-connectors';
import { Expiry } from '../standing/expiry';
import { Reason } from '../standing/reason';
import { words } from '../words';
import { Standing } from '../standing/standing';
import styles from './detail.module.css';

/** Its name, what it leads to, and how it is. */
export function Title({ connection }: { connection: ConnectionOut }) {
  const { connector } = useConnector(connection.connector);
  return (
    <header className={styles.title}>
      <h1 dir="auto">{connection.name}</h1>
      <p className={styles.system}>
        {connector?.title ?? connection.connector} · <code>{connection.slug}</code>
      </p>
      <p className={styles.lead}>{words.detail.lead}</p>
      <div className={styles.standing}>
        <Standing connection={connection} />
        <p className={styles.reason}>
          <Reason connection={connection} />
        </p>
        <Expiry at={connection.credentials_end_at} />
      </div>
    </header>
  );
}
