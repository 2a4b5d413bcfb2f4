import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { AuditChainOut } from '@/lib/api/model';
import { useAuditChain } from './hooks/use-audit';
import { words } from './words';
import styles from './chain-status.module.css';

/** Whether the log is what it was: entries are chained, and the chain is verified every day. */
export function ChainStatus() {
  const { data, isPending } = useAuditChain();
  // Why it could not be read is said of the log itself.
  if (data === undefined && !isPending) return null;
  if (data === undefined)
    return (
      <p className={styles.chain} data-awaits="true">
        {words.chain.reading}
      </p>
    );
  const hash = <code title={data.hash}>{`${data.hash.slice(0, 16)}…`}</code>;
  return (
    <div className={styles.chain}>
      <Verdict chain={data} />
      {data.sequence > 0 && (
        <p>
          <Phrase text={words.chain.last(data.sequence, data.waiting)} parts={{ hash }} />
        </p>
      )}
    </div>
  );
}

function Verdict({ chain }: { chain: AuditChainOut }) {
  if (chain.finding !== '') {
    const state = <StateLabel state="failed" word={words.chain.broken} />;
    return (
      <p role="alert" className={styles.broken}>
        <Phrase text={words.chain.finding} parts={{ state, finding: capital(chain.finding) }} />
      </p>
    );
  }
  if (chain.verified_at === null) {
    const state = <StateLabel state="upcoming" word={words.chain.unverified} />;
    return (
      <p>
        <Phrase text={words.chain.daily} parts={{ state }} />
      </p>
    );
  }
  const state = <StateLabel state="delivered" word={words.chain.unchanged} />;
  const time = <RelativeTime value={chain.verified_at} />;
  return (
    <p>
      <Phrase text={words.chain.verified(chain.verified_entries)} parts={{ state, time }} />
    </p>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
