import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { AuditChainOut } from '@/lib/api/model';
import { useAuditChain } from '@/lib/hooks/use-audit';
import styles from './audit.module.css';

/** Whether the log is what it was: entries are chained, and the chain is verified every day. */
export function ChainStatus() {
  const { data } = useAuditChain();
  if (data === undefined) return <p className={styles.chain}>Reading the state of the chain…</p>;
  return (
    <div className={styles.chain}>
      <Verdict chain={data} />
      {data.sequence > 0 && (
        <p>
          Entry {data.sequence.toLocaleString('en')} is the last one sealed
          {data.waiting > 0 && `, ${data.waiting} more will be in a moment`}. Its hash, to keep
          elsewhere: <code title={data.hash}>{data.hash.slice(0, 16)}…</code>
        </p>
      )}
    </div>
  );
}

function Verdict({ chain }: { chain: AuditChainOut }) {
  if (chain.finding !== '') {
    return (
      <p role="alert" className={styles.broken}>
        <StateLabel state="failed" word="Broken" /> {capital(chain.finding)}.
      </p>
    );
  }
  if (chain.verified_at === null) {
    return (
      <p>
        <StateLabel state="upcoming" word="Not verified yet" /> That happens once a day.
      </p>
    );
  }
  return (
    <p>
      <StateLabel state="delivered" word="Unchanged" />{' '}
      {chain.verified_entries.toLocaleString('en')} entries verified{' '}
      <RelativeTime value={chain.verified_at} />
    </p>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
