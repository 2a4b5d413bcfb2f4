import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { ConnectionTestOut } from '@/lib/api/model';
import { duration } from '@/lib/words/amounts/time';
import { words as all } from '../words';
import styles from './trial-result.module.css';

/** What a system said to a test, in words; said aloud too. */
export function TrialResult({ result }: { result: ConnectionTestOut }) {
  const words = all.create.trial;
  return (
    <div role="status" className={styles.result} data-ok={result.ok}>
      <StateLabel
        state={result.ok ? 'delivered' : 'failed'}
        word={result.ok ? words.works : words.fails}
      />
      <p dir="auto">{result.message}</p>
      <p className={styles.took}>{words.took(duration(result.took_ms))}</p>
    </div>
  );
}

/** While the system is asked. */
export function TrialPending({ system }: { system: string }) {
  const words = all.create.trial;
  return (
    <div role="status" className={styles.result}>
      <StateLabel state="transit" word={words.asking(system)} />
      <p className={styles.took}>{words.patience}</p>
    </div>
  );
}
